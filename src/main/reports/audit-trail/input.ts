import { dayInEngland, type IsoDate, type IsoInstant } from '../../../shared/domain/date.ts'
import type { ExportRecord, RegisterRecord } from '../../../shared/domain/register-record.ts'
import type { TrailEvent } from '../../../shared/trail/event.ts'
import { parseEvent } from '../../../shared/trail/event.ts'
import { periodTest } from '../../../shared/trail/select-events.ts'
import type { TrailJson, TrailScope } from '../../../shared/trail/trail-json.ts'
import type { Verdict } from '../../../shared/trail/verdict.ts'
import type { EventNames } from '../../../shared/domain/words/event-names.ts'
import { namesIn } from '../../../shared/domain/words/event-names.ts'

export type AuditTrailInput = Readonly<{
  /** The very object that is attached; everything printed comes from its events. */
  trail: TrailJson
  /** Folded from those events, all of them. */
  register: RegisterRecord
  /** When the trail was read. A scope that ends with an earlier day goes before it. */
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
  /** The day that dates are judged for, and whether the register has gone on since. */
  day: IsoDate
  isPast: boolean
  /** False for an event that is only there because it explains others: in a document about some days, those before. */
  isAskedFor: (event: PrintedEvent) => boolean
}>

export function prepared(input: AuditTrailInput): AuditTrail {
  const { hashes, events, scope } = input.trail
  const made = dayInEngland(input.asAt)
  const day = [scope.asAt, scope.kind === 'period' ? scope.to : null, made].filter((one) => one !== undefined && one !== null).toSorted()[0] ?? made
  return {
    ...input, names: namesIn(input.register), whole: scope.kind === 'whole' && scope.asAt === undefined, day, isPast: day < made,
    isAskedFor: askedFor(scope),
    events: events.map((value): PrintedEvent => {
      const parsed = parseEvent(value)
      // The values themselves are printed, not the parser's copies of them: what stands on paper is what was hashed.
      if (parsed.ok) return { known: true, event: inOrderOf(parsed.event, value) as TrailEvent, hash: hashes[parsed.event.seq - 1] ?? '' }
      const seq = numberOf(value, 'seq')
      return { known: false, seq, type: textOf(value, 'type'), raw: value, hash: seq === null ? '' : (hashes[seq - 1] ?? '') }
    }),
  }
}

/** Canonical text has its keys by the alphabet; people want them as the form has them, which is the order of the schema. */
function inOrderOf(like: unknown, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item, index) => inOrderOf(Array.isArray(like) ? like[index] : undefined, item))
  if (!isObject(value) || !isObject(like)) return value
  const keys = [...Object.keys(like).filter((key) => Object.hasOwn(value, key)), ...Object.keys(value).filter((key) => !Object.hasOwn(like, key))]
  return Object.fromEntries(keys.map((key) => [key, inOrderOf(like[key], value[key])]))
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value)

function askedFor(scope: TrailScope): (event: PrintedEvent) => boolean {
  const inPeriod = periodTest(scope)
  return (printed) => scope.kind !== 'period' || !printed.known || inPeriod(printed.event.at)
}

const field = (value: unknown, name: string): unknown => (typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined)
const numberOf = (value: unknown, name: string): number | null => { const found = field(value, name); return Number.isSafeInteger(found) ? Number(found) : null }
const textOf = (value: unknown, name: string): string => { const found = field(value, name); return typeof found === 'string' ? found : 'without a type' }
