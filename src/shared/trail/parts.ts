import type { Finding } from './verdict.ts'

/** What a full check looks at, as a person would tell it apart. */
export const parts = ['hashes', 'order', 'form', 'signatures', 'statements', 'paper', 'outcomes', 'carrying'] as const
export type Part = (typeof parts)[number]

/** A finding that remembers which part of the check it came from; the part is left off before it is told. */
export type PartFinding = Finding & Readonly<{ part: Part }>

/** How many were checked, and the numbers of the events that did not pass; null for one without a number. */
export type PartCheck = Readonly<{ of: number; bad: readonly (number | null)[] }>
export type PartChecks = Readonly<Record<Part, PartCheck>>

export function partChecks(of: Readonly<Record<Part, number>>, findings: readonly PartFinding[]): PartChecks {
  const check = (part: Part): PartCheck => ({ of: of[part], bad: [...new Set(findings.filter((finding) => finding.part === part).map(({ seq }) => seq))] })
  return { hashes: check('hashes'), order: check('order'), form: check('form'), signatures: check('signatures'), statements: check('statements'), paper: check('paper'), outcomes: check('outcomes'), carrying: check('carrying') }
}

export const withoutPart = ({ seq, text }: PartFinding): Finding => ({ seq, text })
