import type {
  ClinicalSystem, confidentialityBases, DeclarationSubject, directions, Identifiability, Mechanism, optOutAnswers, PartyRole, writtenForms,
} from '../entry-fields.ts'

export const partyRoleWords = Object.freeze({
  controller: 'Controller', 'joint-controller': 'Joint controller', processor: 'Processor', recipient: 'Recipient',
} as const satisfies Record<PartyRole, string>)

export const identifiabilityWords = Object.freeze({
  identifiable: 'Identifiable', pseudonymised: 'Pseudonymised', anonymised: 'Anonymised', aggregate: 'Counts only',
} as const satisfies Record<Identifiability, string>)

export const confidentialityWords = Object.freeze({
  'implied-consent': 'Implied consent', 'explicit-consent': 'Explicit consent', 'section-251': 'Section 251 support',
  statute: 'Required by statute', 'public-interest': 'Public interest', 'not-confidential': 'No confidential information',
} as const satisfies Record<(typeof confidentialityBases)[number], string>)

export const optOutWords = Object.freeze({
  applied: 'Applied', 'not-applied': 'Not applied', exempt: 'Exempt',
} as const satisfies Record<(typeof optOutAnswers)[number], string>)

export const mechanismWords = Object.freeze({
  'update-record': 'GP Connect Update Record',
  'access-record-html': 'GP Connect Access Record: HTML',
  'access-record-structured': 'GP Connect Access Record: Structured',
  'access-document': 'GP Connect Access Document',
  'send-document': 'GP Connect Send Document',
  'appointment-management': 'GP Connect Appointment Management',
  'other-write': 'Another way to write into the record',
  'other-read': 'Another way to read the record',
} as const satisfies Record<Mechanism, string>)

export const clinicalSystemWords = Object.freeze({
  'emis-web': 'EMIS Web', systmone: 'SystmOne', medicus: 'Medicus', other: 'Another system',
} as const satisfies Record<ClinicalSystem, string>)

export const directionWords = Object.freeze({
  read: 'Read', write: 'Write', book: 'Book',
} as const satisfies Record<(typeof directions)[number], string>)

export const writtenFormWords = Object.freeze({
  coded: 'Coded entries', document: 'A document', 'free-text': 'Free text',
} as const satisfies Record<(typeof writtenForms)[number], string>)

export const declarationSubjectWords = Object.freeze({
  'digital-telephony': 'Digital telephony data', 'online-requests': 'Online requests', other: 'Something else',
} as const satisfies Record<DeclarationSubject, string>)
