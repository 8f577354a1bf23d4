import { z } from 'zod'
import { isoDate } from './date.ts'
import { longText, shortText } from './entry-fields.ts'

const text = longText.nullable()
const day = isoDate.nullable()

export const adviserRoles = ['dpo', 'caldicott-guardian'] as const
export const adviceViews = ['for', 'against', 'not-asked'] as const
/** Advice is recorded word for word; an adviser is never counted as a decider. */
export const advice = z.strictObject({
  role: z.enum(adviserRoles),
  name: shortText.min(1, 'Enter who gave the advice'),
  view: z.enum(adviceViews),
  text: longText,
  on: isoDate,
})
export type Advice = z.infer<typeof advice>

/** What the decision does, told before anybody signs. */
export const effects = z.strictObject({ service: longText, money: longText, patients: longText, contract: longText })
export type Effects = z.infer<typeof effects>

export const dataEndings = ['return', 'destroy', 'keep-as-agreed'] as const

/** Everything a person writes into a decision before it is fixed. */
export const decisionDraft = z.strictObject({
  reason: longText,
  effects,
  staysTheSame: longText,
  /** What happens in practice once it is made, one line each. */
  whatChanges: z.array(shortText.min(1)).max(20),
  effectiveOn: day,
  noticeSentOn: day, noticeReceivedOn: day,
  /** Working days after sending on which the agreement takes a notice as received; null where it does not say. */
  receivedAfterWorkingDays: z.int('Enter a number of working days').min(0, 'Enter a number of working days').max(60, 'Enter 60 working days or fewer').nullable(),
  lastExtractOn: day,
  dataEnding: z.enum(dataEndings).nullable(), dataEndingBy: day,
  endsOn: day, exitCondition: text,
  overrideReason: text, clinicalSafetyNote: text,
  /** The partner who stands behind an override together with the one who drew it up. */
  secondPartner: z.uuid().nullable(),
  contractReference: text, noticePeriodWording: text,
  /** For restrict: the purposes that go on. */
  purposesKept: z.array(z.uuid()).max(60),
})
export type DecisionDraft = z.infer<typeof decisionDraft>

export const emptyDraft: DecisionDraft = Object.freeze({
  reason: '', effects: { service: '', money: '', patients: '', contract: '' }, staysTheSame: '', whatChanges: [],
  effectiveOn: null, noticeSentOn: null, noticeReceivedOn: null, receivedAfterWorkingDays: null, lastExtractOn: null, dataEnding: null, dataEndingBy: null,
  endsOn: null, exitCondition: null, overrideReason: null, clinicalSafetyNote: null, secondPartner: null,
  contractReference: null, noticePeriodWording: null, purposesKept: [],
})

export const answers = ['agree', 'disagree', 'stand-aside'] as const
export type Answer = (typeof answers)[number]
