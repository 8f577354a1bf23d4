import { z } from 'zod'
import { longText } from '../../domain/entry-fields.ts'
import { evidenceFacts, evidenceFile, setAsideKinds } from '../../domain/evidence.ts'
import { change } from '../change.ts'

/** Files as proof. The subject is the entry or decision they are attached to; the bytes stand beside the trail, under their hash. */
export const evidenceEvents = {
  'evidence.attached': evidenceFacts.extend({ evidence: z.uuid(), ...evidenceFile.shape }),
  'evidence.described': z.strictObject({ evidence: z.uuid(), changes: z.array(change).min(1) }),
  /** What it was stays told for ever: its hash, size and reason, and its name unless that had to go too. */
  'evidence.set-aside': z.strictObject({
    evidence: z.uuid(), kind: z.enum(setAsideKinds), patientData: z.boolean(), nameToo: z.boolean(), reason: longText.min(1),
  }),
} as const
