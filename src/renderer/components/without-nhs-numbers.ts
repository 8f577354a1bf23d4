import { findNhsNumbers, plainForNumbers } from '../../shared/domain/nhs-number.ts'

const removed = '[number removed]'

/** A text with every number that looks like an NHS number taken out of it; unchanged where there is none. */
export function withoutNhsNumbers(text: string): string {
  const found = findNhsNumbers(text)
  if (found.length === 0) return text
  return found.toReversed().reduce((rest, { start, end }) => rest.slice(0, start) + removed + rest.slice(end), plainForNumbers(text))
}
