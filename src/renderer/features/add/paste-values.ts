import { z } from 'zod'
import { shortText } from '../../../shared/domain/entry-fields.ts'
import type { IsoDate } from '../../../shared/domain/date.ts'
import { emptyReading, reading } from '../entry/reading/reading-values.ts'
import { emptyEntry, newEntry } from './new-entry.ts'

export const steps = ['Paste the clause', 'What it is for', 'The rest'] as const

/** One form over three steps, so that a draft of it is whole at every step. Each step asks only for its own. */
export const pasteSchema = z.object({ ...newEntry.shape, title: shortText, step: z.int(), reading }).superRefine((values, context) => {
  if (values.step === 1 && values.reading.text.trim() === '') context.addIssue({ code: 'custom', path: ['reading', 'text'], message: 'Paste the clause' })
  if (values.step === 3 && values.title === '') context.addIssue({ code: 'custom', path: ['title'], message: 'Enter a title' })
})
export type PasteValues = z.infer<typeof pasteSchema>

export const emptyPaste = (today: IsoDate): PasteValues => ({ ...emptyEntry('sharing-agreement', today), step: 1, reading: emptyReading })
