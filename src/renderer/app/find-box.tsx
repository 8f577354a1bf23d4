import { useDeferredValue, useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { useLocation } from 'wouter'
import { Icon } from '../components/icon.tsx'
import { FoundPlaces } from './found-places.tsx'
import { registerWith } from './paths.ts'

/** Search from anywhere, Ctrl K. What is found opens below; Enter shows all of it in the register. */
export function FindBox() {
  const [words, setWords] = useState('')
  const [open, setOpen] = useState(false)
  const [path, go] = useLocation()
  const [shownOn, setShownOn] = useState(path)
  const box = useRef<HTMLElement>(null)
  const input = useRef<HTMLInputElement>(null)
  const asked = useDeferredValue(words.trim())
  // Gone somewhere: the search is over.
  if (path !== shownOn) { setShownOn(path); setOpen(false); setWords('') }
  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'k') return
      event.preventDefault()
      input.current?.focus()
      input.current?.select()
    }
    const onFocus = (event: FocusEvent) => { if (event.target instanceof Node && !box.current?.contains(event.target)) setOpen(false) }
    const onPointer = (event: PointerEvent) => { if (event.target instanceof Node && !box.current?.contains(event.target)) setOpen(false) }
    document.addEventListener('keydown', onKey)
    document.addEventListener('focusin', onFocus)
    document.addEventListener('pointerdown', onPointer)
    return () => {
      document.removeEventListener('keydown', onKey)
      document.removeEventListener('focusin', onFocus)
      document.removeEventListener('pointerdown', onPointer)
    }
  }, [])
  const close = () => { setOpen(false); setWords(''); input.current?.focus() }
  return (
    <search ref={box} className="psr-find">
      <form onSubmit={(event) => { event.preventDefault(); setOpen(false); if (asked !== '') { setWords(''); go(registerWith({ q: asked })) } }}>
        <Icon name="search" size={16} />
        <input
          ref={input} type="search" aria-label="Search the register and the trail" placeholder="Search the register, trail" autoComplete="off" maxLength={200}
          aria-keyshortcuts="Control+K" value={words} onFocus={() => setOpen(true)} onChange={(event) => { setWords(event.target.value); setOpen(true) }}
          onKeyDown={(event) => { if (event.key === 'Escape') close(); else moveAmong(event, box.current) }}
        />
        <kbd aria-hidden="true">Ctrl K</kbd>
      </form>
      {open && asked !== '' && <FoundPlaces words={asked} onKeyDown={(event) => { if (event.key === 'Escape') close(); else moveAmong(event, box.current) }} />}
    </search>
  )
}

/** Arrow keys walk from the box through what was found and back. */
function moveAmong(event: KeyboardEvent, box: HTMLElement | null): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  if (step === undefined || !box) return
  const stops = [...box.querySelectorAll<HTMLElement>('input, a')]
  const next = stops[stops.findIndex((stop) => stop === document.activeElement) + step]
  if (!next) return
  event.preventDefault()
  next.focus()
}
