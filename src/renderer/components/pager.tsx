import { Icon } from './icon.tsx'

type PagerProps = Readonly<{ page: number; pages: number; onPage: (page: number) => void }>

/** Page numbers; the first, the last and those beside the current one, with a dot row for what is left out. @param page counts from 1. */
export function Pager({ page, pages, onPage }: PagerProps) {
  if (pages <= 1) return null
  return (
    <nav className="psr-pager" aria-label="Pages">
      <button type="button" disabled={page === 1} onClick={() => onPage(page - 1)}><Icon name="back" size={16} /><span className="psr-vh">Previous page</span></button>
      {pageNumbers(page, pages).map((number, index) => (number === null
        // eslint-disable-next-line react/no-array-index-key
        ? <span key={`gap${index}`} aria-hidden="true">…</span>
        : (
          <button key={number} type="button" aria-current={number === page ? 'page' : undefined} onClick={() => onPage(number)}>
            <span className="psr-vh">Page </span>{number}
          </button>
        )))}
      <button type="button" disabled={page === pages} onClick={() => onPage(page + 1)}><Icon name="next" size={16} /><span className="psr-vh">Next page</span></button>
    </nav>
  )
}

/** @returns the numbers to show, with null where some are left out. */
export function pageNumbers(page: number, pages: number): (number | null)[] {
  const wanted = [1, page - 1, page, page + 1, pages].filter((number) => number >= 1 && number <= pages)
  const shown = [...new Set(wanted)].sort((a, b) => a - b)
  return shown.flatMap((number, index) => {
    const before = shown[index - 1]
    if (before === undefined || number === before + 1) return [number]
    return number === before + 2 ? [before + 1, number] : [null, number]
  })
}
