import { dateInWords } from '../words/date.ts'
import { positionSubjectWords } from '../words/position.ts'
import { mainSource, reason, stopsTheFlow } from './rule.ts'
import type { Rule } from './rule.ts'

export const positionToVerify: Rule = ({ verb, position }) =>
  stopsTheFlow(verb) && position?.code === 'verify'
    ? { answer: 'warn', reasons: [reason('position-verify', `${position.text} This is not settled: check before relying on it.`, mainSource(position))] }
    : null

/** Sources that disagree stand side by side; nobody is averaged away. */
export const sourcesDiffer: Rule = ({ verb, position }) =>
  stopsTheFlow(verb) && position?.sourcesDiffer
    ? {
        answer: 'warn',
        reasons: [
          reason('sources-differ', 'The sources do not agree with each other about this. Each is shown; check before relying on one.', mainSource(position)),
          ...position.sources.map((source) => reason('source-says', `${source.party}: ${source.says}`, source.address)),
        ],
      }
    : null

export const noPositionCovers: Rule = ({ verb, effectiveDate, subject, position, subjectIsKnown }) =>
  stopsTheFlow(verb) && subject !== null && position === null && subjectIsKnown
    ? {
        answer: 'warn',
        reasons: [reason('no-position', `No position on “${positionSubjectWords[subject]}” covers ${dateInWords(effectiveDate)}, so nothing is known for that day.`)],
      }
    : null

/** A position that stands against nothing is still named, with its source. */
export const positionAllows: Rule = ({ verb, position }) =>
  stopsTheFlow(verb) && (position?.code === 'permitted' || position?.code === 'no-call')
    ? { answer: 'open', reasons: [reason(`position-${position.code}`, position.text, mainSource(position))] }
    : null
