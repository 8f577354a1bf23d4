import type { DeclarationFields, GpConnectSettingFields, MedicinesToolFields, SharingAgreementFields } from '../entry-fields.ts'
import type { EntryKind } from '../kind.ts'

const sharingAgreement = Object.freeze({
  parties: 'Organisations in it', heldAt: 'Where the signed copy is', version: 'Version', signedOn: 'Signed on',
  dataItems: 'Data items', specialCategory: 'Special category data', identifiability: 'How identifiable the data are',
  article6: 'UK GDPR Article 6 basis', article9: 'UK GDPR Article 9 condition', confidentialityBasis: 'How confidentiality is met',
  section251Reference: 'Section 251 reference', section251Expires: 'Section 251 support ends on',
  directionReference: 'Direction or Data Provision Notice',
  nationalOptOut: 'National data opt-out', typeOneOptOut: 'Type 1 opt-out', recipientGivesCare: 'The recipient gives care to the patient',
  method: 'How the data travel', location: 'Where the data are kept', retention: 'How long they are kept',
  rightsHandling: 'How patients’ rights are handled', privacyNotice: 'Where the privacy notice says so',
  dpiaReference: 'DPIA reference', dpiaOn: 'DPIA dated', startsOn: 'Starts on', endsOn: 'Ends on', reviewOn: 'Review due on',
  noticePeriod: 'Notice period', noticeClause: 'Clause that states the notice', afterwards: 'What happens to the data afterwards',
  systemSetting: 'System setting that carries it', systemSettingCheckedOn: 'Setting last checked on',
} as const satisfies Record<keyof SharingAgreementFields, string>)

const gpConnectSetting = Object.freeze({
  mechanism: 'Route', clinicalSystem: 'Clinical system', direction: 'Read, write or book', users: 'Who may use it',
  writtenForm: 'Form of what is written', settingPlace: 'Where the setting is', settingCheckedOn: 'Setting last checked on',
  reviewEveryMessage: 'Every message is reviewed before filing', stripCodes: 'Codes taken out before filing', filingRole: 'Who files',
  auditEvery: 'Filed messages are checked every', fallbackRoute: 'What takes its place if it is off', fallbackWatcher: 'Who watches that',
  reviewOn: 'Review due on',
} as const satisfies Record<keyof GpConnectSettingFields, string>)

const medicinesTool = Object.freeze({
  product: 'Product', supplier: 'Supplier', mode: 'Mode', configuration: 'How it is set up', commissioner: 'Who commissions it',
  payer: 'Who pays for it', configurer: 'Who sets it up', messageMix: 'What its messages are about', extraction: 'Data it takes out',
  extractionEntry: 'Entry for the data it takes out', requiredBy: 'Contract or scheme that requires it', reviewOn: 'Review due on',
} as const satisfies Record<keyof MedicinesToolFields, string>)

const declaration = Object.freeze({
  subject: 'What it is about', asker: 'Who asks', dueOn: 'Due on', commitsTo: 'What it commits the practice to',
  payment: 'Payment that depends on it', reviewOn: 'Review due on',
} as const satisfies Record<keyof DeclarationFields, string>)

/** The label of each field of a kind, in the order of the form; the types keep it complete. */
export const fieldWords = Object.freeze({
  'sharing-agreement': sharingAgreement, 'gp-connect-setting': gpConnectSetting, 'medicines-tool': medicinesTool, declaration,
} as const satisfies Record<EntryKind, Readonly<Record<string, string>>>)

/** Fields that every kind has. */
export const commonFieldWords = Object.freeze({
  ref: 'Reference', kind: 'Kind', title: 'Title', summary: 'Summary', owner: 'Owner', tags: 'Tags', class: 'Class', state: 'State',
  standing: 'How it stands', standingOn: 'Seen on',
  purposes: 'Purposes', evidence: 'Evidence',
  legalForce: 'Why it exists', legalForceReference: 'What shows why it exists', legalForceCheckedOn: 'Checked on', legalForceCheckedBy: 'Checked by',
} as const)

export const purposeFieldWords = Object.freeze({
  text: 'Clause as written', page: 'Page', evidence: 'Taken from', category: 'Category', class: 'Class', reason: 'Reason', words: 'Words relied on',
} as const)

/** @returns the label of a field of an entry; an unknown field keeps its own name, so that old trails stay readable. */
export function fieldWord(kind: EntryKind, field: string): string {
  const own: Readonly<Record<string, string>> = fieldWords[kind]
  const common: Readonly<Record<string, string>> = commonFieldWords
  return own[field] ?? common[field] ?? field
}
