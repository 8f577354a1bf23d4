import type { PurposeClass } from '../class.ts'
import type { IsoDate } from '../date.ts'
import type { LegalForce } from '../legal-force.ts'
import type { EntryState } from '../state.ts'

/** What stands around the fields of an entry. */
export type QualityContext = Readonly<{
  purposeClasses: readonly PurposeClass[]
  legalForce: LegalForce
  legalForceCheckedOn: IsoDate | null
  state: EntryState
  hasOwner: boolean
  /** Null where nobody counts evidence; the check is then not made. */
  evidenceCount: number | null
  /** Null leaves out what depends on the day: only the gaps that last until somebody fills them are then found. */
  today: IsoDate | null
}>

/** Something an entry lacks: which field, which rule asks for it, and what to do next. */
export type QualityGap = Readonly<{ code: string; field: string | null; title: string; rule: string; nextStep: string }>

/**
 * One thing to look at.
 * `holds` says true when it is in order, false when it is a gap, null when the question does not arise.
 */
export type Check<Fields> = QualityGap & Readonly<{ holds: (fields: Fields, context: QualityContext) => boolean | null }>

export const rules = Object.freeze({
  code: 'ICO data sharing code, what an agreement should say',
  bases: 'UK GDPR Articles 6 and 9, and ICO data sharing code: lawful basis',
  confidence: 'Common law duty of confidentiality',
  section251: 'NHS Act 2006, section 251',
  optOuts: 'National data opt-out policy, and Type 1 opt-outs',
  rights: 'ICO data sharing code: access and individual rights',
  dpia: 'UK GDPR Article 35, and ICO audit toolkit: data protection impact assessment or screening',
  log: 'ICO accountability framework: a central log, signed off and reviewed',
  records: 'UK GDPR Article 30: records of processing',
  safety: 'A write route needs a way to keep patients safe',
  decide: 'Needed before the practice can decide about it',
} as const)

export const filled = (value: unknown): boolean =>
  value !== null && value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0)

/** A check that a field has been answered at all. */
export function answered<Fields>(
  field: keyof Fields & string, code: string, title: string, rule: string, nextStep: string,
  asked: (fields: Fields, context: QualityContext) => boolean = () => true,
): Check<Fields> {
  return { code, field, title, rule, nextStep, holds: (fields, context) => (asked(fields, context) ? filled(fields[field]) : null) }
}
