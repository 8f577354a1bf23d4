import { z } from 'zod'
import { shortText } from '../domain/entry-fields.ts'
import { policy, practice } from '../domain/practice.ts'
import { roles } from '../domain/role.ts'
import { isoInstant } from '../domain/date.ts'
import { errorCodes } from './error-code.ts'
import { done, id, nothing, procedure } from './procedure.ts'

/** Long enough to be worth signing with; a short sentence is easier to remember than a short code. */
export const passphrase = z.string().min(12, 'Use at least 12 characters. A short sentence is easiest to remember').max(200, 'Use 200 characters or fewer')

export const signedInPerson = z.strictObject({ id, name: z.string(), role: z.enum(roles), since: isoInstant })
export type SignedInPerson = z.infer<typeof signedInPerson>

const refusal = z.strictObject({ code: z.enum(errorCodes), happened: z.string(), safe: z.string(), todo: z.string() })

export const appStatus = z.strictObject({
  /** `first-run`: no register yet. `sign-in`: open, nobody signed in. `ready`: somebody is. `problem`: the register could not be opened. */
  phase: z.enum(['first-run', 'sign-in', 'ready', 'problem']),
  problem: refusal.nullable(),
  practice: practice.nullable(),
  person: signedInPerson.nullable(),
  /** Number of the newest event; 0 before there is a register. */
  seq: z.int().nonnegative(),
  /** File name and folder of the open register, or the one proposed. */
  file: z.strictObject({ name: z.string(), folder: z.string() }),
  isDemo: z.boolean(),
  /** Everybody's passphrase in a demo register, told on the sign-in screen; null in any other. */
  demoPassphrase: z.string().nullable(),
  appVersion: z.string(),
  /** For the badges: statements that wait for an answer of the signed-in partner, or of any partner for others. */
  waitingForSignOff: z.int().nonnegative(),
  /** For the badges: what is late or due soon about decisions that are made, whoever looks after it. */
  toFollowThrough: z.int().nonnegative(),
  lockAfterMinutes: z.int().positive(),
  /** The app was started with a sign-off pack that nobody has opened yet. */
  packWaiting: z.boolean(),
})
export type AppStatus = z.infer<typeof appStatus>

const newPerson = z.strictObject({ name: shortText.min(1, 'Enter a name'), role: z.enum(roles) })

/** What the wizard has so far. Passphrases are never part of it. */
export const setupDraft = z.strictObject({ step: z.int().min(1).max(4), values: z.record(z.string(), z.unknown()) })

export const setupCalls = {
  'app.status': procedure(nothing, appStatus),
  /** Tries again to open the register that could not be opened. */
  'app.open-register': procedure(nothing, appStatus),
  /** Lets the person choose another register file. */
  'app.open-other': procedure(nothing, appStatus),
  'setup.draft': procedure(nothing, setupDraft.nullable()),
  'setup.save-draft': procedure(setupDraft, done),
  /** Creates the register and signs in the first person. The others choose their passphrase when they first sign in. */
  'setup.create': procedure(z.strictObject({
    practice, policy,
    people: z.array(newPerson).min(1, 'Add at least one person').max(60),
    /** Index in `people` of whoever sits at the PC now. */
    me: z.int().nonnegative(),
    passphrase,
    /** Null keeps the register in the app's own folder; `choose` asks with the system's dialog. */
    where: z.enum(['own-folder', 'choose']),
  }).superRefine((value, context) => {
    if (!value.people[value.me]) context.addIssue({ code: 'custom', path: ['me'], message: 'Choose who you are' })
    if (!value.people.some(({ role }) => role === 'partner')) context.addIssue({ code: 'custom', path: ['people'], message: 'Add at least one GP partner, who signs decisions' })
    const names = value.people.map(({ name }) => name.toLowerCase())
    if (new Set(names).size < names.length) context.addIssue({ code: 'custom', path: ['people'], message: 'Two people have the same name. Add something that tells them apart' })
    const partners = value.people.filter(({ role }) => role === 'partner').length
    if (value.policy.quorum === 'number' && (value.policy.number ?? 0) > partners) context.addIssue({ code: 'custom', path: ['policy', 'number'], message: `There are ${partners} partners, so at most ${partners} can agree` })
  }), appStatus),
  /** Makes a demo register in a folder of its own and opens it. */
  'setup.explore-demo': procedure(nothing, z.strictObject({ status: appStatus, passphrase: z.string() })),
} as const
