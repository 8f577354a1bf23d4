import type { IsoDate } from './date.ts'
import type { DecisionRecord } from './decision-record.ts'
import { otherParties, type EntryRecord } from './entry-record.ts'
import type { Verb } from './verb.ts'
import { dateInWords } from './words.ts'

const titles = Object.freeze({
  freeze: (title) => `Freeze ${title}`,
  withdraw: (title) => `Withdraw from ${title}`,
  restrict: (title) => `Restrict ${title}`,
  continue: (title) => `Continue with ${title}`,
  'continue-under-protest': (title) => `Continue under protest with ${title}`,
  resume: (title) => `Resume ${title}`,
  'switch-off': (title) => `Switch off ${title}`,
  'switch-on': (title) => `Switch on ${title}`,
  'keep-with-controls': (title) => `Keep ${title} on, with controls`,
  'keep-under-protest': (title) => `Keep ${title} on, under protest`,
  'ignore-prompts': (title) => `Ignore the prompts of ${title}`,
  keep: (title) => `Keep ${title}`,
  defer: (title) => `Defer ${title}`,
  sign: (title) => `Sign ${title}`,
  'sign-under-protest': (title) => `Sign ${title} under protest`,
} as const satisfies Record<Verb, (title: string) => string>)

export const statementTitle = (verb: Verb, title: string): string => titles[verb](title)

/** What the practice does and when, in the sentences a partner signs. */
export function statementSummary(entry: EntryRecord, decision: DecisionRecord, takesEffectOn: IsoDate | null): string {
  const { verb, draft } = decision
  const party = otherParties(entry)[0]
  const withParty = party ? ` with ${party}` : ''
  const it = `${entry.ref}${withParty}`
  const from = takesEffectOn ? ` on ${dateInWords(takesEffectOn)}` : ' on a day still to be set'
  const since = takesEffectOn ? ` from ${dateInWords(takesEffectOn)}` : ''
  const until = draft.endsOn ? ` until ${dateInWords(draft.endsOn)}` : ''
  switch (verb) {
    case 'freeze': return `The practice does not sign ${it} for now${until}. ${draft.exitCondition ? `It looks at it again when this is so: ${draft.exitCondition}` : ''}`.trim()
    case 'withdraw': return `The practice ends agreement ${it}.${draft.noticeSentOn ? ` Notice goes out on ${dateInWords(draft.noticeSentOn)}.` : ''} Sharing stops${from}${dataEnding(decision)}.`
    case 'restrict': return `The practice keeps agreement ${it} and stops part of it${from}. These purposes go on: ${keptPurposes(entry, decision)}.`
    case 'continue': return `The practice continues agreement ${it} as it is${since}${until}.`
    case 'continue-under-protest': return `The practice continues agreement ${it} because it may be required to, and records its objection${since}.`
    case 'resume': return `The practice resumes ${it}${from}.`
    case 'switch-off': return `The practice switches off ${it}${from}.`
    case 'switch-on': return `The practice switches on ${it}${from}.`
    case 'keep-with-controls': return `The practice keeps ${it} switched on, and checks what comes in${since}.`
    case 'keep-under-protest': return `The practice keeps ${it} switched on because it may be required to, and records its objection${since}.`
    case 'ignore-prompts': return `The practice leaves ${it} installed and prescribes without following its prompts${since}.`
    case 'keep': return `The practice keeps ${it} as it is${since}.`
    case 'defer': return `The practice does not sign ${it} for now${until}.`
    case 'sign': return `The practice signs ${it}${from}.`
    case 'sign-under-protest': return `The practice signs ${it}${from} because it may be required to, and records its objection.`
  }
}

function dataEnding({ draft }: DecisionRecord): string {
  const by = draft.dataEndingBy ? ` by ${dateInWords(draft.dataEndingBy)}` : ''
  switch (draft.dataEnding) {
    case 'return': return `, and the data held is returned${by}`
    case 'destroy': return `, and the data held is destroyed${by}`
    case 'keep-as-agreed': return ', and data already held is kept as the agreement says'
    case null: return ''
  }
}

function keptPurposes(entry: EntryRecord, { draft }: DecisionRecord): string {
  const kept = entry.purposes.filter(({ id }) => draft.purposesKept.includes(id))
  return kept.length === 0 ? 'none named yet' : kept.map(({ number }) => `purpose ${number}`).join(', ')
}
