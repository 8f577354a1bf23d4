import type { IsoInstant } from '../../../shared/domain/date.ts'
import type { ExportRecord, RegisterRecord } from '../../../shared/domain/register-record.ts'
import type { TrailEvent } from '../../../shared/trail/event.ts'
import { parseEvent } from '../../../shared/trail/event.ts'
import type { TrailJson } from '../../../shared/trail/trail-json.ts'
import type { Verdict } from '../../../shared/trail/verdict.ts'
import type { EventNames } from '../../../shared/domain/words/event-names.ts'
import { namesIn } from '../../../shared/domain/words/event-names.ts'

export type AuditTrailInput = Readonly<{
  /** The very object that is attached; everything printed comes from its events. */
  trail: TrailJson
  /** Folded from those events up to `asAt`. */
  register: RegisterRecord
  asAt: IsoInstant
  madeAt: IsoInstant
  madeBy: string
  app: string
  /** Version of the classification rules the app carries. */
  rules: string
  /** What was exported before: who may hold an older head. */
  headsGivenOut: readonly Pick<ExportRecord, 'report' | 'scope' | 'head' | 'at' | 'by'>[]
  /** What a full check of the trail said just before. */
  check: Verdict
}>

/** An event that is to be printed: parsed, or, where a newer version wrote it, as it came. */
export type PrintedEvent =
  | Readonly<{ known: true; event: TrailEvent; hash: string }>
  | Readonly<{ known: false; seq: number | null; type: string; raw: unknown; hash: string }>

/** The input made ready for the parts of the document. */
export type AuditTrail = AuditTrailInput & Readonly<{
  events: readonly PrintedEvent[]
  names: EventNames
  /** False where only some of the events are in this document. */
  whole: boolean
}>

export function prepared(input: AuditTrailInput): AuditTrail {
  const { hashes, events, scope } = input.trail
  return {
    ...input, names: namesIn(input.register), whole: scope.kind === 'whole',
    events: events.map((value): PrintedEvent => {
      const parsed = parseEvent(value)
      // The value itself is printed, not the parser's copy of it: what stands on paper is what was hashed.
      if (parsed.ok) return { known: true, event: value as TrailEvent, hash: hashes[parsed.event.seq - 1] ?? '' }
      const seq = numberOf(value, 'seq')
      return { known: false, seq, type: textOf(value, 'type'), raw: value, hash: seq === null ? '' : (hashes[seq - 1] ?? '') }
    }),
  }
}

const field = (value: unknown, name: string): unknown => (typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined)
const numberOf = (value: unknown, name: string): number | null => { const found = field(value, name); return Number.isSafeInteger(found) ? Number(found) : null }
const textOf = (value: unknown, name: string): string => { const found = field(value, name); return typeof found === 'string' ? found : 'without a type' }
