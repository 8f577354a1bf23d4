import path from 'node:path'
import { eventSentence } from '../../../shared/domain/words/event-sentence.ts'
import { foldEvents } from '../../../shared/domain/register-record.ts'
import { checkStoredTrail } from '../../../shared/trail/check-trail.ts'
import { classificationRules } from '../../exchange/classification-rules.ts'
import { resourcesFolder } from '../../exchange/resource-folder.ts'
import { nodeCrypto } from '../../identity/node-crypto.ts'
import { exportTrail } from '../../register/trail-export.ts'
import { auditTrailPdf } from '../../reports/audit-trail/audit-trail.ts'
import { eventDetails } from '../../reports/audit-trail/event-details.ts'
import { prepared, type AuditTrailInput } from '../../reports/audit-trail/input.ts'
import { openStore } from '../../store/register-store.ts'
import { benchHost } from './bench-host.ts'
import type { Part } from './child.ts'
import { timedAsync } from './row.ts'

const now = '2026-11-24T09:00:00.000Z'
const whole = { kind: 'whole', ref: null, id: null, from: null, to: null } as const

async function printed(file: string): Promise<AuditTrailInput> {
  const store = await openStore(file, benchHost)
  const { trail, events } = exportTrail(store, whole, { at: now, by: 'Bench', app: '1.0.0', rules: classificationRules.version })
  const check = checkStoredTrail(store.trail.rows(), nodeCrypto).verdict
  store.close()
  return { trail, register: foldEvents(events), asAt: now, madeAt: now, madeBy: 'Bench', app: '1.0.0', rules: classificationRules.version, headsGivenOut: [], check }
}

const font = (name: string): string => path.join(resourcesFolder(), 'fonts', name)

export const pdfParts: Readonly<Record<string, Part>> = Object.freeze({
  pdf: async (file) => {
    const input = await printed(file)
    return { turn: () => timedAsync(() => auditTrailPdf(input)) }
  },
  /** The same rows laid out by pdfmake: one table of events with the same words, untagged, without the rest of the document. */
  'pdf-against': async (file) => {
    const { events, names } = prepared(await printed(file))
    const { default: pdfmake } = await import('pdfmake')
    pdfmake.setFonts({ Sans: { normal: font('LiberationSans-Regular.ttf'), bold: font('LiberationSans-Bold.ttf') } })
    return { turn: () => timedAsync(() => {
      const body = events.flatMap((row) => {
        if (!row.known) return []
        const { event, hash } = row
        const details = eventDetails(event.data, names).map(({ group, label, value, from }) => `${group === '' ? label : `${group}, ${label}`}: ${from === undefined ? value : `${from} → ${value}`}`)
        return [[String(event.seq), event.at.slice(11), event.actor.name, [eventSentence(event, names).text, ...details].join('\n'), event.subject.id.slice(0, 8), hash.slice(0, 8)]]
      })
      return pdfmake.createPdf({
        defaultStyle: { font: 'Sans', fontSize: 8.5 }, pageSize: 'A4',
        content: [{ table: { headerRows: 1, widths: [30, 60, 90, '*', 50, 50], body: [['No.', 'Time, UTC', 'Person', 'What happened', 'About', 'Hash'], ...body] }, layout: 'lightHorizontalLines' }],
      }).getBuffer()
    }) }
  },
})
