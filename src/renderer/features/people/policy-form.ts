import { z } from 'zod'
import { entryClasses } from '../../../shared/domain/class.ts'
import { isoDate } from '../../../shared/domain/date.ts'
import { shortText } from '../../../shared/domain/entry-fields.ts'
import { policy, quorumRules, type Policy } from '../../../shared/domain/practice.ts'
import { usualReviewMonths } from '../../../shared/domain/review-interval.ts'

/** The policy as a form holds it: a number may stand there while another rule is picked, and is then left out. */
export const policyForm = z.object({
  quorum: z.enum(quorumRules, 'Choose when a decision is made'),
  number: z.union([z.int('Enter a whole number').min(1, 'At least 1 partner has to agree').max(50), z.string().transform(() => Number.NaN).pipe(z.int('Enter a whole number')), z.null()]),
  waitForAll: z.boolean(), secondCheck: z.boolean(),
  ownCheckReason: shortText.nullable(), contractBindsFrom: isoDate.nullable(),
  reviewMonths: policy.shape.reviewMonths,
}).refine((value) => value.quorum !== 'number' || value.number !== null, { path: ['number'], message: 'Enter how many partners must agree' })
  .transform(({ reviewMonths, ...value }): Policy => ({
    ...value, ...(reviewMonths && !isUsual(reviewMonths) ? { reviewMonths } : {}), number: value.quorum === 'number' ? value.number : null,
    ownCheckReason: value.secondCheck && value.ownCheckReason !== '' ? value.ownCheckReason : null,
  }))

/** The usual intervals are no choice of the practice's own, so that choosing nothing changes nothing. */
const isUsual = (months: NonNullable<Policy['reviewMonths']>): boolean => entryClasses.every((of) => months[of] === usualReviewMonths[of])

export const usualPolicy: Policy = { quorum: 'majority', number: null, waitForAll: false, secondCheck: true, ownCheckReason: null, contractBindsFrom: null }
