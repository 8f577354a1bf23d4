import { z } from 'zod'
import { withChanges } from '../trail/change.ts'
import type { TrailEvent } from '../trail/event.ts'
import type { IsoDate } from './date.ts'
import { isoInstant } from './date.ts'
import { evidenceFacts, evidenceFile, setAsideKinds } from './evidence.ts'

const by = z.strictObject({ id: z.string(), name: z.string(), at: isoInstant })

/** One file as evidence of something, with everything that is known about it whether its bytes are still here or not. */
export const evidenceRecord = evidenceFacts.extend({
  ...evidenceFile.shape,
  id: z.uuid(),
  /** Null where the name itself had to go. */
  fileName: evidenceFile.shape.fileName.nullable(),
  attached: by,
  setAside: z.strictObject({ kind: z.enum(setAsideKinds), patientData: z.boolean(), reason: z.string(), by }).nullable(),
})
export type EvidenceRecord = z.infer<typeof evidenceRecord>

export const isActive = ({ setAside }: EvidenceRecord): boolean => setAside === null
/** The bytes have to be in the register: only what was removed has none. */
export const hasBytes = ({ setAside }: EvidenceRecord): boolean => setAside?.kind !== 'removed'
export const activeEvidence = (evidence: readonly EvidenceRecord[]): EvidenceRecord[] => evidence.filter(isActive)

const withheld = 'File whose name was taken out'
export const evidenceName = ({ fileName }: Pick<EvidenceRecord, 'fileName'>): string => fileName ?? withheld

/** The first day on which something that still counts runs out. */
export function evidenceEndsOn(evidence: readonly EvidenceRecord[]): IsoDate | null {
  return activeEvidence(evidence).flatMap(({ expiresOn }) => expiresOn ?? []).toSorted()[0] ?? null
}

/** The list after an event; the same list where the event is about something else. */
export function applyToEvidence(list: EvidenceRecord[], event: TrailEvent): EvidenceRecord[] {
  const by = { id: event.actor.id, name: event.actor.name, at: event.at }
  switch (event.type) {
    case 'evidence.attached': {
      const { evidence: id, ...data } = event.data
      return [...list, { id, ...data, attached: by, setAside: null }]
    }
    case 'evidence.described': {
      const { evidence, changes } = event.data
      // What the bytes say and who attached them is never described anew.
      const said = changes.filter(({ field }) => Object.hasOwn(evidenceFacts.shape, field))
      return onOne(list, evidence, (one) => withChanges(one, said))
    }
    case 'evidence.set-aside': {
      const { evidence, kind, patientData, nameToo, reason } = event.data
      return onOne(list, evidence, (one) => ({ ...one, fileName: nameToo ? null : one.fileName, setAside: { kind, patientData, reason, by } }))
    }
    default: return list
  }
}

function onOne(list: EvidenceRecord[], id: string, change: (one: EvidenceRecord) => EvidenceRecord): EvidenceRecord[] {
  return list.map((one) => (one.id === id ? change(one) : one))
}
