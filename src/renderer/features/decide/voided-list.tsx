import { dayInEngland } from '../../../shared/domain/date.ts'
import type { DecisionRecord, FixedStatement } from '../../../shared/domain/decision-record.ts'
import { changedFieldWord, changedValueInWords } from '../../../shared/domain/words/event-values.ts'
import { noNames } from '../../../shared/domain/words/event-names.ts'
import { clockTime, countOf, dayMonthYear } from '../../components/format.ts'
import { HashText } from '../../components/hash-text.tsx'
import { Section } from '../../components/panel.tsx'

/** Statements that were taken back, with the field that changed and both values. Their answers are void and stay here. */
export function VoidedList({ decision }: Readonly<{ decision: DecisionRecord }>) {
  const voided = decision.statements.filter((fixed) => fixed.voided !== null)
  if (voided.length === 0) return null
  return (
    <Section title="Taken back" aside="Answers to these texts do not count">
      <ul className="psr-voided">{voided.toReversed().map((fixed) => <Voided key={`${fixed.hash}${fixed.fixed.at}`} fixed={fixed} />)}</ul>
    </Section>
  )
}

function Voided({ fixed: { hash, fixed, answers, voided } }: Readonly<{ fixed: FixedStatement }>) {
  if (!voided) return null
  return (
    <li>
      <p>
        <b>Statement <HashText hash={hash} digits={16} /></b>, fixed {dayMonthYear(dayInEngland(fixed.at))} {clockTime(fixed.at)} by {fixed.name},
        taken back {dayMonthYear(dayInEngland(voided.by.at))} {clockTime(voided.by.at)} by {voided.by.name}. {answers.length === 0 ? 'Nobody had answered.' : `${countOf(answers.length, 'answer was', 'answers were')} voided.`}
      </p>
      <dl className="psr-changes">
        {voided.changes.map(({ field, from, to }) => (
          <div key={field}>
            <dt>{statementFieldWord(field)}</dt>
            <dd><span className="psr-vh">was </span><del>{valueInWords(field, from)}</del> <span aria-hidden="true">→</span><span className="psr-vh"> became </span> <ins>{valueInWords(field, to)}</ins></dd>
          </div>
        ))}
      </dl>
    </li>
  )
}

const words: Readonly<Record<string, string>> = {
  summary: 'What the practice does', title: 'Title', dates: 'Dates', advice: 'Advice', given: 'What the rules ask for', grounds: 'Grounds',
  evidence: 'Evidence', entry: 'Entry', practice: 'Practice', secondPartner: 'Second partner', replaces: 'Takes the place of',
}

function statementFieldWord(field: string): string {
  const [head = field, part] = field.split('.')
  const own = words[head]
  const parts: Readonly<Record<string, string>> = { class: 'what it is for', purposes: 'purposes', force: 'why it exists', position: 'position', gate: 'what the rules say' }
  return own === undefined ? changedFieldWord(field) : part !== undefined && parts[part] ? `${own}: ${parts[part]}` : own
}

/** A value of a statement as people read it; of a list or a group, the texts in it. */
function valueInWords(field: string, value: unknown): string {
  if (Array.isArray(value)) return value.length === 0 ? 'empty' : value.map((item) => valueInWords(field, item)).join('; ')
  if (typeof value === 'object' && value !== null) return Object.values(value).filter((part) => part !== null && part !== '' && typeof part !== 'object').map((part) => changedValueInWords('', part, noNames)).join(', ')
  return changedValueInWords(field.split('.').at(-1) ?? field, value, noNames)
}
