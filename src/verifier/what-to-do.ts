import type { VerdictCode } from '../shared/trail/verdict.ts'

const steps = Object.freeze({
  matches: [],
  changed: [
    'Keep every file as it is, and save this answer beside them.',
    'Ask the practice for its register’s newest backup and an audit trail made today, and check those too.',
    'Until this is explained, go by the earlier file or the paper that somebody else kept.',
  ],
  'cut-short': [
    'Keep both files as they are, and save this answer beside them.',
    'Ask whether an old backup was put back, and for the newest one. What is missing may still be there.',
    'Until this is explained, go by the file that goes further.',
  ],
  'could-not-check': [
    'This says nothing about the register: nothing is known to be wrong, and nothing is known to be right.',
    'Ask for the PDF as the app wrote it. A scan, a print to PDF or an e-mail preview loses the attached trail.',
    'A register file (.psr) is checked in the app: Trail, then Check now. Here, drop its audit trail as a PDF.',
  ],
} as const satisfies Record<VerdictCode, readonly string[]>)

/** What somebody who reads this verdict can do next, in order. */
export const whatToDo = (verdict: VerdictCode): readonly string[] => steps[verdict]
