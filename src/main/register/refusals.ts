import { ZodError } from 'zod'
import type { z } from 'zod'
import { refusal, refuse, Refused, type Detail } from '../../shared/contract/refused.ts'
import type { Refusal } from '../../shared/contract/reply.ts'
import { dateInWords } from '../../shared/domain/words.ts'
import { dayInEngland } from '../../shared/domain/date.ts'
import { storeFailure, StoreFailure } from '../store/store-failure.ts'

/** Sentences for a form, by the path of their field. */
export function fieldSentences(error: z.ZodError): Record<string, string[]> {
  const fields: Record<string, string[]> = {}
  for (const { path, message } of error.issues) (fields[path.join('.')] ??= []).push(message)
  return fields
}

/** Whatever was thrown, as something a person can read. What is not one of ours is `internal`, and logged by the caller. */
export function asRefusal(thrown: unknown): Refusal {
  if (thrown instanceof Refused) return thrown.refusal
  const error = storeFailure(thrown)
  if (error instanceof StoreFailure) return refusal(error.code, detailOf(error))
  // The schema of an event refused what a form let through: a fault of ours, but nothing was recorded.
  if (error instanceof ZodError) return refusal('invalid-input', { fields: fieldSentences(error) })
  return refusal('internal')
}

function detailOf({ code, detail }: StoreFailure): Detail {
  if (detail === null) return {}
  switch (code) {
    case 'register-locked': return { happened: `The register is open somewhere else (${readableSince(detail)}).` }
    case 'register-newer': return { happened: `A newer version of this app wrote this register (its form has the number ${detail}).` }
    case 'register-damaged': return { happened: `The register is damaged or was changed outside the app. ${detail}` }
    default: return { happened: detail }
  }
}

function readableSince(detail: string): string {
  const [computer, since] = detail.split(', since ')
  return since ? `on ${computer}, since ${dateInWords(dayInEngland(since))}` : detail
}

export const notFound = (what: string): Refused => refuse('not-found', { happened: `This ${what} is not in the register.` })
