import { sql, type RawBuilder } from 'kysely'
import type { CallOutput } from '../../shared/contract/contract.ts'
import type { ActionSlug } from '../../shared/domain/action.ts'
import type { Verb } from '../../shared/domain/verb.ts'
import { verbWords } from '../../shared/domain/words.ts'
import { countEntries } from './count-entries.ts'
import type { Reading } from './desk.ts'

type Coverage = CallOutput<'home.get'>['actions'][number]['coverage']

const updateRecord = sql<boolean>`mechanism = 'update-record' and state != 'closed'`
const secondaryVoluntary = sql<boolean>`kind = 'sharing-agreement' and class = 'secondary-use' and force = 'voluntary' and state not in ('offered', 'frozen', 'closed')`
const newAgreements = sql<boolean>`kind = 'sharing-agreement' and state in ('offered', 'frozen')`
const tools = sql<boolean>`kind = 'medicines-tool' and state != 'closed'`
const declarations = (subject: string) => sql<boolean>`kind = 'declaration' and json_extract(doc, '$.fields.subject') = ${subject} and state != 'closed'`

type Group = Readonly<{ entries: RawBuilder<boolean>; none: string }>

/** The entries that an action is about; none for the four that are recorded only. */
function groupOf(action: ActionSlug): Group | null {
  switch (action) {
    case 'update-record-off': return { entries: updateRecord, none: 'Not in the register yet' }
    case 'dsa-secondary-withdraw': return { entries: secondaryVoluntary, none: 'No secondary, voluntary agreements' }
    case 'dsa-freeze': return { entries: newAgreements, none: 'No new agreements' }
    case 'mo-tool-off': return { entries: tools, none: 'No tools in the register' }
    case 'telephony-data-defer': return { entries: declarations('digital-telephony'), none: 'Not in the register yet' }
    case 'online-requests-defer': return { entries: declarations('online-requests'), none: 'Not in the register yet' }
    default: return null
  }
}

/**
 * How far the practice has decided about the entries an action concerns, and how. It counts decisions, not stopped
 * flows: what was decided still has to be carried out.
 */
export function coverageOf({ store }: Reading, action: ActionSlug): Coverage {
  const group = groupOf(action)
  if (!group) return null
  const of = countEntries(store, group.entries)
  if (of === 0) return { done: 0, of, text: group.none }
  const newest = sql<string>`(select verb from decision where decision.entry = entry.id and decision.status = 'made' order by changed_at desc, ref desc limit 1)`
  const decided = store.statements.all(store.db.selectFrom('entry').select([newest.as('verb'), sql<number>`count(*)`.as('count')]).where(group.entries).groupBy('verb').orderBy('count', 'desc').orderBy('verb'))
    .filter(({ verb }) => verb !== null)
  const done = decided.reduce((total, { count }) => total + count, 0)
  const how = decided.map(({ verb, count }) => `${decided.length > 1 ? `${count} ` : ''}${verbWords[verb as Verb].imperative.toLowerCase()}`).join(', ')
  return { done, of, text: done === 0 ? `None of ${of} decided` : `${done} of ${of} decided: ${how}` }
}
