import { addPeriod, type IsoDate } from './date.ts'
import type { EntryRecord } from './entry-record.ts'
import { evidenceEndsOn } from './evidence-record.ts'
import { auditCheckDue } from './review.ts'

/** Days on which somebody has to do something about an entry. Which are late depends on today and is asked when shown. */
export const dueKinds = ['review', 'audit-check', 'section-251-ends', 'agreement-ends', 'declaration-due', 'evidence-ends'] as const
export type DueKind = (typeof dueKinds)[number]
export type DueDate = Readonly<{ on: IsoDate; what: DueKind }>

const over = new Set(['closed', 'withdrawn'])

/** In the order of their days; none for an entry that is over. */
export function dueDates(entry: EntryRecord): DueDate[] {
  if (over.has(entry.state)) return []
  const due: DueDate[] = []
  const add = (on: IsoDate | null, what: DueKind): void => { if (on) due.push({ on, what }) }
  add(entry.fields.reviewOn, 'review')
  if (entry.kind === 'sharing-agreement') {
    add(entry.fields.section251Expires, 'section-251-ends')
    add(entry.fields.endsOn, 'agreement-ends')
  }
  if (entry.kind === 'gp-connect-setting') add(auditCheckDue(entry, addPeriod), 'audit-check')
  if (entry.kind === 'declaration' && entry.state === 'offered') add(entry.fields.dueOn, 'declaration-due')
  add(evidenceEndsOn(entry.evidence), 'evidence-ends')
  return due.toSorted((a, b) => a.on.localeCompare(b.on) || a.what.localeCompare(b.what))
}

export const dueWords = Object.freeze({
  review: 'Review', 'audit-check': 'Audit check of what was written', 'section-251-ends': 'Section 251 ends', 'agreement-ends': 'Agreement ends', 'declaration-due': 'Answer due', 'evidence-ends': 'Evidence runs out',
} as const satisfies Record<DueKind, string>)
