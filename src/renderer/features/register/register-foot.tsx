import { useState } from 'react'
import { numberInWords } from '../../components/format.ts'
import { Pager } from '../../components/pager.tsx'
import { rowChoices, type RegisterSearch, type RowChoice } from './register-search.ts'
import { sortWords } from './register-table.tsx'

const key = 'psr-rows'

/** How many rows a page has, as last chosen on this computer. */
export function useRowChoice() {
  const [choice, setChoice] = useState<RowChoice>(() => rowChoices.find((one) => one === localStorage.getItem(key)) ?? 'fit')
  const choose = (next: RowChoice) => { localStorage.setItem(key, next); setChoice(next) }
  return [choice, choose] as const
}

type FootProps = Readonly<{
  search: RegisterSearch; found: number; limit: number; rowChoice: RowChoice
  onRowChoice: (choice: RowChoice) => void; onPage: (page: number) => void
}>

export function RegisterFoot({ search, found, limit, rowChoice, onRowChoice, onPage }: FootProps) {
  const from = (search.page - 1) * limit + 1
  const to = Math.min(found, search.page * limit)
  return (
    <div className="psr-reg__foot">
      <span>{numberInWords(from)} to {numberInWords(to)} of {numberInWords(found)}, by {sortWords[search.sort]}</span>
      <label>Rows:{' '}
        <select value={rowChoice} onChange={(event) => onRowChoice(rowChoices.find((one) => one === event.target.value) ?? 'fit')}>
          {rowChoices.map((choice) => <option key={choice} value={choice}>{choice === 'fit' ? 'as many as fit' : choice}</option>)}
        </select>
      </label>
      <span className="psr-reg__keys"><kbd>↑</kbd> <kbd>↓</kbd> move <kbd>Enter</kbd> open <kbd>/</kbd> search</span>
      <Pager page={search.page} pages={Math.ceil(found / limit)} onPage={onPage} />
    </div>
  )
}
