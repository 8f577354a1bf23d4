import { z } from 'zod'
import { entryClasses } from '../domain/class.ts'
import { isoDate, isoInstant } from '../domain/date.ts'
import { decisionStages } from '../domain/decision-stage.ts'
import { legalForces } from '../domain/legal-force.ts'
import { verbs } from '../domain/verb.ts'
import { decisionDetail } from './decisions.ts'
import { entryDetail, entryRow } from './entries.ts'
import { id, procedure } from './procedure.ts'

const on = isoDate

/** The register as it was at the end of a day, made from the events up to then and from nothing else. */
export const pastCalls = {
  'past.register': procedure(z.strictObject({ on, search: z.string().max(200), offset: z.int().nonnegative(), limit: z.int().min(1).max(500) }), z.strictObject({
    on, first: isoDate,
    /** The trail's head of that day, as a document printed then would show it. */
    head: z.strictObject({ seq: z.int(), hash: z.string() }), lastAt: isoInstant,
    rows: z.array(entryRow), found: z.int(), total: z.int(), classes: z.array(z.strictObject({ class: z.enum(entryClasses), force: z.enum(legalForces), count: z.int() })),
    decisions: z.array(z.strictObject({ id, ref: z.string(), title: z.string(), verb: z.enum(verbs), stage: z.enum(decisionStages), at: isoInstant, entry: z.string() })),
  })),
  'past.entry': procedure(z.strictObject({ id, on }), entryDetail),
  'past.decision': procedure(z.strictObject({ id, on }), decisionDetail),
} as const
