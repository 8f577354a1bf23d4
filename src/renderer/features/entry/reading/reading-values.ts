import { z } from 'zod'
import { longText } from '../../../../shared/domain/entry-fields.ts'
import { classification, clausePlace } from '../../../../shared/domain/purpose.ts'
import { suggestedPurpose, type Suggestion } from '../../../../shared/domain/suggestion.ts'
import type { CallInput } from '../../../../shared/contract/contract.ts'

/** A purpose on its way into the register: proposed by the rules or typed, confirmed or not, or left out by the person. */
export const readPurpose = z.object({ text: longText, proposal: suggestedPurpose.nullable(), classification: classification.nullable(), leftOut: z.boolean() })
export type ReadPurpose = z.infer<typeof readPurpose>

/** A pasted clause as it is being read. `readText` is the text that the purposes were read from. */
export const reading = z.object({
  text: z.string().max(60_000, 'Use 60,000 characters or fewer'), place: clausePlace, readText: z.string(), ruleSet: z.string().nullable(),
  questions: z.array(z.object({ code: z.string(), text: z.string() })), purposes: z.array(readPurpose).max(60, 'At most 60 purposes at a time'),
})
export type Reading = z.infer<typeof reading>

export const emptyReading: Reading = { text: '', place: { document: null, page: null, clause: null }, readText: '', ruleSet: null, questions: [], purposes: [] }

/** Takes in what the rules suggest. What a person already said about a purpose that is still there is kept, and so is what was typed by hand. */
export function withSuggestion(before: Reading, { purposes, ruleSet, questions }: Suggestion): Reading {
  const said = new Map(before.purposes.filter(({ proposal }) => proposal).map((purpose) => [purpose.proposal?.text, purpose]))
  const read = purposes.map((proposal): ReadPurpose => {
    const known = said.get(proposal.text)
    return { text: proposal.text, proposal, classification: known?.classification ?? null, leftOut: known?.leftOut ?? false }
  })
  return { ...before, readText: before.text, ruleSet, questions, purposes: [...read, ...before.purposes.filter(({ proposal }) => !proposal)] }
}

type PurposesIn = Pick<CallInput<'purpose.add'>, 'clause' | 'purposes'>

/** What is sent: the clause as written, and the purposes that were not left out. */
export function purposesFrom({ readText, place, ruleSet, purposes }: Reading): PurposesIn {
  return {
    clause: readText.trim() === '' ? null : { text: readText, place, ruleSet },
    purposes: purposes.filter(({ leftOut, text }) => !leftOut && text.trim() !== '').map(({ text, proposal, classification }) => ({ text, proposal, classification })),
  }
}

/** Where a refusal of the call's fields belongs in the form that holds the reading. */
export const readingField = (path: string): string =>
  (path === 'text' || path === 'clause.text' ? 'reading.text' : path.startsWith('clause.place.') ? path.replace('clause.', 'reading.') : path.startsWith('purposes') ? `reading.${path}` : path)
