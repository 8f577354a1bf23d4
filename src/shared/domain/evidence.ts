import { z } from 'zod'
import { isoDate } from './date.ts'
import { longText, shortText } from './entry-fields.ts'
import type { Role } from './role.ts'

/** What a file is proof of. */
export const evidenceCategories = [
  'signed-copy', 'dpia', 'notice-sent', 'proof-of-sending', 'acknowledgement', 'setting-screenshot', 'ending-certificate',
  'correspondence', 'advice', 'minutes', 'signed-page', 'other',
] as const
export type EvidenceCategory = (typeof evidenceCategories)[number]

/** What a person says about a file; all of it can be put right later. */
export const evidenceFacts = z.strictObject({
  category: z.enum(evidenceCategories),
  /** What it shows. */
  note: longText,
  /** The day the evidence is from, not the day it was attached. */
  evidenceOn: isoDate,
  expiresOn: isoDate.nullable(),
})
export type EvidenceFacts = z.infer<typeof evidenceFacts>

/** What the bytes themselves say. */
export const evidenceFile = z.strictObject({
  sha256: z.string().regex(/^[0-9a-f]{64}$/), bytes: z.int().positive(),
  /** Found by content, never by the name. */
  mediaType: z.string().min(1).max(150),
  /** It opens with a password only, so nobody here has seen whether it can be read. */
  locked: z.boolean(),
  fileName: shortText.min(1).max(255),
})
export type EvidenceFile = z.infer<typeof evidenceFile>

/** `superseded` keeps the bytes; `removed` drops them, for a file that should never have been here. */
export const setAsideKinds = ['superseded', 'removed'] as const
export type SetAsideKind = (typeof setAsideKinds)[number]

/** Bytes of the largest file that is taken. */
export const largestEvidence = 25 * 1024 * 1024

/** Kinds of file that are taken, and the extension under which each is opened outside the app. */
export const mediaTypes = Object.freeze({
  'application/pdf': { word: 'PDF', extension: 'pdf' },
  'image/png': { word: 'Picture (PNG)', extension: 'png' },
  'image/jpeg': { word: 'Picture (JPEG)', extension: 'jpg' },
  'image/tiff': { word: 'Picture (TIFF)', extension: 'tif' },
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': { word: 'Word', extension: 'docx' },
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': { word: 'Excel', extension: 'xlsx' },
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': { word: 'PowerPoint', extension: 'pptx' },
  'application/vnd.oasis.opendocument.text': { word: 'OpenDocument text', extension: 'odt' },
  'application/vnd.oasis.opendocument.spreadsheet': { word: 'OpenDocument sheet', extension: 'ods' },
  'message/rfc822': { word: 'E-mail', extension: 'eml' },
  'application/vnd.ms-outlook': { word: 'E-mail (Outlook)', extension: 'msg' },
  'text/plain': { word: 'Text', extension: 'txt' },
  'text/csv': { word: 'Table (CSV)', extension: 'csv' },
} as const satisfies Record<string, { word: string; extension: string }>)
export type MediaType = keyof typeof mediaTypes

export const isMediaType = (type: string): type is MediaType => Object.hasOwn(mediaTypes, type)
/** A type that a newer version took keeps its own name. */
export const mediaTypeWord = (type: string): string => (isMediaType(type) ? mediaTypes[type].word : type)

/** What evidence can be attached to. */
export const evidenceSubjects = ['entry', 'decision'] as const
export type EvidenceSubject = (typeof evidenceSubjects)[number]

/**
 * What somebody may attach, describe and set aside, by their role: everything, advice only, or nothing. Whoever keeps
 * the register does so everywhere, partners on decisions, and advisers add their own advice to a decision.
 */
export function categoriesFor(role: Role, subject: EvidenceSubject): readonly EvidenceCategory[] {
  if (role === 'data-protection-lead' || role === 'practice-manager') return evidenceCategories
  if (subject !== 'decision') return []
  if (role === 'partner') return evidenceCategories
  return role === 'dpo' || role === 'caldicott-guardian' ? ['advice'] : []
}

/** Bytes are dropped for good, so only whoever keeps the register does that. */
export const mayRemoveBytes = (role: Role): boolean => role === 'data-protection-lead' || role === 'practice-manager'

/** Days before its end in which a file is looked at again. */
export const evidenceEndsSoonDays = 90
