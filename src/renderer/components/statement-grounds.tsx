import type { ReactNode } from 'react'
import type { Position } from '../../shared/domain/position.ts'
import type { Statement } from '../../shared/domain/statement.ts'
import { classWords, dateInWords, kindWords, forceSaid, legalForceWords, positionCodeWords, verbWords } from '../../shared/domain/words.ts'
import { countOf, dayMonthYear } from './format.ts'
import { HashText } from './hash-text.tsx'
import { Facts } from './panel.tsx'
import { ClassTag, SourceGrade } from './tags.tsx'

/** What the decision rests on, in full: purposes, legal force, position, the rules' reasons, dates with their working, evidence. */
export function StatementGrounds({ statement, open }: Readonly<{ statement: Statement; open: boolean }>) {
  const { grounds, dates, evidence } = statement
  return (
    <details className="psr-statement__grounds" open={open || undefined}>
      <summary><b>Grounds, dates and evidence in full</b>{evidence.length > 0 && <span className="psr-quiet"> {countOf(evidence.length, 'piece')} of evidence</span>}</summary>
      <Purposes of={grounds.purposes} />
      <Block title="Why it exists">
        <p>{[
          legalForceWords[grounds.force.force], grounds.force.reference,
          grounds.force.checkedOn && `${forceSaid(grounds.force.force).toLowerCase()} ${dateInWords(grounds.force.checkedOn)}${grounds.force.checkedBy ? ` by ${grounds.force.checkedBy}` : ''}`,
        ].filter(Boolean).join(', ')}</p>
      </Block>
      {grounds.position && <PositionThen position={grounds.position} />}
      <Block title={`What the rules say for ${dateInWords(grounds.gate.judgedFor)}`}>
        <ul>{grounds.gate.reasons.map(({ code, text, source }) => <li key={code}>{text}{source && <span className="psr-quiet"> {source}</span>}</li>)}</ul>
      </Block>
      {dates.length > 0 && (
        <Block title="Dates and how they were worked out">
          <Facts small facts={dates.map(({ label, date, working }) => ({ term: label, value: <><b>{dateInWords(date)}</b>{working && <span className="psr-quiet"> {working}</span>}</> }))} />
        </Block>
      )}
      {evidence.length > 0 && (
        <Block title="Evidence">
          <ul>{evidence.map(({ name, sha256 }) => <li key={sha256}>{name} <span className="psr-quiet"><HashText hash={sha256} digits={16} /></span></li>)}</ul>
        </Block>
      )}
      <p className="psr-quiet">
        {statement.practice.name}, {statement.practice.ods}. {kindWords[statement.entry.kind].title} {[`${statement.entry.ref}, ${statement.entry.title}`, ...statement.entry.parties].join(', ')}. What is decided: {verbWords[statement.verb].imperative.toLowerCase()}.
      </p>
    </details>
  )
}

function Block({ title, children }: Readonly<{ title: string; children: ReactNode }>) {
  return <section><h3>{title}</h3>{children}</section>
}

function Purposes({ of }: Readonly<{ of: Statement['grounds']['purposes'] }>) {
  if (of.length === 0) return null
  return (
    <Block title="What it is for">
      <ol>
        {of.map((purpose) => (
          <li key={purpose.text}>
            <span className="psr-clause">{purpose.text}</span>
            <span className="psr-row psr-statement__purpose"><ClassTag of={purpose.class} word={classWords[purpose.class]} />{purpose.category}</span>
            <span className="psr-quiet">{[purpose.why, purpose.confirmedBy && `Confirmed by ${purpose.confirmedBy}.`, purpose.ruleSet && `Rules ${purpose.ruleSet}.`].filter(Boolean).join(' ')}</span>
          </li>
        ))}
      </ol>
    </Block>
  )
}

function PositionThen({ position }: Readonly<{ position: Position }>) {
  const span = [position.from && `from ${dayMonthYear(position.from)}`, position.to && `to ${dayMonthYear(position.to)}`].filter(Boolean).join(' ')
  return (
    <Block title={`Position: ${positionCodeWords[position.code].toLowerCase()}${span ? `, ${span}` : ''}`}>
      <p>{position.text} <span className="psr-quiet">Checked {dateInWords(position.checkedOn)}.{position.perPractice && ' A contract variation may bind a practice later.'}</span></p>
      <ul>
        {position.sources.map((source) => (
          <li key={`${source.address}${source.says}`}><SourceGrade source={source} /> {source.says} <span className="psr-quiet psr-break">{source.address}</span></li>
        ))}
      </ul>
    </Block>
  )
}
