import type { VerdictCode } from '../../trail/verdict.ts'

export const verdictWords = Object.freeze({
  matches: 'Matches', changed: 'Changed', 'cut-short': 'Cut short', 'could-not-check': 'Could not check',
} as const satisfies Record<VerdictCode, string>)
