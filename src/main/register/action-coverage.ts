import { sql, type RawBuilder } from 'kysely'
import type { CallOutput } from '../../shared/contract/contract.ts'
import type { ActionSlug } from '../../shared/domain/action.ts'
import { countEntries } from './count-entries.ts'
import type { Reading } from './desk.ts'

type Coverage = CallOutput<'home.get'>['actions'][number]['coverage']

const updateRecord = sql<boolean>`mechanism = 'update-record' and state != 'closed'`
const secondaryVoluntary = sql<boolean>`kind = 'sharing-agreement' and class = 'secondary-use' and force = 'voluntary' and state not in ('offered', 'frozen', 'closed')`
const newAgreements = sql<boolean>`kind = 'sharing-agreement' and state in ('offered', 'frozen')`
const tools = sql<boolean>`kind = 'medicines-tool' and state != 'closed'`
const declarations = (subject: string) => sql<boolean>`kind = 'declaration' and json_extract(doc, '$.fields.subject') = ${subject} and state != 'closed'`

/** A decision that has been made about it, whatever it was. */
const decided = sql<boolean>`exists (select 1 from decision where decision.entry = entry.id and decision.status = 'made')`
const madeWith = (...verbs: string[]) => sql<boolean>`exists (select 1 from decision where decision.entry = entry.id and decision.status = 'made' and decision.verb in (${sql.join(verbs)}))`

/** How far the register is with an action, computed from its entries; null for the four that are recorded only. */
export function coverageOf({ store }: Reading, action: ActionSlug): Coverage {
  const count = (where: RawBuilder<boolean>) => countEntries(store, where)
  const both = (of: RawBuilder<boolean>, and: RawBuilder<boolean>) => count(sql<boolean>`${of} and ${and}`)
  const covered = (group: RawBuilder<boolean>, done: RawBuilder<boolean>, word: string, none: string): Coverage => {
    const of = count(group)
    const [reached, undecided] = [both(group, done), both(group, sql<boolean>`not ${decided}`)]
    return { done: reached, of, text: of === 0 ? none : `${reached} of ${of} ${word}${undecided > 0 ? `, ${undecided} undecided` : ''}` }
  }
  switch (action) {
    case 'update-record-off': return covered(updateRecord, sql<boolean>`(state = 'off' or ${madeWith('switch-off')})`, 'decided to switch off', 'Not in the register yet')
    case 'dsa-secondary-withdraw': return covered(secondaryVoluntary, sql<boolean>`(state in ('withdrawn', 'notice-given') or ${madeWith('withdraw')})`, 'decided to withdraw', 'No secondary, voluntary agreements')
    case 'dsa-freeze': return covered(newAgreements, sql<boolean>`state = 'frozen'`, 'frozen', 'No new agreements')
    case 'mo-tool-off': return covered(tools, sql<boolean>`(state in ('off', 'prompts-ignored') or ${madeWith('switch-off', 'ignore-prompts')})`, 'off or ignored', 'No tools in the register')
    case 'telephony-data-defer': return covered(declarations('digital-telephony'), sql<boolean>`state = 'deferred'`, 'deferred', 'Not in the register yet')
    case 'online-requests-defer': return covered(declarations('online-requests'), sql<boolean>`state = 'deferred'`, 'deferred', 'Not in the register yet')
    default: return null
  }
}
