import { dayInEngland } from '../../../shared/domain/date.ts'
import type { DecisionRecord, FixedStatement } from '../../../shared/domain/decision-record.ts'
import { clockTime, countOf, dayMonthYear } from '../../components/format.ts'
import { HashText } from '../../components/hash-text.tsx'
import { Section } from '../../components/panel.tsx'
import { changeInWords } from './statement-change.ts'

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
        {voided.changes.map((change) => {
          const { label, from, to } = changeInWords(change)
          return (
            <div key={change.field}>
              <dt>{label}</dt>
              <dd><span className="psr-vh">was </span><del>{from}</del> <span aria-hidden="true">→</span><span className="psr-vh"> became </span> <ins>{to}</ins></dd>
            </div>
          )
        })}
      </dl>
    </li>
  )
}
