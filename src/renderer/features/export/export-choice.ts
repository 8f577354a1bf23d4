import { z } from 'zod'
import { isoDate } from '../../../shared/domain/date.ts'
import type { ExportChoice } from './use-export.ts'

export type ExportAbout = Readonly<{ kind: 'whole' } | { kind: 'entry'; id: string; ref: string } | { kind: 'decision'; id: string; ref: string }>

export const documents = ['trail', 'schedule', 'decision', 'period'] as const
export type DocumentName = (typeof documents)[number]

type DocumentWords = Readonly<{ value: DocumentName; label: string; hint: string }>

/** The documents there are about something, the likeliest first. */
export function documentsAbout(about: ExportAbout): readonly DocumentWords[] {
  switch (about.kind) {
    case 'whole': return [
      { value: 'trail', label: 'Audit trail', hint: 'The register, every decision and every event in order. For an auditor.' },
      { value: 'schedule', label: 'Register schedule', hint: 'Counts, then every entry with all its fields. For a partners’ meeting.' },
      { value: 'period', label: 'Audit trail of some days', hint: 'What happened between two dates, and what explains it.' },
    ]
    case 'entry': return [{ value: 'trail', label: `Audit trail of ${about.ref}`, hint: 'The entry, its decisions and every event about them.' }]
    case 'decision': return [
      { value: 'decision', label: `Decision record of ${about.ref}`, hint: 'The statement as fixed, the answers with their signatures, evidence and follow-through.' },
      { value: 'trail', label: `Audit trail of ${about.ref}`, hint: 'The decision, its entry and every event about both.' },
    ]
  }
}

// What is typed into a field that is not shown any more must not stand in the way, so the days are checked with the choice.
const day = z.string().nullable()
export const exportForm = z.object({ document: z.enum(documents), when: z.enum(['now', 'day']), asAt: day, from: day, to: day }).superRefine((value, context) => {
  const say = (path: string, message: string): void => context.addIssue({ code: 'custom', path: [path], message })
  const needed = (field: 'asAt' | 'from' | 'to', ask: string): void => {
    const typed = value[field]
    if (typed === null) return say(field, ask)
    const problem = isoDate.safeParse(typed).error?.issues[0]
    if (problem) say(field, problem.message)
  }
  if (value.document === 'period') {
    needed('from', 'Enter the first day')
    needed('to', 'Enter the last day')
    if (value.from !== null && value.to !== null && value.to < value.from) say('to', 'Enter a last day that is not before the first')
  } else if (value.when === 'day') needed('asAt', 'Enter the day')
})
export type ExportForm = z.output<typeof exportForm>

export function choiceOf(about: ExportAbout, { document, when, asAt, from, to }: ExportForm): ExportChoice {
  if (document === 'period') return { report: 'trail', scope: { kind: 'period', from, to } }
  const scope = about.kind === 'whole' ? about : { kind: about.kind, id: about.id }
  return { report: document, scope, asAt: when === 'day' ? asAt : null }
}
