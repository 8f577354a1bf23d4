import type { SplitHalf } from '../entry-record.ts'
import { dayInEngland } from '../date.ts'
import type { EntryKind } from '../kind.ts'
import { dateInWords } from './date.ts'

/** The one paper, product or switch that two halves of a split share; it begins a sentence. */
export const behindBothHalves = Object.freeze({
  'sharing-agreement': 'The same agreement stands behind both entries: a split sorts the register, it does not change what was signed.',
  'gp-connect-setting': 'The same setting stands behind both entries.',
  'medicines-tool': 'The same tool stands behind both entries: a split sorts the register, it does not change the tool.',
  declaration: 'The same declaration stands behind both entries.',
} as const satisfies Record<EntryKind, string>)

/** "2 purposes went to DSA-0008 Research part on 22 November 2026, by Partner A: why." */
export function splitInWords({ ref, title, purposes, reason, by }: SplitHalf, way: 'from' | 'into'): string {
  const what = `${purposes} ${purposes === 1 ? 'purpose' : 'purposes'} ${way === 'from' ? 'came from' : 'went to'}`
  return `${what} ${ref} ${title} on ${dateInWords(dayInEngland(by.at))}, by ${by.name}: ${reason}${/[.!?]$/.test(reason) ? '' : '.'}`
}
