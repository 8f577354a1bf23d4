import { z } from 'zod'
import { isoDate, isoPeriod } from './date.ts'
import type { EntryKind } from './kind.ts'

/** Text limits: generous for what people write, small enough that a register stays a register. */
export const shortText = z.string().trim().max(300, 'Use 300 characters or fewer')
export const longText = z.string().trim().max(10_000, 'Use 10,000 characters or fewer')
const line = shortText.nullable()
const text = longText.nullable()
const day = isoDate.nullable()

export const partyRoles = ['controller', 'joint-controller', 'processor', 'recipient'] as const
export type PartyRole = (typeof partyRoles)[number]
export const party = z.strictObject({
  name: shortText.min(1, 'Enter the name of the organisation'),
  role: z.enum(partyRoles).nullable(),
  /** Organisation Data Service code; checked softly, because formats change. */
  odsCode: z.string().trim().max(12).nullable(),
})
export type Party = z.infer<typeof party>

export const identifiabilities = ['identifiable', 'pseudonymised', 'anonymised', 'aggregate'] as const
export type Identifiability = (typeof identifiabilities)[number]
/** How the duty of confidence is met. Not the same question as the UK GDPR basis. */
export const confidentialityBases = ['implied-consent', 'explicit-consent', 'section-251', 'statute', 'public-interest', 'not-confidential'] as const
export const optOutAnswers = ['applied', 'not-applied', 'exempt'] as const

export const sharingAgreementFields = z.strictObject({
  parties: z.array(party).max(60),
  heldAt: line, version: line, signedOn: day,
  dataItems: z.array(shortText.min(1)).max(100),
  specialCategory: z.boolean().nullable(),
  identifiability: z.enum(identifiabilities).nullable(),
  article6: line, article9: line, confidentialityBasis: z.enum(confidentialityBases).nullable(),
  section251Reference: line, section251Expires: day,
  directionReference: line,
  nationalOptOut: z.enum(optOutAnswers).nullable(),
  typeOneOptOut: z.enum(optOutAnswers).nullable(),
  recipientGivesCare: z.boolean().nullable(),
  method: line, location: line, retention: text, rightsHandling: text, privacyNotice: line,
  dpiaReference: line, dpiaOn: day,
  startsOn: day, endsOn: day, reviewOn: day,
  noticePeriod: isoPeriod.nullable(), noticeClause: line,
  afterwards: text,
  systemSetting: line, systemSettingCheckedOn: day,
})

export const mechanisms = [
  'update-record', 'access-record-html', 'access-record-structured', 'access-document', 'send-document',
  'appointment-management', 'other-write', 'other-read',
] as const
export type Mechanism = (typeof mechanisms)[number]
export const clinicalSystems = ['emis-web', 'systmone', 'medicus', 'other'] as const
export type ClinicalSystem = (typeof clinicalSystems)[number]
export const directions = ['read', 'write', 'book'] as const
export const writtenForms = ['coded', 'document', 'free-text'] as const

export const gpConnectSettingFields = z.strictObject({
  mechanism: z.enum(mechanisms),
  clinicalSystem: z.enum(clinicalSystems).nullable(),
  direction: z.enum(directions).nullable(),
  users: line,
  writtenForm: z.enum(writtenForms).nullable(),
  /** Menu paths differ and change, so the practice writes where it found the setting, in its own words. */
  settingPlace: text, settingCheckedOn: day,
  reviewEveryMessage: z.boolean().nullable(), stripCodes: line, filingRole: line,
  auditEvery: isoPeriod.nullable(),
  fallbackRoute: text, fallbackWatcher: line,
  reviewOn: day,
})

const percent = z.int('Enter a whole number from 0 to 100').min(0, 'Enter a whole number from 0 to 100').max(100, 'Enter a whole number from 0 to 100')
export const messageMix = z.strictObject({
  safety: percent, clinicalQuality: percent, formulary: percent, saving: percent,
  on: isoDate, source: shortText.min(1, 'Enter where these figures come from'),
}).refine((mix) => mix.safety + mix.clinicalQuality + mix.formulary + mix.saving === 100, 'The four shares must add up to 100')

export const medicinesToolFields = z.strictObject({
  product: line, supplier: line, mode: line, configuration: text,
  commissioner: line, payer: line, configurer: line,
  messageMix: messageMix.nullable(),
  extraction: text,
  /** The agreement entry that carries the extraction, if the tool makes one. */
  extractionEntry: z.uuid().nullable(),
  requiredBy: line,
  reviewOn: day,
})

export const declarationSubjects = ['digital-telephony', 'online-requests', 'other'] as const
export type DeclarationSubject = (typeof declarationSubjects)[number]
export const declarationFields = z.strictObject({
  subject: z.enum(declarationSubjects),
  asker: line, dueOn: day, commitsTo: text, payment: line,
  reviewOn: day,
})

export const fieldsOfKind = {
  'sharing-agreement': sharingAgreementFields,
  'gp-connect-setting': gpConnectSettingFields,
  'medicines-tool': medicinesToolFields,
  declaration: declarationFields,
} satisfies Record<EntryKind, z.ZodType>

export type SharingAgreementFields = z.infer<typeof sharingAgreementFields>
export type GpConnectSettingFields = z.infer<typeof gpConnectSettingFields>
export type MedicinesToolFields = z.infer<typeof medicinesToolFields>
export type DeclarationFields = z.infer<typeof declarationFields>

/** Kind and fields always travel together, so that no reader has to guess which fields it holds. */
export const kindAndFields = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('sharing-agreement'), fields: sharingAgreementFields }),
  z.strictObject({ kind: z.literal('gp-connect-setting'), fields: gpConnectSettingFields }),
  z.strictObject({ kind: z.literal('medicines-tool'), fields: medicinesToolFields }),
  z.strictObject({ kind: z.literal('declaration'), fields: declarationFields }),
])
export type KindAndFields = z.infer<typeof kindAndFields>

/** Every field empty, as a new entry starts. */
export function emptyFields(kind: EntryKind): KindAndFields {
  switch (kind) {
    case 'sharing-agreement': return { kind, fields: {
      parties: [], heldAt: null, version: null, signedOn: null, dataItems: [], specialCategory: null, identifiability: null,
      article6: null, article9: null, confidentialityBasis: null, section251Reference: null, section251Expires: null,
      directionReference: null, nationalOptOut: null, typeOneOptOut: null, recipientGivesCare: null, method: null, location: null,
      retention: null, rightsHandling: null, privacyNotice: null, dpiaReference: null, dpiaOn: null, startsOn: null, endsOn: null,
      reviewOn: null, noticePeriod: null, noticeClause: null, afterwards: null, systemSetting: null, systemSettingCheckedOn: null,
    } }
    case 'gp-connect-setting': return { kind, fields: {
      mechanism: 'update-record', clinicalSystem: null, direction: null, users: null, writtenForm: null, settingPlace: null,
      settingCheckedOn: null, reviewEveryMessage: null, stripCodes: null, filingRole: null, auditEvery: null, fallbackRoute: null,
      fallbackWatcher: null, reviewOn: null,
    } }
    case 'medicines-tool': return { kind, fields: {
      product: null, supplier: null, mode: null, configuration: null, commissioner: null, payer: null, configurer: null,
      messageMix: null, extraction: null, extractionEntry: null, requiredBy: null, reviewOn: null,
    } }
    case 'declaration': return { kind, fields: { subject: 'other', asker: null, dueOn: null, commitsTo: null, payment: null, reviewOn: null } }
  }
}
