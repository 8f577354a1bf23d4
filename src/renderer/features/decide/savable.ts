import { decisionDraft, type DecisionDraft } from '../../../shared/domain/decision-draft.ts'

/** A field that is not right yet, by its name in the form. */
export type WrongField = Readonly<{ name: `draft.${keyof DecisionDraft}`; message: string }>

/** What can be saved of a draft that is being typed: fields that are not right yet keep the value they were last saved with. */
export function savable(typed: DecisionDraft, saved: DecisionDraft): { draft: DecisionDraft; wrong: WrongField[] } {
  const whole = decisionDraft.safeParse(typed)
  if (whole.success) return { draft: whole.data, wrong: [] }
  const wrong = new Map<keyof DecisionDraft, string>()
  for (const { path, message } of whole.error.issues) {
    const field = path[0]
    if (isField(field) && !wrong.has(field)) wrong.set(field, message)
  }
  const kept = Object.fromEntries([...wrong.keys()].map((field) => [field, saved[field]]))
  return {
    draft: decisionDraft.parse({ ...typed, ...kept }),
    wrong: [...wrong].map(([field, message]) => ({ name: `draft.${field}`, message })),
  }
}

const isField = (field: PropertyKey | undefined): field is keyof DecisionDraft => typeof field === 'string' && Object.hasOwn(decisionDraft.shape, field)
