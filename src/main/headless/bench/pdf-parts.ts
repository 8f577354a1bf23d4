import path from 'node:path'
import { eventSentence } from '../../../shared/domain/words/event-sentence.ts'
import { foldEvents } from '../../../shared/domain/register-record.ts'
import { checkStoredTrail } from '../../../shared/trail/check-trail.ts'
import { classificationRules } from '../../exchange/classification-rules.ts'
import { resourcesFolder } from '../../exchange/resource-folder.ts'
import { nodeCrypto } from '../../identity/node-crypto.ts'
import { exportTrail } from '../../register/trail-export.ts'
import { auditTrailPdf } from '../../reports/audit-trail/audit-trail.ts'
import { openStore } from '../../store/register-store.ts'
import type { Part } from './parts.ts'
import { timedAsync } from './row.ts'

const now = '2026-11-24T09:00:00.000Z'
const whole = { kind: 'whole', ref: null, id: null, from: null, to: null } as const

async function trailOf(file: string) {
  const store = await openStore(file, { clock: () => now, appVersion: '1.0.0', computer: 'bench', crypto: nodeCrypto })
  try {
    return { ...exportTrail(store, whole, { at: now, by: 'Bench', app: '1.0.0', rules: classificationRules.version }), check: checkStoredTrail(store.trail.rows(), nodeCrypto).verdict }
  } finally {
    store.close()
  }
}

const font = (name: string): string => path.join(resourcesFolder(), 'fonts', name)

export const pdfParts: Readonly<Record<string, Part>> = Object.freeze({
  pdf: async (file) => {
    const { trail, events, check } = await trailOf(file)
    const register = foldEvents(events)
    return timedAsync(() => auditTrailPdf({ trail, register, asAt: now, madeAt: now, madeBy: 'Bench', app: '1.0.0', rules: classificationRules.version, headsGivenOut: [], check }))
  },
  /** The same rows laid out by pdfmake: one table of events, untagged, without an attachment. */
  'pdf-against': async (file) => {
    const { events, trail } = await trailOf(file)
    const { default: pdfmake } = await import('pdfmake')
    pdfmake.setFonts({ Sans: { normal: font('LiberationSans-Regular.ttf'), bold: font('LiberationSans-Bold.ttf') } })
    const body = events.map((event) => [String(event.seq), event.at, event.actor.name, `${eventSentence(event).text}\n${JSON.stringify(event.data)}`, event.subject.id.slice(0, 8), trail.hashes[event.seq - 1]?.slice(0, 8) ?? ''])
    return timedAsync(() => pdfmake.createPdf({
      defaultStyle: { font: 'Sans', fontSize: 8.5 }, pageSize: 'A4',
      content: [{ table: { headerRows: 1, widths: [30, 90, 70, '*', 50, 50], body: [['No.', 'Time, UTC', 'Person', 'What happened', 'About', 'Hash'], ...body] }, layout: 'lightHorizontalLines' }],
    }).getBuffer())
  },
})
