import { Link } from 'wouter'
import type { CallOutput } from '../../../shared/contract/contract.ts'
import { classWords } from '../../../shared/domain/words.ts'
import { Answer } from '../../app/answer.tsx'
import { Page } from '../../app/page.tsx'
import { paths } from '../../app/paths.ts'
import { useMay } from '../../app/session-context.ts'
import { useAct, useAnswer } from '../../app/use-call.ts'
import { Button } from '../../components/button.tsx'
import { countOf } from '../../components/format.ts'
import { Section } from '../../components/panel.tsx'
import { RefusalDialog } from '../../components/refusal.tsx'
import { ClassTag } from '../../components/tags.tsx'
import './positions.scss'

type Compared = CallOutput<'rules.compare'>
type Purpose = Compared['entries'][number]['purposes'][number]

/** Which purposes the rules of this version read differently, old beside new with the words each relied on. */
export function RulesScreen() {
  const compared = useAnswer('rules.compare', {})
  return (
    <Page title="New rules" note={compared.data && noteOf(compared.data)} crumb={<Link to={paths.positions}>Positions</Link>}>
      <Answer of={compared} loading="Reading every clause with the new rules">{(value) => <Differences compared={value} />}</Answer>
    </Page>
  )
}

const noteOf = ({ ruleSet, entries }: Compared): string => `Version ${ruleSet}: ${countOf(entries.length, 'entry reads', 'entries read')} differently`

function Differences({ compared: { entries, olderPurposes, ruleSet } }: Readonly<{ compared: Compared }>) {
  return (
    <>
      <p className="psr-pos__lead">
        Nothing changes by itself. What somebody confirmed stays as confirmed. You can put the new proposal beside it, purpose by purpose; the entry is then marked until somebody confirms or changes it.
      </p>
      {entries.length === 0 && <p><b>No entry reads differently.</b> {olderPurposes === 0 ? 'Every purpose was read with these rules.' : `${countOf(olderPurposes, 'purpose was', 'purposes were')} read with older rules, and version ${ruleSet} reads them the same.`}</p>}
      {entries.map((entry) => (
        <Section key={entry.id} title={`${entry.ref} ${entry.title}`} aside={<Link to={paths.entry(entry.id)}>Open the entry<span className="psr-vh"> {entry.ref}</span></Link>}>
          <ul className="psr-pos__diffs">{entry.purposes.map((purpose) => <li key={purpose.purpose}><OnePurpose entry={entry.id} purpose={purpose} ruleSet={ruleSet} /></li>)}</ul>
        </Section>
      ))}
    </>
  )
}

function OnePurpose({ entry, purpose, ruleSet }: Readonly<{ entry: string; purpose: Purpose; ruleSet: string }>) {
  const act = useAct('purpose.propose-again')
  const may = useMay('purpose.propose-again')
  const input = { entry, purpose: purpose.purpose, ruleSet }
  return (
    <>
      <h3>Purpose {purpose.number}</h3>
      <p>“{purpose.text}”</p>
      <div className="psr-pos__readings">
        <Reading title={`Rules ${purpose.from.ruleSet}`} reading={purpose.from} />
        <Reading title={`Rules ${ruleSet}`} reading={purpose.to} />
      </div>
      <p className="psr-small psr-quiet">{purpose.confirmed ? `Confirmed by a person as ${classWords[purpose.confirmed].toLowerCase()}.` : 'Nobody has confirmed it yet.'}</p>
      {may && purpose.to && (
        <Button small busy={act.isPending} onClick={() => act.mutate(input)}>Take over the new proposal<span className="psr-vh"> for purpose {purpose.number}</span></Button>
      )}
      {act.isError && <RefusalDialog error={act.error} onClose={() => act.reset()} onTryAgain={() => act.mutate(input)} />}
    </>
  )
}

function Reading({ title, reading }: Readonly<{ title: string; reading: Purpose['to'] }>) {
  if (!reading) return <section><h4>{title}</h4><p>See no purpose in these words. Look at the clause yourself.</p></section>
  return (
    <section>
      <h4>{title}</h4>
      <p className="psr-row"><ClassTag of={reading.class} /> {reading.category}</p>
      <p className="psr-small">{reading.reason}</p>
      {reading.words.length > 0 && <p className="psr-small psr-quiet">Words: {reading.words.map((words) => `“${words}”`).join(', ')}</p>}
    </section>
  )
}
