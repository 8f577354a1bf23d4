import { readFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { actionChoices, actionSlugs } from '../../../shared/domain/action.ts'
import { entryClasses, purposeClasses } from '../../../shared/domain/class.ts'
import { isoDate, type IsoDate } from '../../../shared/domain/date.ts'
import { adviceViews, answers, decisionDraft, effects } from '../../../shared/domain/decision-draft.ts'
import { longText, shortText } from '../../../shared/domain/entry-fields.ts'
import { evidenceCategories } from '../../../shared/domain/evidence.ts'
import { steps } from '../../../shared/domain/follow-through.ts'
import { entryKinds } from '../../../shared/domain/kind.ts'
import { legalForces } from '../../../shared/domain/legal-force.ts'
import { policy, practice } from '../../../shared/domain/practice.ts'
import { clausePlace } from '../../../shared/domain/purpose.ts'
import { roles } from '../../../shared/domain/role.ts'
import { standings } from '../../../shared/domain/state.ts'
import { verbs } from '../../../shared/domain/verb.ts'
import { endings } from '../../../shared/trail/events/follow-through-events.ts'
import { resourcesFolder } from '../../exchange/resource-folder.ts'
import { withRealDates } from './relative-dates.ts'

/** People, entries and decisions call each other by short names in the file; the register gives them their identities. */
const key = z.string().regex(/^[a-z0-9-]+$/)
const clockTime = z.string().regex(/^\d{2}:\d{2}$/)
const act = { on: isoDate, by: key, at: clockTime.optional() }
/** Some words by which to know one purpose among those of an entry. */
const words = z.string().min(3)

/** How a person reads one purpose of a clause: what the rules suggest stands unless this says otherwise. */
const reading = z.strictObject({
  words, class: z.enum(purposeClasses), category: shortText, reason: longText.optional(),
  /** Leaves the suggestion unconfirmed. */
  open: z.boolean().optional(),
})
const clause = z.strictObject({ text: longText.min(1), place: clausePlace, read: z.array(reading).optional() })
const standing = z.strictObject({ standing: z.enum(standings), on: isoDate.optional(), note: longText.optional() })
const force = z.strictObject({ force: z.enum(legalForces), reference: shortText.optional(), on: isoDate.optional(), note: longText.optional() })
const fields = z.record(z.string(), z.unknown())

const entry = z.strictObject({
  key, ...act, kind: z.enum(entryKinds), title: shortText, summary: longText, owner: key.optional(), tags: z.array(shortText),
  /** What its purposes come to once every step below has been taken: held against the register in the test. */
  class: z.enum(entryClasses),
  like: z.array(key).optional(), fields, standing, clause: clause.optional(), force: force.optional(),
  /** Where the real flow that this one is like is described. */
  source: z.string().optional(),
})
export type DemoEntry = z.infer<typeof entry>

const laterStep = z.union([
  z.strictObject({ ...act, entry: key, change: z.strictObject({ title: shortText.optional(), summary: longText.optional(), owner: key.nullable().optional(), tags: z.array(shortText).optional(), fields: fields.optional() }) }),
  z.strictObject({ ...act, entry: key, standing }),
  z.strictObject({ ...act, entry: key, force }),
  z.strictObject({ ...act, entry: key, clause }),
  z.strictObject({ ...act, entry: key, classify: reading }),
  z.strictObject({ ...act, entry: key, reword: z.strictObject({ words, text: longText }) }),
  z.strictObject({ ...act, entry: key, remove: z.strictObject({ words, reason: longText }) }),
  /** A second person checks what is confirmed and not yet checked. */
  z.strictObject({ ...act, check: z.array(key) }),
  /** Why each exists is looked up again and found to be as before. */
  z.strictObject({ ...act, recheck: z.array(key) }),
])
export type DemoLaterStep = z.infer<typeof laterStep>

/** For restrict, the purposes that go on are told by their class. */
const draft = decisionDraft.extend({ effects, secondPartner: key.nullable(), purposesKept: z.array(z.enum(purposeClasses)) }).partial()
const decisionStep = z.union([
  z.strictObject({ ...act, write: draft }),
  z.strictObject({ ...act, advice: z.strictObject({ role: z.enum(['dpo', 'caldicott-guardian']), view: z.enum(adviceViews), text: longText, on: isoDate.optional() }) }),
  /** What to add where the positions of that day ask for more; they change with the years, and the demo must not stop there. */
  z.strictObject({ ...act, fix: z.literal(true), ifAsked: draft.optional() }),
  z.strictObject({ ...act, answer: z.enum(answers), comment: longText.optional() }),
  z.strictObject({ ...act, cancel: longText }),
])
export type DemoDecisionStep = z.infer<typeof decisionStep>

/** Files are attached first, under a short name, and named as proof by it. */
const proof = z.array(key).optional()
const carryingStep = z.union([
  z.strictObject({ ...act, attach: z.strictObject({ key, name: shortText, lines: z.array(shortText), category: z.enum(evidenceCategories), note: longText, daysOld: z.int().optional() }) }),
  z.strictObject({ ...act, done: z.enum(steps), how: longText, proof, receivedOn: isoDate.optional() }),
  z.strictObject({ ...act, notNeeded: z.enum(steps), reason: longText }),
  z.strictObject({ ...act, plan: z.enum(steps), owner: key, due: isoDate, reason: longText }),
  z.strictObject({ ...act, checks: longText, proof }),
  z.strictObject({ ...act, looks: longText, met: z.boolean().optional(), nextOn: isoDate.optional() }),
  z.strictObject({ ...act, ends: z.enum(endings), note: longText.optional() }),
  z.strictObject({ ...act, lapse: longText }),
])
export type DemoCarryingStep = z.infer<typeof carryingStep>
const decision = z.strictObject({ key, entry: key, verb: z.enum(verbs), replaces: key.optional(), ...act, steps: z.array(decisionStep), carrying: z.array(carryingStep).optional() })
export type DemoDecision = z.infer<typeof decision>

const officeStep = z.union([
  z.strictObject({ ...act, action: z.enum(actionSlugs), choice: z.enum(actionChoices), from: isoDate, reason: longText }),
  z.strictObject({ ...act, practice: practice.partial() }),
  z.strictObject({ ...act, policy: z.record(z.string(), z.unknown()), reason: longText }),
  z.strictObject({ ...act, mistypes: z.int().min(1).max(3) }),
  z.strictObject({ ...act, newPassphrase: z.strictObject({ vouchedBy: key }) }),
  z.strictObject({ ...act, firstDay: z.literal(true) }),
  z.strictObject({ ...act, checksTrail: z.literal(true) }),
])
export type DemoOfficeStep = z.infer<typeof officeStep>

const demoData = z.strictObject({
  about: z.string(), passphrase: z.string().min(12), startsOn: isoDate, practice, policy,
  /** `at`: the times of day at which a person usually comes to the PC. */
  people: z.array(z.strictObject({ key, name: shortText, role: z.enum(roles), at: z.array(clockTime).min(1) })),
  /** Days on which the positions were brought up to date. */
  positionsOn: z.array(isoDate),
  /** Fields that many entries share, by name. */
  alike: z.record(key, fields),
  office: z.array(officeStep), entries: z.array(entry), later: z.array(laterStep), decisions: z.array(decision),
})
export type DemoData = z.infer<typeof demoData>

/** The demo data that ships with the app, with its days worked out from today. */
export function readDemoData(today: IsoDate): DemoData {
  const raw: unknown = JSON.parse(readFileSync(path.join(resourcesFolder(), 'demo-register.json'), 'utf8'))
  return demoData.parse(withRealDates(raw, today))
}
