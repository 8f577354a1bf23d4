import type { ReactNode } from 'react'
import type { Effects } from '../../shared/domain/decision-draft.ts'
import type { IsoInstant } from '../../shared/domain/date.ts'
import { dayInEngland } from '../../shared/domain/date.ts'
import type { PositionSource } from '../../shared/domain/position.ts'
import type { Statement } from '../../shared/domain/statement.ts'
import { dateInWords, requirementWords, roleWords } from '../../shared/domain/words.ts'
import { clockTime } from './format.ts'
import { HashText } from './hash-text.tsx'
import { Icon } from './icon.tsx'
import { StatementGrounds } from './statement-grounds.tsx'
import { ClassTag, ForceTag, GateAnswer, PositionTag } from './tags.tsx'
import './statement-sheet.scss'

type SheetProps = Readonly<{
  statement: Statement
  /** Both null while it is a preview of what would be fixed. */
  hash: string | null
  fixedAt: IsoInstant | null
  /** Grounds, dates and evidence stand open. Otherwise they open with a click, so that the answer stays in sight. */
  inFull?: boolean
}>

/**
 * The statement as a sheet of paper, for preview and sign-off. Drawn from the statement alone: every word on it stands
 * in the fixed text, headings aside, and every word of the fixed text stands on it.
 */
export function StatementSheet({ statement, hash, fixedAt, inFull = false }: SheetProps) {
  const { decision, drawnUpBy, grounds } = statement
  return (
    <article className="psr-statement" aria-labelledby="statement-title">
      <p className="psr-small psr-quiet">
        Statement for decision {decision.ref}, drawn up by {drawnUpBy}{fixedAt && `, fixed ${dateInWords(dayInEngland(fixedAt))}, ${clockTime(fixedAt)}`}
      </p>
      <h2 id="statement-title" tabIndex={-1}>{statement.title}</h2>
      <div className="psr-row psr-statement__tags">
        <ClassTag of={grounds.class} word={grounds.class === 'secondary-use' ? 'Exclusively secondary use' : undefined} />
        <ForceTag of={grounds.force.force} />
        {grounds.position && <PositionTag code={grounds.position.code} sourcesDiffer={grounds.position.sourcesDiffer} />}
      </div>
      <p className="psr-statement__lead"><Dated text={statement.summary} statement={statement} /></p>
      <WhatChanges lines={statement.whatChanges} />
      <div className="psr-statement__parts">
        <Part title="Reason">{statement.reason}</Part>
        <RunIn title="What it does" lines={effectTitles.map(([key, title]) => [title, statement.effects[key]])} />
        <Part title="What stays the same">{statement.staysTheSame}</Part>
        <Rules statement={statement} />
        {!warnsOfSources(statement) && <SourcesDiffer statement={statement} />}
        <Part title="Instead of">{statement.replaces ?? ''}</Part>
      </div>
      {statement.advice.map(({ role, name, view, text, on }) => (
        <section key={role}>
          <h3>Advice of the {[inSentence(roleWords[role]), name === roleWords[role] ? '' : name, dateInWords(on)].filter(Boolean).join(', ')}</h3>
          <p>{text === '' ? 'Not asked.' : `“${text}”`}{text !== '' && view !== 'not-asked' && ` (${view} the decision)`}</p>
        </section>
      ))}
      <div className="psr-statement__foot">
        <StatementGrounds statement={statement} open={inFull} />
        <span>{hash ? <>Statement <b><HashText hash={hash} digits={16} /></b></> : 'A preview. Nothing is fixed yet.'}</span>
      </div>
    </article>
  )
}

const effectTitles = [['service', 'Service'], ['money', 'Money'], ['patients', 'Patients'], ['contract', 'Contract']] as const satisfies readonly (readonly [keyof Effects, string])[]

/** A title in the middle of a sentence keeps its capital only where it is a name. */
const inSentence = (title: string): string => (title.startsWith('Caldicott') ? title : title.charAt(0).toLowerCase() + title.slice(1))

/** The text as it is, with the days that the decision turns on in bold. */
function Dated({ text, statement: { dates } }: Readonly<{ text: string; statement: Pick<Statement, 'dates'> }>) {
  const day = dates.map(({ date }) => dateInWords(date)).find((words) => text.includes(words))
  if (day === undefined) return text
  const at = text.indexOf(day)
  return <>{text.slice(0, at)}<b>{day}</b><Dated text={text.slice(at + day.length)} statement={{ dates }} /></>
}

function Part({ title, children }: Readonly<{ title: string; children: ReactNode }>) {
  if (children === '') return null
  return <section><h3>{title}</h3><p>{children}</p></section>
}

function WhatChanges({ lines }: Readonly<{ lines: readonly string[] }>) {
  if (lines.length === 0) return null
  return (
    <section className="psr-statement__changes">
      <h3>What changes in practice</h3>
      <ul>{lines.map((line) => <li key={line}><Icon name="next" size={16} />{line}</li>)}</ul>
    </section>
  )
}

/** Short heads that run into their text, so that four effects take no more room than they need. */
function RunIn({ title, lines }: Readonly<{ title: string; lines: readonly (readonly [head: string, text: string])[] }>) {
  const said = lines.filter(([, text]) => text !== '')
  if (said.length === 0) return null
  return <section><h3>{title}</h3><RunInLines lines={said} /></section>
}

function RunInLines({ lines }: Readonly<{ lines: readonly (readonly [head: string, text: string])[] }>) {
  return <dl className="psr-statement__lines">{lines.map(([head, text]) => <div key={head}><dt>{head}:</dt> <dd>{text}</dd></div>)}</dl>
}

/**
 * What the rules warn of and what was said to it, in plain sight. An open gate has nothing to warn of, and its reasons
 * stand with the grounds.
 */
function Rules({ statement }: Readonly<{ statement: Statement }>) {
  const { grounds: { gate, position }, given, secondPartner } = statement
  const said = given.filter(({ requirement }) => requirement !== 'second-partner' || secondPartner === null)
  const warns = gate.answer !== 'open' && gate.reasons.length > 0
  if (!warns && said.length === 0 && !secondPartner) return null
  return (
    <section>
      <h3 className="psr-row">The rules say <GateAnswer answer={gate.answer} /></h3>
      {warns && <ul className="psr-statement__reasons">{gate.reasons.map(({ code, text }) => <li key={code}>{text}{code === sourcesDiffer && position && <Sources of={position.sources} />}</li>)}</ul>}
      <RunInLines
        lines={[
          ...said.map(({ requirement, text }) => [requirementWords[requirement].label, text] as const),
          ...(secondPartner ? [[requirementWords['second-partner'].label, `${secondPartner.name} has to agree, whatever the count.`] as const] : []),
        ]}
      />
    </section>
  )
}

/** The gate's own code for a position whose sources do not agree; they then stand under its warning. */
const sourcesDiffer = 'sources-differ'
const warnsOfSources = ({ grounds: { gate, position } }: Statement): boolean =>
  position !== null && gate.answer !== 'open' && gate.reasons.some(({ code }) => code === sourcesDiffer)

function SourcesDiffer({ statement: { grounds: { position } } }: Readonly<{ statement: Statement }>) {
  return position?.sourcesDiffer ? <section><h3>Where sources differ</h3><Sources of={position.sources} /></section> : null
}

function Sources({ of }: Readonly<{ of: readonly PositionSource[] }>) {
  return <ul className="psr-statement__reasons">{saidBy(of).map(({ parties, says }) => <li key={says}><b>{parties.join(', ')}:</b> {says}</li>)}</ul>
}

/** Those who say the same, word for word, stand together. */
function saidBy(sources: readonly PositionSource[]): readonly { says: string; parties: readonly string[] }[] {
  const told = Map.groupBy(sources, ({ says }) => says)
  return [...told].map(([says, by]) => ({ says, parties: [...new Set(by.map(({ party }) => party))] }))
}
