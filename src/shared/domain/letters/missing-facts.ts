import type { LetterFacts } from './letter-facts.ts'
import type { LetterKind } from './letter.ts'
import { dateLabelled, givenText } from './letter-facts.ts'

/**
 * What the records do not say and the letter would be better for: each is a line that the text leaves out. Nothing of
 * it stops the letter.
 */
export function missingFacts(kind: LetterKind, { entries, decided }: LetterFacts): string[] {
  const unsigned = entries.filter(({ kind: of, signedOn }) => of === 'sharing-agreement' && signedOn === null).map(({ ref }) => ref)
  const missing = unsigned.length === 0 ? [] : [`The day the agreement was signed is not recorded (${unsigned.join(', ')}).`]
  if (!decided) return missing
  const { statement, noticeClause, dataEnding, kept, stopped } = decided
  const add = (lacks: boolean, text: string): void => { if (lacks) missing.push(text) }
  if (kind === 'withdraw') {
    add(noticeClause === null, 'The clause that allows the notice is not recorded.')
    add(dateLabelled(statement, /^Last extract/) === null, 'The decision names no day of the last extract.')
  }
  if (kind === 'withdraw' || kind === 'restrict') {
    add(dateLabelled(statement, /^Takes effect/) === null, 'The day on which it takes effect could not be worked out.')
    add(dataEnding === null || (dataEnding !== 'keep-as-agreed' && dateLabelled(statement, /^Data (returned|destroyed)/) === null), 'The decision does not say what happens to the data they hold, or by when.')
  }
  if (kind === 'restrict') add(kept.length === 0 || stopped.length === 0, 'The decision does not say which purposes go on and which end.')
  if (kind === 'freeze') add(givenText(statement, 'end-date') === null || givenText(statement, 'exit-condition') === null, 'The decision does not say until when, or on what condition, it holds.')
  if (kind === 'switch-off') add(givenText(statement, 'clinical-safety-note') === null, 'The decision holds no safety note.')
  add(statement.reason === '', 'The decision gives no reason.')
  return missing
}
