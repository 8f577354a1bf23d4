import { Link } from 'wouter'
import type { DecisionDetail } from '../../../shared/contract/decisions.ts'
import type { Position } from '../../../shared/domain/position.ts'
import { classLines, dateInWords, forceSaid, legalForceLines } from '../../../shared/domain/words.ts'
import { paths } from '../../app/paths.ts'
import { Section } from '../../components/panel.tsx'
import { ClassTag, ForceTag, PositionTag } from '../../components/tags.tsx'
import { subjectInWords } from '../entry/positions-today.tsx'

/** What the decision rests on: what it is for, why it exists, the position on that day. */
export function GroundsPart({ detail: { statement: { grounds }, entry } }: Readonly<{ detail: DecisionDetail }>) {
  const { force, position } = grounds
  return (
    <Section title="Grounds" aside="Copied into the decision as known today">
      <dl className="psr-grounds">
        <div>
          <dt>What it is for</dt>
          <dd>
            <ClassTag of={grounds.class} />
            <small>{classLines[grounds.class]} <Link to={`${paths.entry(entry.id)}#purposes`}>Purposes</Link></small>
          </dd>
        </div>
        <div>
          <dt>Why it exists</dt>
          <dd>
            <ForceTag of={force.force} />
            <small>
              {force.checkedOn === null ? legalForceLines[force.force] : `${force.reference ?? 'No reference recorded'}. ${forceSaid(force.force)} by ${force.checkedBy ?? 'somebody'}, ${dateInWords(force.checkedOn)}.`}{' '}
              <Link to={`${paths.entry(entry.id)}#force`}>Record</Link>
            </small>
          </dd>
        </div>
        <div>
          <dt>{position ? `Position, ${positionSubject(position)}` : 'Position'}</dt>
          <dd>
            <PositionTag code={position?.code ?? null} sourcesDiffer={position?.sourcesDiffer} />
            {position ? <PositionLines position={position} /> : <small>No position speaks about this on that day. The agreement’s own terms and the law apply.</small>}
          </dd>
        </div>
      </dl>
    </Section>
  )
}

const positionSubject = ({ subject }: Position): string => {
  const words = subjectInWords(subject)
  return words.startsWith('Action') ? words.split(',')[0]?.toLowerCase() ?? words : words.toLowerCase()
}

/** The position, and sources that differ one under the other. */
function PositionLines({ position: { text, sourcesDiffer, sources, checkedOn } }: Readonly<{ position: Position }>) {
  return (
    <>
      <small>{text}</small>
      {sourcesDiffer && sources.map(({ party, says, address }) => <small key={`${party}${address}${says}`}><b>{party}:</b> {says} <span className="psr-break">{address}</span></small>)}
      {!sourcesDiffer && sources.map(({ party, address }) => <small key={`${party}${address}`} className="psr-break">{party}: {address}</small>)}
      <small>Checked {dateInWords(checkedOn)}.</small>
    </>
  )
}
