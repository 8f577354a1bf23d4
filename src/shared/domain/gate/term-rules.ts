import { isoPeriod } from '../date.ts'
import type { Mechanism } from '../entry-fields.ts'
import { reason } from './rule.ts'
import type { Rule } from './rule.ts'

/** There is no usual notice period: only the agreement can say. */
export const noNoticePeriod: Rule = ({ entry, verb }) =>
  verb === 'withdraw' && !isoPeriod.safeParse(entry.noticePeriod).success
    ? {
        answer: 'warn',
        reasons: [reason('no-notice-period', 'No notice period is recorded, so the day it takes effect cannot be worked out. Find the clause that states it; there is no usual period to fall back on.')],
        requires: ['notice-period'],
      }
    : null

export const freezeEnds: Rule = ({ verb }) =>
  verb === 'freeze'
    ? {
        answer: 'open',
        reasons: [reason('freeze-ends', 'A freeze has an end date and says what has to be true before the practice signs.')],
        requires: ['end-date', 'exit-condition'],
      }
    : null

const readOnly: ReadonlySet<Mechanism> = new Set(['access-record-html', 'access-record-structured', 'access-document', 'other-read'])

/** A setting whose mechanism is not known is taken for a write route: a note too many harms nobody. */
export const safetyNote: Rule = ({ entry, verb }) => {
  if (verb !== 'switch-off') return null
  const writes = entry.kind === 'gp-connect-setting' && (entry.mechanism === undefined || !readOnly.has(entry.mechanism))
  if (!writes && entry.kind !== 'medicines-tool') return null
  return {
    answer: 'open',
    reasons: [reason(
      'safety-note',
      writes
        ? 'What arrives by this route has to arrive some other way. Write what is lost, what takes its place and who watches that.'
        : 'Safety messages go with the tool. Write which are lost, what takes their place and who watches that.',
    )],
    requires: ['clinical-safety-note'],
  }
}

export const mixedTool: Rule = ({ entry, verb }) =>
  entry.kind === 'medicines-tool' && verb === 'switch-off' && entry.class === 'mixed'
    ? { answer: 'warn', reasons: [reason('mixed-tool', 'The tool serves care as well as savings, so its care messages would stop too.')] }
    : null
