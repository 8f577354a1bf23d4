import type { EntryDetail } from '../../../shared/contract/entries.ts'
import { dateInWords } from '../../../shared/domain/words.ts'
import { dueInWords, isOver } from '../../components/format.ts'
import { Icon } from '../../components/icon.tsx'
import { ClassTag, ForceTag, StateWord } from '../../components/tags.tsx'

/** What it is for, why it exists, how it stands, whose it is and what is due, in one line under the title. */
export function EntryTags({ detail }: Readonly<{ detail: EntryDetail }>) {
  const { entry, next, judgedFor: today } = detail
  return (
    <div className="psr-entry__tags">
      <ClassTag of={detail.class} />
      <ForceTag of={detail.force} />
      <StateWord kind={entry.kind} state={entry.state} />
      <span>{detail.ownerName === null ? 'No owner yet' : `Owner: ${detail.ownerName}`}</span>
      {next && (
        <span className={isOver(next.on, today) ? 'psr-row psr-entry__due psr-bad' : 'psr-row psr-entry__due'}>
          <Icon name={isOver(next.on, today) ? 'bad' : 'calendar'} size={16} />{next.what} {dateInWords(next.on)}, {dueInWords(next.on, today)}
        </span>
      )}
      {entry.tags.map((tag) => <span key={tag} className="psr-entry__label">{tag}</span>)}
    </div>
  )
}
