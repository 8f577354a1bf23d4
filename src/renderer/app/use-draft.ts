import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { FieldValues, UseFormReturn } from 'react-hook-form'
import { call } from '../bridge.ts'

/** Where a form in progress is kept. The register's own drafts by default; the first run has another place. */
export type DraftStore = Readonly<{
  get: () => Promise<{ value: unknown; savedAt?: string } | null>
  save: (value: unknown) => Promise<{ savedAt: string }>
  discard: () => Promise<unknown>
}>

const draftStore = (key: string): DraftStore => ({
  get: () => call('draft.get', { key }),
  save: (value) => call('draft.save', { key, value }),
  discard: () => call('draft.discard', { key }),
})

const pause = 600

export type Draft = Readonly<{
  /** False until the kept draft, if any, has been put into the form. Show the form only then. */
  ready: boolean
  /** When the draft was last kept. */
  savedAt: string | null
  /** Set when keeping it was refused; what is typed is then only on screen. */
  error: unknown
  /** Keeps what is in the form now, without waiting. */
  save: () => Promise<void>
  /** Forgets the draft, after the form has been sent or given up. */
  discard: () => Promise<void>
}>

/**
 * Keeps what is typed, a moment after it is typed, so that a lock, a fault or a power cut loses nothing.
 * A kept draft is put into the form when the screen opens.
 * @param except names that must never be kept, passphrases above all.
 */
export function useDraft<In extends FieldValues, Out>(
  form: UseFormReturn<In, unknown, Out>, key: string, { except = [], store: given }: Readonly<{ except?: readonly string[]; store?: DraftStore }> = {},
): Draft {
  const store = useMemo(() => given ?? draftStore(key), [given, key])
  const [state, setState] = useState<{ ready: boolean; savedAt: string | null; error: unknown }>({ ready: false, savedAt: null, error: null })
  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined)
  const names = except.join(' ')

  const save = useCallback(async () => {
    clearTimeout(waiting.current)
    waiting.current = undefined
    const secret = names.split(' ')
    const value = Object.fromEntries(Object.entries(form.getValues()).filter(([name]) => !secret.includes(name)))
    try {
      const { savedAt } = await store.save(value)
      setState({ ready: true, savedAt, error: null })
    } catch (error) {
      setState((before) => ({ ...before, error }))
    }
  }, [form, store, names])

  useEffect(() => {
    let gone = false
    const open = async () => {
      try {
        const kept = await store.get()
        if (gone) return
        if (kept && typeof kept.value === 'object') form.reset({ ...form.getValues(), ...kept.value }, { keepDefaultValues: true })
        setState({ ready: true, savedAt: kept?.savedAt ?? null, error: null })
      } catch (error) {
        if (!gone) setState({ ready: true, savedAt: null, error })
      }
    }
    void open()
    return () => { gone = true }
  }, [form, store])

  useEffect(() => {
    if (!state.ready) return
    const stop = form.subscribe({ formState: { values: true }, callback: () => {
      clearTimeout(waiting.current)
      waiting.current = setTimeout(() => { void save() }, pause)
    } })
    const flush = () => { if (waiting.current !== undefined) void save() }
    window.addEventListener('pagehide', flush)
    return () => {
      stop()
      window.removeEventListener('pagehide', flush)
      flush()
    }
  }, [form, save, state.ready])

  const discard = useCallback(async () => {
    clearTimeout(waiting.current)
    waiting.current = undefined
    await store.discard()
  }, [store])

  return { ...state, save, discard }
}
