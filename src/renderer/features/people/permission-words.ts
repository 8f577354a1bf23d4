import type { CallName } from '../../../shared/contract/call-names.ts'
import type { permissions } from '../../../shared/domain/permissions.ts'
import type { CallOutput } from '../../../shared/contract/contract.ts'

type Rows = CallOutput<'practice.get'>['permissions']
type Kept = { [N in CallName]: (typeof permissions)[N] extends string ? never : N }[CallName]

/** What each act is to a person. Acts that belong together share their words. An act that only some roles may do and that has no words does not compile. */
const words = Object.freeze({
  'practice.change': 'Change the practice’s details', 'policy.change': 'Change how you decide',
  'people.add': 'Keep the list of people', 'people.change': 'Keep the list of people', 'people.leave': 'Keep the list of people',
  'action.choose': 'Record a choice for one of the nine actions', 'action.propose': 'Record a choice for one of the nine actions', 'action.drop': 'Record a choice for one of the nine actions',
  'position.record': 'Keep the positions', 'position.check': 'Keep the positions', 'position.retire': 'Keep the positions', 'position.take-shipped': 'Keep the positions',
  'entry.add': 'Add and change entries', 'catalogue.add': 'Add and change entries', 'clause.from-file': 'Add and change entries', 'entry.change': 'Add and change entries', 'entry.split': 'Add and change entries',
  'entry.record-standing': 'Record how an entry stands, and why it exists', 'entry.record-force': 'Record how an entry stands, and why it exists',
  'purpose.add': 'Keep the purposes of an entry', 'purpose.change': 'Keep the purposes of an entry', 'purpose.remove': 'Keep the purposes of an entry',
  'purpose.classify': 'Say what a purpose is for', 'purpose.propose-again': 'Say what a purpose is for', 'purpose.check': 'Check what somebody else said it is for',
  'decision.draft': 'Draw up a decision', 'decision.change': 'Draw up a decision', 'decision.record-advice': 'Record advice',
  'decision.fix': 'Fix a statement for signing, or drop a decision', 'decision.cancel': 'Fix a statement for signing, or drop a decision',
  'evidence.choose': 'Attach evidence and set it aside', 'evidence.attach': 'Attach evidence and set it aside', 'evidence.describe': 'Attach evidence and set it aside', 'evidence.set-aside': 'Attach evidence and set it aside',
  'decision.effects-shown': 'Answer a statement and sign', 'decision.answer': 'Answer a statement and sign', 'action.answer': 'Answer a statement and sign',
  'pack.choices': 'Send statements to a partner elsewhere, on file or paper, and record what comes back', 'pack.make': 'Send statements to a partner elsewhere, on file or paper, and record what comes back',
  'pack.bring-back': 'Send statements to a partner elsewhere, on file or paper, and record what comes back', 'pack.record': 'Send statements to a partner elsewhere, on file or paper, and record what comes back',
  'paper.print': 'Send statements to a partner elsewhere, on file or paper, and record what comes back', 'paper.record': 'Send statements to a partner elsewhere, on file or paper, and record what comes back',
  'decision.record-step': 'Record how a decision is carried out', 'decision.step-not-needed': 'Record how a decision is carried out', 'decision.reopen-step': 'Record how a decision is carried out',
  'decision.plan-step': 'Record how a decision is carried out', 'decision.watch': 'Record how a decision is carried out', 'decision.end': 'Record how a decision is carried out', 'decision.lapse': 'Record how a decision is carried out',
  'letter.export': 'Write letters and record what came of them', 'letter.record-sent': 'Write letters and record what came of them', 'letter.record-reply': 'Write letters and record what came of them',
  'review.record': 'Record a review',
  'decision.check': 'Check that a decision was carried out',
} as const satisfies Record<Kept, string>)

const wordsFor = (act: string): string => (Object.hasOwn(words, act) ? words[act as Kept] : act)

/** The table in a person's words, acts with the same words and the same roles in one row. */
export function permissionRows(permissions: Rows): Rows {
  const rows = new Map<string, Rows[number]>()
  for (const { act, roles } of permissions) {
    const words = wordsFor(act)
    rows.set(`${words} ${roles.join(' ')}`, { act: words, roles })
  }
  return [...rows.values()]
}
