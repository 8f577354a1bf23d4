import type { PurposeRecord } from '../../../../shared/domain/entry-record.ts'
import { dayInEngland } from '../../../../shared/domain/date.ts'
import { classWords } from '../../../../shared/domain/words.ts'
import { NumberDisc } from '../../../components/clause-text.tsx'
import { dayMonthYear } from '../../../components/format.ts'
import { Icon } from '../../../components/icon.tsx'
import { MarkedReason } from '../../../components/marked-reason.tsx'
import { ClassTag } from '../../../components/tags.tsx'
import type { Categories } from '../use-categories.ts'
import { PurposeActs } from './purpose-acts.tsx'
import { SuggestedTag } from './suggested-tag.tsx'

type ItemProps = Readonly<{ entry: string; purpose: PurposeRecord; categories: Categories; onConfirmed: () => void }>

/** One purpose: what it is, its class, the reason with the words it rests on, and who confirmed and checked it. */
export function PurposeItem({ entry, purpose, categories, onConfirmed }: ItemProps) {
  const { number, proposal, confirmed, clause, text } = purpose
  const category = confirmed?.classification.category ?? proposal?.category
  const own = confirmed?.classification.reason
  return (
    <li className="psr-purpose">
      <NumberDisc number={number} />
      <div>
        <div className="psr-purpose__head">
          <h3>{category === undefined ? 'Not placed yet' : categories.label(category)}</h3>
          {confirmed ? <ClassTag of={confirmed.classification.class} /> : proposal ? <SuggestedTag of={proposal.class} /> : <ClassTag of="undetermined" />}
        </div>
        {clause === null && <p className="psr-purpose__text">{text}</p>}
        {clause !== null && proposal && text !== proposal.text && <p className="psr-purpose__text">Read as: {text}</p>}
        <p>{own ? own : proposal && <MarkedReason reason={proposal.reason} evidence={proposal.evidence} />}</p>
        {confirmed && proposal && purpose.proposedAgain && (
          <p className="psr-warn psr-row"><Icon name="warn" size={16} /><span>Newer rules ({proposal.ruleSet}) now propose {classWords[proposal.class].toLowerCase()}: {proposal.reason} What was confirmed stands until somebody confirms it again or changes it.</span></p>
        )}
        {confirmed && proposal && !purpose.proposedAgain && confirmed.classification.class !== proposal.class && <p className="psr-quiet">The rules had suggested {classWords[proposal.class].toLowerCase()}: {proposal.reason}</p>}
        <p className="psr-quiet">{byWhom(purpose)}</p>
        <PurposeActs entry={entry} purpose={purpose} categories={categories} onConfirmed={onConfirmed} />
      </div>
    </li>
  )
}

function byWhom({ confirmed, checked, proposal }: PurposeRecord): string {
  if (!confirmed) return proposal ? 'A suggestion. It counts only when a person confirms it.' : 'Nobody has said yet what this is for.'
  const who = `Confirmed by ${confirmed.by.name}, ${dayMonthYear(dayInEngland(confirmed.by.at))}`
  if (!checked) return who
  return `${who}, checked by ${checked.by.name}${checked.ownCheckReason === null ? '' : ` (own check: ${checked.ownCheckReason})`}`
}
