import type { KeyboardEvent } from 'react'
import { Link } from 'wouter'
import { ClassGlyph } from '../components/glyphs.tsx'
import { countOf } from '../components/format.ts'
import { Icon } from '../components/icon.tsx'
import { Marked, markPattern } from '../components/marked.tsx'
import { paths, registerWith } from './paths.ts'
import { useAnswer } from './use-call.ts'

const shown = 6

/** The first entries that have the words, and the two places where all of it is. */
export function FoundPlaces({ words, onKeyDown }: Readonly<{ words: string; onKeyDown: (event: KeyboardEvent) => void }>) {
  const found = useAnswer('entry.list', {
    filter: { view: 'all', search: words, kinds: [], classes: [], forces: [], states: [], owners: [], tags: [], closedToo: true },
    sort: 'title', descending: false, offset: 0, limit: shown,
  }, { keepLast: true })
  const pattern = markPattern(words)
  const trail = `${paths.trail}?${new URLSearchParams({ q: words }).toString()}`
  return (
    <div className="psr-found">
      <output className="psr-vh">{found.data && (found.data.found === 0 ? 'No entry found' : `${countOf(found.data.found, 'entry', 'entries')} found`)}</output>
      <ul>
        {found.data?.rows.map((row) => (
          <li key={row.id}>
            <Link to={paths.entry(row.id)} onKeyDown={onKeyDown}>
              <ClassGlyph of={row.class} /><span className="psr-found__title"><Marked text={row.title} pattern={pattern} /></span><span className="psr-quiet">{row.ref}</span>
            </Link>
          </li>
        ))}
        <li>
          <Link to={registerWith({ q: words, closed: 'too' })} onKeyDown={onKeyDown}>
            <Icon name="register" size={14} /><span className="psr-found__title">{found.data?.found === 0 ? 'No entry has these words' : `All ${found.data?.found ?? ''} in the register`}</span>
          </Link>
        </li>
        <li><Link to={trail} onKeyDown={onKeyDown}><Icon name="trail" size={14} /><span className="psr-found__title">Look in the trail</span></Link></li>
      </ul>
    </div>
  )
}
