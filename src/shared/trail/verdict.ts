import { z } from 'zod'

/** Four answers, never merged: a file that could not be read says nothing about the register. */
export const verdicts = ['matches', 'changed', 'cut-short', 'could-not-check'] as const
export type VerdictCode = (typeof verdicts)[number]

export const verdict = z.strictObject({
  verdict: z.enum(verdicts),
  /** One sentence: what was found. */
  summary: z.string(),
  /** Number of the first event concerned; null where none is. */
  at: z.int().nullable(),
  /** What differs, one sentence each, and what could not be checked. */
  findings: z.array(z.strictObject({ seq: z.int().nullable(), text: z.string() })),
  checked: z.strictObject({
    events: z.int(), signatures: z.int(), statements: z.int(),
    head: z.strictObject({ seq: z.int(), hash: z.string() }).nullable(),
    /** The older head it was held against, and how many events came after it. */
    against: z.strictObject({ seq: z.int(), hash: z.string(), since: z.int() }).nullable(),
  }),
})
export type Verdict = z.infer<typeof verdict>
export type Finding = Verdict['findings'][number]
