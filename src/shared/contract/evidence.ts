import { z } from 'zod'
import { evidenceCategories, evidenceFacts, evidenceFile, evidenceSubjects, setAsideKinds } from '../domain/evidence.ts'
import { longText } from '../domain/entry-fields.ts'
import { done, id, nothing, procedure } from './procedure.ts'

const subject = z.strictObject({ kind: z.enum(evidenceSubjects), id })
const one = { subject, evidence: id }
const facts = {
  category: z.enum(evidenceCategories, 'Choose the category'),
  note: evidenceFacts.shape.note.min(1, 'Enter what it shows'),
  evidenceOn: z.string('Enter the day the evidence is from').min(1, 'Enter the day the evidence is from').pipe(evidenceFacts.shape.evidenceOn), expiresOn: evidenceFacts.shape.expiresOn,
}
/** Reference of the decision whose fixed statement was voided by it; null where none was. */
const voided = z.string().nullable()

export const chosenEvidence = evidenceFile.extend({
  /** Stands for the bytes that were read, until they are attached or another file is chosen. */
  token: id,
  /** Where the very same file is attached already. */
  alsoAt: z.array(z.string()),
})
export type ChosenEvidence = z.infer<typeof chosenEvidence>

export const evidenceCalls = {
  /** Asks for a file and reads it. Keeps nothing in the register. Null when the person cancels. */
  'evidence.choose': procedure(nothing, chosenEvidence.nullable()),
  'evidence.attach': procedure(z.strictObject({
    subject, token: id,
    fileName: evidenceFile.shape.fileName.min(1, 'Enter a name for the file').regex(/^[^\\/\p{Cc}]*$/u, 'Leave out slashes'),
    ...facts,
  }), z.strictObject({ id, voided })),
  'evidence.describe': procedure(z.strictObject({ ...one, ...facts }), done),
  /** `patientData` and `nameToo` go with `removed` only. */
  'evidence.set-aside': procedure(z.strictObject({
    ...one, kind: z.enum(setAsideKinds), patientData: z.boolean(), nameToo: z.boolean(), reason: longText.min(1, 'Enter why'),
  }), z.strictObject({
    voided,
    /** Where the same bytes still are evidence, so that they were not deleted. */
    stillAt: z.array(z.string()),
  })),
  /** Null when the person cancels. */
  'evidence.save-copy': procedure(z.strictObject(one), z.strictObject({ fileName: z.string() }).nullable()),
  /** Opens a copy in whatever program the computer has for it. The page has warned before. */
  'evidence.open': procedure(z.strictObject(one), done),
} as const
