import { useWatch } from 'react-hook-form'
import type { EntryRecord } from '../../../../shared/domain/entry-record.ts'
import type { Half } from '../../../../shared/domain/entry-split.ts'
import { classLines } from '../../../../shared/domain/words.ts'
import { countOf } from '../../../components/format.ts'
import { ClassTag } from '../../../components/tags.tsx'

type PreviewProps = Readonly<{ entry: Pick<EntryRecord, 'ref' | 'title'>; halves: Readonly<{ stays: Half; moves: Half }> }>

/** What each entry would be, told again with every tick. */
export function HalvesPreview({ entry, halves: { stays, moves } }: PreviewProps) {
  const title: unknown = useWatch({ name: 'title' })
  return (
    <div aria-live="polite">
      <HalfCard name={`${entry.ref} ${entry.title}`} kept half={stays} />
      <HalfCard name={typeof title === 'string' && title !== '' ? title : 'The new entry'} half={moves} />
    </div>
  )
}

function HalfCard({ name, half, kept = false }: Readonly<{ name: string; half: Half; kept?: boolean }>) {
  const empty = half.purposes.length === 0
  return (
    <section className="psr-split__half">
      <p className="psr-small psr-quiet">{kept ? 'Stays' : 'New'}</p>
      <h2>{name}</h2>
      {empty
        ? <p className="psr-small psr-quiet">{kept ? 'Nothing would stay. Leave at least one purpose.' : 'Tick what moves to see what it will be.'}</p>
        : <><p className="psr-row"><ClassTag of={half.class} /><span className="psr-small">{countOf(half.purposes.length, 'purpose')}</span></p><p className="psr-small psr-quiet">{classLines[half.class]}</p></>}
    </section>
  )
}
