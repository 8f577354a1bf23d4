import { useEffect, useRef, useState } from 'react'
import { useLocation } from 'wouter'
import { Icon } from '../components/icon.tsx'
import { registerWith } from './paths.ts'

/** Search from anywhere, Ctrl K. Enter shows what was found in the register. */
export function FindBox() {
  const [words, setWords] = useState('')
  const [, go] = useLocation()
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
        event.preventDefault()
        input.current?.select()
        input.current?.focus()
      }
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])
  return (
    <search className="psr-find"><form
      onSubmit={(event) => { event.preventDefault(); go(registerWith({ q: words.trim() })); setWords('') }}
    >
      <Icon name="search" size={16} />
      <input
        ref={input} type="search" aria-label="Search the register" placeholder="Search the register" autoComplete="off" aria-keyshortcuts="Control+K"
        value={words} onChange={(event) => setWords(event.target.value)}
        onKeyDown={(event) => { if (event.key === 'Escape') setWords('') }}
      />
      <kbd aria-hidden="true">Ctrl K</kbd>
    </form></search>
  )
}
