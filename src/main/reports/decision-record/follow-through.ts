import type { DecisionRecord } from '../../../shared/domain/decision-record.ts'
import { eventSentence } from '../../../shared/domain/words/event-sentence.ts'
import type { TrailEvent } from '../../../shared/trail/event.ts'
import { detailPassages } from '../audit-trail/detail-passages.ts'
import { eventDetails } from '../audit-trail/event-details.ts'
import type { AuditTrail } from '../audit-trail/input.ts'
import { paragraph } from '../page/blocks.ts'
import { mm, styles } from '../page/measures.ts'
import { counted } from '../page/numbers.ts'
import { space, type Sheet } from '../page/sheet.ts'
import { table } from '../page/table.ts'
import { shortInstant } from '../page/times.ts'

/** Everything that comes before a decision is carried out; what other events it has belong to its follow-through. */
const deciding = new Set<string>([
  'decision.drafted', 'decision.changed', 'decision.advice-recorded', 'decision.effects-shown', 'decision.fixed', 'decision.voided',
  'decision.answered', 'decision.answered-on-paper', 'decision.made', 'decision.refused', 'decision.cancelled', 'decision.lapsed',
  // Files have a part of their own.
  'evidence.attached', 'evidence.described', 'evidence.set-aside',
] satisfies TrailEvent['type'][])

/** A signed decision is not a stopped flow: which steps were recorded, by whom, when and with what proof. */
export function followThrough(sheet: Sheet, decision: DecisionRecord, audit: AuditTrail): void {
  if (decision.status !== 'made') return paragraph(sheet, 'There is nothing to carry out: the decision was not made.', styles.quiet)
  const steps = audit.events.flatMap((printed) => (printed.known && printed.event.subject.id === decision.id && !deciding.has(printed.event.type) ? [printed.event] : []))
  paragraph(sheet, 'A signed decision is not yet a stopped flow. These steps were recorded after it was made.', styles.quiet)
  space(sheet, mm(3))
  if (steps.length === 0) return paragraph(sheet, 'No step is recorded yet.')
  table(sheet, [{ head: 'Event', width: mm(14), namesRow: true }, { head: 'When, UTC', width: mm(34) }, { head: 'Person', width: mm(36) }, { head: 'Step' }], steps.map((event) => {
    const passages = detailPassages(eventDetails(event.data, audit.names))
    return { cells: [counted(event.seq), shortInstant(event.at), event.actor.name, [{ text: eventSentence(event, audit.names).text, style: styles.tableStrong }, ...passages]] }
  }))
}
