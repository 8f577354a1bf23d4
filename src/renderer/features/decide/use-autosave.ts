import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { UseFormReturn } from 'react-hook-form'
import type { DecisionDetail } from '../../../shared/contract/decisions.ts'
import type { DecisionDraft } from '../../../shared/domain/decision-draft.ts'
import { keyOf } from '../../app/query-keys.ts'
import { useSession } from '../../app/session-context.ts'
import { AppRefusal, call, isRefusal } from '../../bridge.ts'
import { withoutNhsNumbers } from '../../components/without-nhs-numbers.ts'
import { savable } from './savable.ts'

const idle = 2500

export type DraftForm = UseFormReturn<{ draft: DecisionDraft }, unknown, { draft: DecisionDraft }>
export type Autosave = Readonly<{
  /** Saves now what is typed. @returns false when it was refused or a field is not yet right. */
  save: () => Promise<boolean>
  saving: boolean
  /** Set when the last attempt was refused; what is typed is then only on screen. */
  error: unknown
}>

/**
 * Saves a decision's draft when a field is left and when typing pauses. Each saving is an event of the trail, so it
 * is not done at every keystroke. A field that is not yet right keeps its last saved value and says what is wrong.
 */
export function useAutosave(form: DraftForm, id: string, start: DecisionDraft): Autosave {
  const client = useQueryClient()
  const { status } = useSession()
  const saved = useRef(start)
  const running = useRef<Promise<boolean>>(Promise.resolve(true))
  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined)
  const [state, setState] = useState<{ saving: boolean; error: unknown }>({ saving: false, error: null })

  const saveOnce = useCallback(async (): Promise<boolean> => {
    const { draft, wrong } = savable(form.getValues('draft'), saved.current)
    form.clearErrors()
    for (const { name, message } of wrong) form.setError(name, { message })
    if (JSON.stringify(draft) === JSON.stringify(saved.current)) return wrong.length === 0
    setState({ saving: true, error: null })
    try {
      const fresh: DecisionDetail = await call('decision.change', { id, draft })
      saved.current = fresh.decision.draft
      client.setQueryData(keyOf('decision.get', { id }), fresh)
      void client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'decision.get' && queryKey[0] !== 'shown-list' })
      setState({ saving: false, error: null })
      return wrong.length === 0
    } catch (error) {
      setState({ saving: false, error })
      // The main side has locked by itself: then the screen locks too, and what is typed waits behind it.
      if (isRefusal(error, 'not-signed-in')) void client.invalidateQueries({ queryKey: keyOf('app.status', {}) })
      else showOnFields(form, error)
      return false
    }
  }, [client, form, id])

  const save = useCallback(() => {
    clearTimeout(waiting.current)
    waiting.current = undefined
    // One after the other: a later text must never be overtaken by an earlier one.
    running.current = running.current.then(saveOnce)
    return running.current
  }, [saveOnce])

  useEffect(() => {
    const stop = form.subscribe({ formState: { values: true }, callback: () => {
      clearTimeout(waiting.current)
      waiting.current = setTimeout(() => { void save() }, idle)
    } })
    const flush = () => { if (waiting.current !== undefined) void save() }
    window.addEventListener('pagehide', flush)
    return () => {
      stop()
      window.removeEventListener('pagehide', flush)
      flush()
    }
  }, [form, save])

  // What could not be saved while the register was locked is saved once somebody is back.
  const locked = status.phase !== 'ready'
  const wasLocked = useRef(false)
  useEffect(() => {
    if (!locked && wasLocked.current) void save()
    wasLocked.current = locked
  }, [locked, save])

  return { save, ...state }
}

function showOnFields(form: DraftForm, error: unknown): void {
  if (!(error instanceof AppRefusal)) return
  for (const [path, sentences] of Object.entries(error.refusal.fields ?? {})) {
    const name = path as 'draft.reason'
    const typed: unknown = form.getValues(name)
    if (error.refusal.code === 'nhs-number' && typeof typed === 'string') form.setValue(name, withoutNhsNumbers(typed))
    form.setError(name, { message: sentences.join('. ') })
  }
}
