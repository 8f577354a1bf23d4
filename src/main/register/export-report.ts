import { rmSync } from 'node:fs'
import path from 'node:path'
import type { CallOutput, CallParsed } from '../../shared/contract/contract.ts'
import { refuse } from '../../shared/contract/refused.ts'
import type { TrailScope } from '../../shared/trail/trail-json.ts'
import { systemActor, type Actor, type EventData } from '../../shared/trail/event.ts'
import { placeReport } from '../reports/write-report.ts'
import type { ReportKind, ReportOrder } from '../reports/make-report.ts'
import type { WrittenReport } from '../reports/write-report.ts'
import { inThisThread, startReport, type RunningReport } from '../reports/worker/start-report.ts'
import { triggersMissing } from '../store/triggers.ts'
import { decisionOf } from './decision-commands.ts'
import type { Reading } from './desk.ts'
import { entryOf } from './entry-of.ts'

type Choice = CallParsed<'report.export'>
export type MadeFile = NonNullable<CallOutput<'report.export'>>

/** Which document, about what. */
export type Wish = Readonly<{ report: ReportKind; scope: TrailScope }>

const wholeScope: TrailScope = Object.freeze({ kind: 'whole', ref: null, id: null, from: null, to: null })

/** @throws Refused invalid-input where the document and the scope do not go together, or the day is still to come */
export function wishOf(reading: Reading, { report, scope, asAt }: Choice): Wish {
  if (asAt !== null && asAt > reading.today) throw refuse('invalid-input', { fields: { asAt: ['Choose a day that is not in the future'] } })
  const fits = { trail: true, schedule: scope.kind === 'whole', decision: scope.kind === 'decision' }[report]
  if (!fits) throw refuse('invalid-input', { happened: report === 'schedule' ? 'A register schedule is about the whole register.' : 'A decision record is about one decision.' })
  // What was so at the end of today is what is so now.
  const past = asAt === null || asAt === reading.today ? {} : { asAt }
  switch (scope.kind) {
    case 'whole': return { report, scope: { ...wholeScope, ...past } }
    case 'entry': {
      const { ref, id } = entryOf(reading, scope.id)
      return { report, scope: { ...wholeScope, kind: 'entry', ref, id, ...past } }
    }
    case 'decision': {
      const { ref, id } = decisionOf(reading, scope.id)
      return { report, scope: { ...wholeScope, kind: 'decision', ref, id, ...past } }
    }
    case 'period': {
      if (scope.from !== null && scope.to !== null && scope.to < scope.from) throw refuse('invalid-input', { fields: { to: ['Choose a last day that is not before the first'] } })
      return { report, scope: { ...wholeScope, kind: 'period', from: scope.from, to: scope.to } }
    }
  }
}

export const reportTitles = Object.freeze({ trail: 'Audit trail', schedule: 'Register schedule', decision: 'Decision record', letter: 'Letter', 'signing-page': 'Pages to sign' } as const)

/** "Audit trail A99999 DSA-0007 2026-11-24.pdf": sorts by practice, then by what, then by day. */
export function suggestedName({ head, today }: Reading, { report, scope }: Wish): string {
  const days = scope.kind === 'period' ? `${scope.from ?? 'start'} to ${scope.to ?? today}` : (scope.asAt ?? today)
  return [reportTitles[report], head.practice.ods, scope.ref, days].filter((part) => part !== null).join(' ') + '.pdf'
}

/** What the document is made from, read at one moment: later events do not reach it. */
export async function orderOf({ store, head, now, rules }: Reading, { report, scope }: Wish, by: Actor): Promise<ReportOrder> {
  const guards = await triggersMissing(store.connection.sqlite)
  return {
    report, scope, rows: [...store.trail.rows()],
    register: { id: head.id, practice: head.practice.name, ods: head.practice.ods },
    generated: { at: now, by: by.name, app: store.appVersion, rules: rules.version },
    fileFindings: guards.length === 0 ? [] : [{ seq: null, text: `Guards that keep the trail append-only are missing from the file (${guards.join(', ')}).` }],
  }
}

type How = Readonly<{
  by: Actor
  /** Told how far it is, from 0 to 1, and given the means to stop it. */
  watch: (share: number) => void
  running: (report: RunningReport) => void
  thread: 'own' | 'this'
}>
const unwatched: How = Object.freeze({ by: systemActor, watch: () => {}, running: () => {}, thread: 'this' })

/**
 * Makes the document, checks the file it wrote and records the export with its hash. Fails or is stopped whole: no
 * file without its event and no event without its file.
 */
export async function exportReport(reading: Reading, wish: Wish, file: string, how: Partial<How> = {}): Promise<MadeFile> {
  const { by, watch, running, thread } = { ...unwatched, ...how }
  const commission = { order: await orderOf(reading, wish, by), target: file }
  const report = thread === 'own' ? startReport(commission, watch) : inThisThread(commission, watch)
  running(report)
  const { head, ...written } = await report.staged
  await placeReport(file)
  const { kind, ref, from, to, asAt } = wish.scope
  return recordExport(reading, file, by, written, { report: wish.report, scope: { kind, ref, from, to, ...(asAt === undefined ? {} : { asAt }) }, head })
}

/** The event of a file that has its place already; without the event the file goes again. */
export function recordExport({ store, head }: Reading, file: string, by: Actor, written: WrittenReport, what: Pick<EventData<'export.made'>, 'report' | 'scope' | 'head'>): MadeFile {
  const { sha256, bytes, pages } = written
  const fileName = path.basename(file)
  try {
    store.record(by, () => ({ events: [{ type: 'export.made', subject: { kind: 'register', id: head.id }, data: { ...what, fileName, sha256, bytes } }], result: null }))
  } catch (error) {
    rmSync(file, { force: true })
    throw error
  }
  return { fileName, sha256, bytes, pages }
}
