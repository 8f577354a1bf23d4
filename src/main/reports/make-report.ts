import { refuse } from '../../shared/contract/refused.ts'
import { carriesHead, foldEvents } from '../../shared/domain/register-record.ts'
import { canonical } from '../../shared/trail/canonical.ts'
import type { StoredEvent } from '../../shared/trail/chain-check.ts'
import { checkStoredTrail } from '../../shared/trail/check-trail.ts'
import { parseEvent, type TrailEvent } from '../../shared/trail/event.ts'
import { selectEvents } from '../../shared/trail/select-events.ts'
import type { TrailJson } from '../../shared/trail/trail-json.ts'
import type { Finding, Verdict } from '../../shared/trail/verdict.ts'
import { nodeCrypto } from '../identity/node-crypto.ts'
import { auditTrailPdf } from './audit-trail/audit-trail.ts'
import type { AuditTrailInput } from './audit-trail/input.ts'
import { decisionRecordPdf } from './decision-record/decision-record.ts'
import type { Progress } from './document/write-document.ts'
import { registerSchedulePdf } from './schedule/schedule.ts'

/** The three documents that carry the trail. */
export const reportKinds = ['trail', 'schedule', 'decision'] as const
export type ReportKind = (typeof reportKinds)[number]

/** All that a document is made from, as plain data, so that it can be sent to another thread. */
export type ReportOrder = Readonly<{
  report: ReportKind
  scope: TrailJson['scope']
  /** The whole trail as it is stored; the document checks it and takes its scope from it. */
  rows: readonly StoredEvent[]
  register: TrailJson['register']
  generated: TrailJson['generated']
  /** What is wrong with the file beside its trail. */
  fileFindings: readonly Finding[]
}>

export type MadeReport = Readonly<{ pdf: Uint8Array; attachment: string; head: TrailJson['head'] }>

const makers = Object.freeze({ trail: auditTrailPdf, schedule: registerSchedulePdf, decision: decisionRecordPdf } as const satisfies Record<ReportKind, unknown>)

/**
 * Checks the trail, takes the scope from it and makes the document.
 * @throws Refused register-damaged when an event cannot even be read, not-found when the scope holds no such decision
 */
export async function makeReport(order: ReportOrder, progress: Progress = () => {}): Promise<MadeReport> {
  const { report, scope, rows, register, generated, fileFindings } = order
  const { verdict, register: whole } = checkStoredTrail(rows, nodeCrypto)
  await progress(0.08)
  const events = selectEvents(rows.map(({ body }) => readBody(body)), scope)
  const last = rows.at(-1)
  if (!last) throw refuse('register-damaged')
  const head = { seq: last.seq, hash: last.hash }
  const trail: TrailJson = { format: 'psr-trail/1', register, generated, scope, head, hashes: rows.map(({ hash }) => hash), events }
  const folded = foldEvents(events.filter((event) => parseEvent(event).ok))
  if (report === 'decision' && !folded.decisions.has(scope.id ?? '')) throw refuse('not-found', { happened: `There was no decision ${scope.ref ?? ''} on that day.` })
  await progress(0.12)
  const input: AuditTrailInput = {
    trail, register: folded, asAt: generated.at, madeAt: generated.at, madeBy: generated.by, app: generated.app, rules: generated.rules,
    headsGivenOut: whole.exports.filter(carriesHead), check: withFile(verdict, fileFindings),
  }
  const pdf = await makers[report](input, (share) => progress(0.12 + 0.83 * share))
  return { pdf, attachment: canonical(trail), head }
}

/** An event that a newer version wrote is taken as it is: the document says that it does not know it. */
function readBody(body: string): TrailEvent {
  try {
    return JSON.parse(body) as TrailEvent
  } catch (error) {
    throw refuse('register-damaged', {}, error)
  }
}

function withFile(verdict: Verdict, found: readonly Finding[]): Verdict {
  const [first] = found
  if (!first) return verdict
  return { ...verdict, verdict: 'changed', summary: verdict.verdict === 'changed' ? verdict.summary : first.text, findings: [...verdict.findings, ...found] }
}
