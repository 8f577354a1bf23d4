import type { KeyboardEvent } from 'react'
import { Link } from 'wouter'
import type { CatalogueItem } from '../../../../shared/domain/catalogue.ts'
import { kindWords } from '../../../../shared/domain/words.ts'
import { paths } from '../../../app/paths.ts'
import { SuggestedTags } from './suggested-tags.tsx'

/** What was found, each with its class and force as suggested. Arrow keys go up and down. */
export function CatalogueList({ items, chosen }: Readonly<{ items: readonly CatalogueItem[]; chosen: string | null }>) {
  return (
    <nav className="psr-cat__list" aria-label="Drafts">
      <ul>
        {items.map((item) => (
          <li key={item.id}>
            <Link to={paths.catalogueItem(item.id)} aria-current={item.id === chosen ? 'page' : undefined} onKeyDown={step}>
              <b>{item.title}</b>
              <small>{kindWords[item.kind].title}: {item.supplier ?? item.who}</small>
              <SuggestedTags item={item} />
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function step(event: KeyboardEvent<HTMLAnchorElement>): void {
  const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
  if (by === 0) return
  const links = [...event.currentTarget.closest('ul')?.querySelectorAll('a') ?? []]
  const next = links[links.indexOf(event.currentTarget) + by]
  if (!next) return
  event.preventDefault()
  next.focus()
}
