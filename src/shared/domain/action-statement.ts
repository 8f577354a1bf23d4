import { z } from 'zod'
import { actionChoices, actionSlugs, actionNumber, type ActionChoice, type ActionSlug, type SignedChoice, signedChoices } from './action.ts'
import { isoDate, type IsoDate } from './date.ts'
import { longText } from './entry-fields.ts'
import { position, type Position } from './position.ts'
import type { Practice } from './practice.ts'
import { actionWords } from './words/action.ts'
import { dateInWords } from './words/date.ts'

/** What partners agree to when the practice takes or ends an action: complete in itself, positions and figures as on that day. */
export const actionStatement = z.strictObject({
  format: z.literal('psr-action/1'),
  decision: z.strictObject({ id: z.uuid(), ref: z.string() }),
  practice: z.strictObject({ name: z.string(), ods: z.string() }),
  action: z.enum(actionSlugs),
  choice: z.enum(signedChoices),
  on: isoDate,
  title: z.string(), summary: z.string(), asks: z.string(),
  reason: longText,
  before: z.strictObject({ choice: z.enum(actionChoices), on: isoDate.nullable() }),
  /** What holds on the day it takes effect; null where no position covers the day, and for the four that concern no data. */
  position: position.nullable(),
  /** How far the register was with it; null for the four that concern no data. */
  coverage: z.strictObject({ done: z.int(), of: z.int(), text: z.string() }).nullable(),
  drawnUpBy: z.string(),
})
export type ActionStatement = z.infer<typeof actionStatement>

export type ActionFacts = Readonly<{
  proposal: { id: string; ref: string }
  practice: Practice
  action: ActionSlug
  choice: SignedChoice
  on: IsoDate
  reason: string
  before: Readonly<{ choice: ActionChoice; on: IsoDate | null }>
  position: Position | null
  coverage: ActionStatement['coverage']
  drawnUpBy: string
}>

/** The same facts always give the same statement. */
export function drawUpActionStatement({ proposal, practice, ...facts }: ActionFacts): ActionStatement {
  const { action, choice, on } = facts
  const { title, line } = actionWords[action]
  const named = `action ${actionNumber[action]}, “${title}”`
  return {
    format: 'psr-action/1', decision: { id: proposal.id, ref: proposal.ref }, practice: { name: practice.name, ods: practice.ods },
    ...facts, before: { ...facts.before },
    title: `${choice === 'taken' ? 'Take' : 'End'} action ${actionNumber[action]}: ${title}`,
    summary: choice === 'taken'
      ? `The practice takes ${named} from ${dateInWords(on)}. What it means for each agreement, setting or tool is decided one by one.`
      : `The practice ends ${named} on ${dateInWords(on)}. Decisions already made under it stay until each is changed.`,
    asks: line,
  }
}
