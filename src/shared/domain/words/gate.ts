import type { GateAnswer, Offer, Requirement } from '../gate-answer.ts'
import { verbWords } from './verb.ts'

export const gateAnswerWords = Object.freeze({
  open: 'Allowed',
  warn: 'Allowed, with a warning',
  'needs-override': 'Needs an override',
  'not-available': 'Not available',
} as const satisfies Record<GateAnswer, string>)

/** `label` names what is missing, `ask` tells the person what to write. */
export const requirementWords = Object.freeze({
  'find-out-class': { label: 'What it is for', ask: 'Find out what each purpose is for and confirm its class, or write why the decision cannot wait for that.' },
  'find-out-force': { label: 'Why it exists', ask: 'Find out whether law, a contract or a paid scheme requires it, or write why the decision cannot wait for that.' },
  'clinical-safety-note': { label: 'Safety note', ask: 'Write what is lost, what takes its place, and who watches that.' },
  'dpo-advice': { label: 'Data protection officer’s advice', ask: 'Record the advice word for word, with its date.' },
  'override-reason': { label: 'Reason to go ahead all the same', ask: 'Write why the practice decides this although it may be required.' },
  'second-partner': { label: 'Second partner', ask: 'A second partner has to agree.' },
  'contract-reference': { label: 'Contract reference', ask: 'Enter the scheme or contract, the payment at risk and the date it ends.' },
  'notice-period': { label: 'Notice period', ask: 'Enter the period the agreement asks for and the clause that says so.' },
  'end-date': { label: 'End date', ask: 'Enter the date when the freeze ends if nothing else is decided.' },
  'exit-condition': { label: 'Exit condition', ask: 'Write what has to be true before the practice signs.' },
} as const satisfies Record<Requirement, { label: string; ask: string }>)

export function offerWord(offer: Offer): string {
  return offer === 'split' ? 'Split into two entries' : verbWords[offer].imperative
}
