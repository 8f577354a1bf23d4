import type { KindAndFields } from './entry-fields.ts'
import { agreementChecks } from './quality/agreement-checks.ts'
import type { Check, QualityContext, QualityGap } from './quality/check.ts'
import { commonChecks } from './quality/common-checks.ts'
import { contradictionChecks } from './quality/contradiction-checks.ts'
import { declarationChecks, settingChecks, toolChecks } from './quality/other-kinds-checks.ts'

export type { QualityContext, QualityGap } from './quality/check.ts'

/** How many of how many checks an entry meets, and a gap for each that it does not. `met + gaps.length === of`. */
export type QualityResult = Readonly<{ gaps: QualityGap[]; met: number; of: number }>

const over = new Set(['closed', 'withdrawn'])

/**
 * Holds an entry against what the ICO's data sharing code, the records of processing and the gate ask of its kind.
 * A gap never blocks anything by itself. Checks that do not arise are not counted; what is over is not checked.
 */
export function qualityCheck(what: KindAndFields, context: QualityContext): QualityResult {
  if (over.has(context.state)) return { gaps: [], met: 0, of: 0 }
  switch (what.kind) {
    case 'sharing-agreement': return judged([...commonChecks, ...agreementChecks, ...contradictionChecks], what.fields, context)
    case 'gp-connect-setting': return judged([...commonChecks, ...settingChecks], what.fields, context)
    case 'medicines-tool': return judged([...commonChecks, ...toolChecks], what.fields, context)
    case 'declaration': return judged([...commonChecks, ...declarationChecks], what.fields, context)
  }
}

/** The gaps alone. */
export function qualityGaps(what: KindAndFields, context: QualityContext): readonly QualityGap[] {
  return qualityCheck(what, context).gaps
}

function judged<Fields>(checks: readonly Check<Fields>[], fields: Fields, context: QualityContext): QualityResult {
  const asked = checks.filter((check) => check.holds(fields, context) !== null)
  const failed = asked.filter((check) => check.holds(fields, context) === false)
  const gaps = failed.map(({ code, field, title, rule, nextStep }) => ({ code, field, title, rule, nextStep }))
  return { gaps, met: asked.length - gaps.length, of: asked.length }
}
