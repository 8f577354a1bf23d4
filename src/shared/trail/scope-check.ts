import type { RegisterRecord } from '../domain/register-record.ts'
import type { TrailEvent } from './event.ts'
import type { PartFinding } from './parts.ts'
import { selectEvents } from './select-events.ts'
import type { TrailJson } from './trail-json.ts'

const tell = (text: string, seq: number | null = null): PartFinding => ({ seq, text, part: 'form' })

/**
 * Whether a file is what it says it is: of that practice, about that entry or decision, and with nothing in it that
 * does not belong there. What was left out of a part of the trail cannot be seen from the part.
 * @param events the events of the file, all of a known type and shape
 */
export function* scopeFindings({ register: said, scope }: TrailJson, events: readonly TrailEvent[], register: RegisterRecord): Generator<PartFinding> {
  const { head } = register
  if (events.length > 0 && events[0]?.seq !== 1) return yield tell('Event 1 is missing from the file, which says whose register it is.', 1)
  if (!head) return
  if (said.id !== head.id || events.some((event) => event.register !== said.id)) yield tell('The events belong to another register than the file says.', 1)
  // A document as at an earlier day carries the name of the day on which it was made.
  const named = scope.kind !== 'period' && scope.asAt === undefined
  if (named && (said.practice !== head.practice.name || said.ods !== head.practice.ods)) yield tell('The practice in the events is not the one that the file names.')
  if (scope.kind === 'entry' || scope.kind === 'decision') {
    const records = scope.kind === 'entry' ? register.entries : register.decisions
    if (records.get(scope.id ?? '')?.ref !== scope.ref) yield tell(`The file is not about the ${scope.kind} that it names.`)
  }
  const inScope = new Set(selectEvents(events, scope).map(({ seq }) => seq))
  const stray = events.find(({ seq }) => !inScope.has(seq))
  if (stray) yield tell(`Event ${stray.seq} does not belong to what the file says it holds.`, stray.seq)
}
