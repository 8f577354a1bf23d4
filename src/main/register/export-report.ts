import { rmSync } from 'node:fs'
import path from 'node:path'
import type { CallOutput, CallParsed } from '../../shared/contract/contract.ts'
import { foldEvents } from '../../shared/domain/register-record.ts'
import { canonical } from '../../shared/trail/canonical.ts'
import type { TrailScope } from '../../shared/trail/trail-json.ts'
import { systemActor, type Actor } from '../../shared/trail/event.ts'
import { auditTrailPdf } from '../reports/audit-trail/audit-trail.ts'
import { trailFileName } from '../reports/audit-trail/attachment.ts'
import { writeReport } from '../reports/write-report.ts'
import { checkRegister } from './check-register.ts'
import type { Reading } from './desk.ts'
import { entryOf } from './entry-of.ts'
import { exportTrail } from './trail-export.ts'

type Choice = CallParsed<'report.export'>
type Made = NonNullable<CallOutput<'report.export'>>

export function scopeOf(reading: Reading, { scope }: Choice): TrailScope {
  if (scope.kind === 'whole') return { kind: 'whole', ref: null, id: null, from: null, to: null }
  const entry = entryOf(reading, scope.id)
  return { kind: 'entry', ref: entry.ref, id: entry.id, from: null, to: null }
}

/** "Audit trail A99999 DSA-0007 2026-11-24.pdf": sorts by practice, then by what, then by day. */
export function suggestedName({ head, today }: Reading, scope: TrailScope): string {
  return ['Audit trail', head.practice.ods, scope.ref, today].filter((part) => part !== null).join(' ') + '.pdf'
}

/**
 * Makes the document, checks the file it wrote and records the export with its hash. Fails whole: no file without
 * its event and no event without its file.
 */
export async function exportAuditTrail(reading: Reading, scope: TrailScope, file: string, by: Actor = systemActor): Promise<Made> {
  const { store, now, rules } = reading
  const check = await checkRegister(store.connection, store.trail.rows())
  const app = store.appVersion
  const { trail, events } = exportTrail(store, scope, { at: now, by: by.name, app, rules: rules.version })
  const pdf = await auditTrailPdf({
    trail, register: foldEvents(events), asAt: now, madeAt: now, madeBy: by.name, app, rules: rules.version,
    headsGivenOut: store.records.exports(), check: check.verdict,
  })
  const written = await writeReport(file, pdf, { name: trailFileName, bytes: Buffer.from(canonical(trail)) })
  try {
    store.record(by, () => ({
      events: [{
        type: 'export.made', subject: { kind: 'register', id: reading.head.id },
        data: { report: 'trail', scope: { kind: scope.kind, ref: scope.ref, from: scope.from, to: scope.to }, fileName: path.basename(file), sha256: written.sha256, bytes: written.bytes, head: trail.head },
      }],
      result: null,
    }))
  } catch (error) {
    rmSync(file, { force: true })
    throw error
  }
  return { fileName: path.basename(file), sha256: written.sha256, bytes: written.bytes, pages: written.pages }
}
