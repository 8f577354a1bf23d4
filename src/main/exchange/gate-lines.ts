import { z } from 'zod'
import { isoDate, isoPeriod } from '../../shared/domain/date.ts'
import { gateSubject } from '../../shared/domain/gate-answer.ts'
import type { GateResult, GateSubject } from '../../shared/domain/gate-answer.ts'
import { gate } from '../../shared/domain/gate/gate.ts'
import type { GatePolicy } from '../../shared/domain/gate/rule.ts'
import type { Position } from '../../shared/domain/position.ts'
import { verbs } from '../../shared/domain/verb.ts'

const { kind, class: entryClass, legalForce, state, mechanism, subject } = gateSubject.shape

/** A line as others write it: an empty optional field counts as left out, and a setting that is on may be called so. */
const question = z.object({
  entry: z.object({
    kind, class: entryClass, legalForce,
    state: z.preprocess((value) => (value === 'on' ? 'active' : value), state),
    mechanism: orLeftOut(mechanism), subject: orLeftOut(subject), noticePeriod: orLeftOut(isoPeriod.optional()),
  }),
  verb: z.enum(verbs),
  effectiveDate: isoDate,
})

export type GateLine = GateResult | Readonly<{ error: string }>

/**
 * Asks the gate each question of a file of JSON lines.
 * @param text one JSON object a line, `{"entry", "verb", "effectiveDate"}`.
 * @returns one answer for each line, in order, `{"error"}` for a line that cannot be read; and whether there was such a line.
 */
export function gateLines(
  text: string, positions: readonly Position[], policy: GatePolicy = { contractBindsFrom: null },
): { lines: GateLine[]; anyInvalid: boolean } {
  const lines = linesOf(text).map((line) => answer(line, positions, policy))
  return { lines, anyInvalid: lines.some((line) => 'error' in line) }
}

function answer(line: string, positions: readonly Position[], policy: GatePolicy): GateLine {
  let input: unknown
  try {
    input = JSON.parse(line)
  } catch {
    return { error: line.trim() === '' ? 'This line is empty.' : 'This line is not JSON.' }
  }
  const parsed = question.safeParse(input)
  if (!parsed.success) return { error: parsed.error.issues.map((issue) => [issue.path.join('.'), issue.message].filter(Boolean).join(': ')).join('; ') }
  const { entry, verb, effectiveDate } = parsed.data
  return gate(subjectOf(entry), verb, effectiveDate, positions, policy)
}

function subjectOf({ mechanism, subject, noticePeriod, ...rest }: z.infer<typeof question>['entry']): GateSubject {
  return {
    ...rest,
    ...(mechanism === undefined ? {} : { mechanism }), ...(subject === undefined ? {} : { subject }),
    ...(noticePeriod === undefined ? {} : { noticePeriod }),
  }
}

function linesOf(text: string): string[] {
  const lines = text.replace(/^\uFEFF/, '').trimEnd()
  return lines === '' ? [] : lines.split(/\r?\n/)
}

function orLeftOut<Schema extends z.ZodType>(schema: Schema) {
  return z.preprocess((value) => (value === null || value === '' ? undefined : value), schema)
}
