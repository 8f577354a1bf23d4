import { useState } from 'react'
import { Link, useSearch } from 'wouter'
import type { CatalogueItem } from '../../../../shared/domain/catalogue.ts'
import { dateInWords } from '../../../../shared/domain/words.ts'
import { Answer } from '../../../app/answer.tsx'
import { Page } from '../../../app/page.tsx'
import { paths } from '../../../app/paths.ts'
import { useAnswer } from '../../../app/use-call.ts'
import { TextButton } from '../../../components/button.tsx'
import { CatalogueDetail } from './catalogue-detail.tsx'
import { CatalogueList } from './catalogue-list.tsx'
import './catalogue.scss'

/** Drafts of common flows, settings and tools: search, look at one with its sources, add it with nothing confirmed. */
export function CatalogueScreen() {
  const [words, setWords] = useState('')
  const all = useAnswer('catalogue.search', { words: '' })
  const found = useAnswer('catalogue.search', { words }, { keepLast: true })
  const chosen = new URLSearchParams(useSearch()).get('item')
  return (
    <Page
      title="Pick from common flows" note={all.data && `${all.data.total} drafts, sources seen ${dateInWords(all.data.checkedOn)}`}
      crumb={<><Link to={paths.register}>Register</Link><span className="psr-quiet">/</span><Link to={paths.add}>Add an entry</Link></>}
    >
      <p className="psr-cat__lead">Nobody has checked these drafts for your practice. What holds is what your own agreement, contract and settings say. Class and force are suggested, not confirmed.</p>
      <Answer of={found} loading="Opening the catalogue">{({ items }) => (
        <div className="psr-cat">
          <div>
            <SearchWords words={words} onWords={setWords} />
            <output className="psr-small psr-quiet psr-cat__count">{items.length} of {all.data?.total ?? items.length} drafts</output>
            {items.length > 0 ? <CatalogueList items={items} chosen={chosen} /> : (
              <div className="psr-cat__none"><p><b>No draft has “{words}”.</b> Titles, suppliers, products, purposes and data were searched.</p><p><TextButton onClick={() => setWords('')}>Clear the search</TextButton></p></div>
            )}
          </div>
          <Chosen item={all.data?.items.find(({ id }) => id === chosen)} />
        </div>
      )}</Answer>
    </Page>
  )
}

function SearchWords({ words, onWords }: Readonly<{ words: string; onWords: (words: string) => void }>) {
  return (
    <search className="psr-cat__search">
      <input
        type="search" className="nhsuk-input" aria-label="Search in the catalogue" placeholder="Search by name, supplier or subject" autoComplete="off" maxLength={200}
        value={words} onChange={(event) => onWords(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onWords('')
          if (event.key !== 'ArrowDown') return
          event.preventDefault()
          document.querySelector<HTMLElement>('.psr-cat__list a')?.focus()
        }}
      />
    </search>
  )
}

function Chosen({ item }: Readonly<{ item: CatalogueItem | undefined }>) {
  if (!item) return <p className="psr-quiet psr-cat__choose">Choose a draft to see what it is for, with whom it usually is, and who says so.</p>
  return <CatalogueDetail key={item.id} item={item} />
}
