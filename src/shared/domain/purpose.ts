import { z } from 'zod'
import { purposeClasses } from './class.ts'
import { isoInstant } from './date.ts'
import { longText, shortText } from './entry-fields.ts'
import { suggestedPurpose } from './suggestion.ts'

/** Where a quoted clause stands, as the reader would look it up. */
export const clausePlace = z.strictObject({
  document: shortText.nullable(), clause: shortText.nullable(),
  page: z.int('Enter the number of the page').min(1, 'Enter the number of the page').max(9999, 'Enter the number of the page').nullable(),
  /** Of the file that the text was taken from; left out where it was pasted or typed. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/).nullable().optional(),
})
export type ClausePlace = z.infer<typeof clausePlace>

/** A clause as the agreement writes it, quoted whole; purposes point into it. */
export const clause = z.strictObject({ id: z.uuid(), text: z.string().min(1).max(60_000), place: clausePlace, ruleSet: z.string().nullable() })
export type Clause = z.infer<typeof clause>

/** What the rules proposed, kept beside what a person made of it. */
export const proposal = suggestedPurpose.extend({ ruleSet: z.string() })
export type Proposal = z.infer<typeof proposal>

export const newPurpose = z.strictObject({
  id: z.uuid(),
  /** The clause it was read from, with `proposal.start` and `end` as the place in it; null when typed by hand. */
  clause: z.uuid().nullable(),
  text: longText.min(1, 'Enter what the data is used for'),
  proposal: proposal.nullable(),
})
export type NewPurpose = z.infer<typeof newPurpose>

export const classification = z.strictObject({ category: shortText.min(1), class: z.enum(purposeClasses), reason: longText.nullable() })

/** Who did something, and when. */
export const by = z.strictObject({ id: z.string(), name: z.string(), at: isoInstant })

/** A purpose with all that people have said of it: what they confirmed, who checked that, whether newer rules differ. */
export const purposeAsKept = newPurpose.extend({
  confirmed: z.strictObject({ classification, by }).nullable(),
  checked: z.strictObject({ by, ownCheckReason: z.string().nullable() }).nullable(),
  /** Newer rules read it differently from what was confirmed, until somebody confirms or changes it; else left out. */
  proposedAgain: by.optional(),
})
