import {
  clinicalSystems, confidentialityBases, declarationSubjects, directions, identifiabilities, mechanisms, optOutAnswers, writtenForms,
  type DeclarationFields, type GpConnectSettingFields, type MedicinesToolFields, type SharingAgreementFields,
} from '../../../../shared/domain/entry-fields.ts'
import type { EntryKind } from '../../../../shared/domain/kind.ts'
import {
  clinicalSystemWords, confidentialityWords, declarationSubjectWords, directionWords, identifiabilityWords, mechanismWords, optOutWords, writtenFormWords,
} from '../../../../shared/domain/words.ts'
import { optionsOf, type Option } from '../../../components/fields/select-field.tsx'

/** How a field is filled in. `required` choices have no "not known". */
export type FieldLook = Readonly<{ hint?: string }> & (
  | Readonly<{ as: 'line' | 'text' | 'day' | 'period' | 'yes-no' | 'lines' | 'parties' | 'message-mix' | 'agreement' }>
  | Readonly<{ as: 'choice'; options: readonly Option[]; required?: boolean }>
)
export type FieldPlace = Readonly<{ name: string; look: FieldLook }>
export type FieldSection = Readonly<{ title: string; fields: readonly FieldPlace[] }>

const choice = <C extends string>(codes: readonly C[], words: Readonly<Record<C, string>>, hint?: string): FieldLook =>
  ({ as: 'choice', options: optionsOf(codes, words), hint })
const must = <C extends string>(codes: readonly C[], words: Readonly<Record<C, string>>): FieldLook =>
  ({ as: 'choice', options: optionsOf(codes, words), required: true })
const line = (hint?: string): FieldLook => ({ as: 'line', hint })
const text = (hint?: string): FieldLook => ({ as: 'text', hint })
const day = (hint?: string): FieldLook => ({ as: 'day', hint })
const period = (hint?: string): FieldLook => ({ as: 'period', hint })
const yesNo = (hint?: string): FieldLook => ({ as: 'yes-no', hint })

/** A part of a form. The type of the fields makes a misspelt name an error. */
const section = <F extends object>(title: string, looks: Readonly<Partial<Record<keyof F & string, FieldLook>>>): FieldSection =>
  ({ title, fields: Object.entries<FieldLook | undefined>(looks).flatMap(([name, look]) => (look ? [{ name, look }] : [])) })

const review = day('The day somebody looks at it again.')

/** Every field of each kind in the order and under the headings in which it is asked for and shown. */
export const layoutOf: Readonly<Record<EntryKind, readonly FieldSection[]>> = Object.freeze({
  'sharing-agreement': [
    section<SharingAgreementFields>('Who takes part, and with what data', {
      parties: { as: 'parties' },
      dataItems: { as: 'lines', hint: 'One a line, for example coded record, letters.' },
      specialCategory: yesNo('Health data are special category data.'),
      identifiability: choice(identifiabilities, identifiabilityWords),
      recipientGivesCare: yesNo('Does whoever receives the data look after the patient?'),
    }),
    section<SharingAgreementFields>('The paper', {
      heldAt: line('For example the shared drive or the file in the office.'), version: line(), signedOn: day(), startsOn: day(), endsOn: day(), reviewOn: review,
    }),
    section<SharingAgreementFields>('How it ends', {
      noticePeriod: period('For example 3 months. There is no usual period, so look for the clause.'), noticeClause: line('For example clause 14.2.'),
      afterwards: text('What the agreement says: returned, destroyed, kept for how long.'),
    }),
    section<SharingAgreementFields>('What it rests on', {
      article6: line('For example 6(1)(e).'), article9: line('For example 9(2)(h).'),
      confidentialityBasis: choice(confidentialityBases, confidentialityWords, 'Not the same question as the UK GDPR basis.'),
      directionReference: line('The name or number of the direction or notice, if one asks for the data.'),
      section251Reference: line('For example 24/CAG/0001.'), section251Expires: day(),
    }),
    section<SharingAgreementFields>('Patients', {
      nationalOptOut: choice(optOutAnswers, optOutWords), typeOneOptOut: choice(optOutAnswers, optOutWords),
      rightsHandling: text('Who answers when a patient asks to see, correct or object.'), privacyNotice: line('Page or heading.'),
    }),
    section<SharingAgreementFields>('Impact assessment', { dpiaReference: line('Title or file of the data protection impact assessment.'), dpiaOn: day() }),
    section<SharingAgreementFields>('Transfer and storage', {
      method: line('For example an extract, a feed, view only.'), location: line('For example a data centre in England.'), retention: text(),
      systemSetting: line('Where in the clinical system it is switched.'), systemSettingCheckedOn: day(),
    }),
  ],
  'gp-connect-setting': [
    section<GpConnectSettingFields>('The route', {
      mechanism: must(mechanisms, mechanismWords), clinicalSystem: choice(clinicalSystems, clinicalSystemWords), direction: choice(directions, directionWords),
      writtenForm: choice(writtenForms, writtenFormWords), users: line('For example community pharmacies.'),
    }),
    section<GpConnectSettingFields>('The setting', {
      settingPlace: text('In your own words: menus differ and change.'), settingCheckedOn: day('The day somebody looked.'),
    }),
    section<GpConnectSettingFields>('Controls', {
      reviewEveryMessage: yesNo(), stripCodes: line('Which codes, and who takes them out.'), filingRole: line('A role, not a name.'),
      auditEvery: period('How often filed messages are looked at again.'),
    }),
    section<GpConnectSettingFields>('If it is off', { fallbackRoute: text('For example post, email to a watched mailbox.'), fallbackWatcher: line('A role, not a name.'), reviewOn: review }),
  ],
  'medicines-tool': [
    section<MedicinesToolFields>('The tool', { product: line(), supplier: line(), mode: line('One entry for each mode.'), configuration: text() }),
    section<MedicinesToolFields>('Who stands behind it', {
      commissioner: line(), payer: line(), configurer: line('Who chooses which messages appear.'), requiredBy: line('Contract, LES or scheme, if one asks for it.'),
    }),
    section<MedicinesToolFields>('Its messages', { messageMix: { as: 'message-mix' } }),
    section<MedicinesToolFields>('What leaves the practice', {
      extraction: text('What leaves the practice, to whom, how often. None is an answer too.'),
      extractionEntry: { as: 'agreement', hint: 'The agreement that carries it has an entry of its own.' }, reviewOn: review,
    }),
  ],
  declaration: [
    section<DeclarationFields>('What is asked', {
      subject: must(declarationSubjects, declarationSubjectWords), asker: line('For example the ICB.'), dueOn: day(), reviewOn: review,
      commitsTo: text('What the practice says yes to when it signs.'), payment: line('The sum and the scheme, or none.'),
    }),
  ],
})

/** The form's name for a field of the kind. */
export const pathOf = (field: string): string => `what.fields.${field}`
