import { useEffect, useRef, useState } from 'react'
import { Icon } from '../../components/icon.tsx'

const pause = 120

type SearchBoxProps = Readonly<{ words: string; onWords: (words: string) => void; onDown: () => void }>

/** Searches as one types. `/` comes here from anywhere on the screen, arrow down goes to the first row. */
export function SearchBox({ words, onWords, onDown }: SearchBoxProps) {
  const [typed, setTyped] = useState(words)
  const [asked, setAsked] = useState(words)
  const input = useRef<HTMLInputElement>(null)
  const latest = useRef(onWords)
  useEffect(() => { latest.current = onWords })
  // The words may also change from outside: another view, "Clear all", the search in the top bar.
  if (words !== asked) { setAsked(words); setTyped(words) }
  useEffect(() => {
    if (typed === asked) return
    const waiting = setTimeout(() => { setAsked(typed); latest.current(typed) }, pause)
    return () => clearTimeout(waiting)
  }, [typed, asked])
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== '/' || isTyping(event.target)) return
      event.preventDefault()
      input.current?.focus()
      input.current?.select()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])
  return (
    <search className="psr-reg__search">
      <Icon name="search" size={16} />
      <input
        ref={input} type="search" className="nhsuk-input" aria-label="Search in the register" placeholder="Search" autoComplete="off" maxLength={200}
        value={typed} onChange={(event) => setTyped(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') setTyped('')
          if (event.key === 'ArrowDown') { event.preventDefault(); onDown() }
        }}
      />
    </search>
  )
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable], dialog') !== null
