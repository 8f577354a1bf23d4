import { positionCodeWords, positionSubjectWords } from '../../../shared/domain/words/position.ts'
import type { EventSentence } from '../../../shared/domain/words/event-sentence.ts'
import type { TrailEvent } from '../../../shared/trail/event.ts'
import { carriedPurposes } from './carried-purposes.ts'
import { eventDetails, type Detail } from './event-details.ts'
import type { AuditTrail } from './input.ts'
import { positionsIn, type NumberedPositions } from './numbered-positions.ts'
import { timeOf } from './decision-grounds.ts'
import type { printedElsewhere } from './printed-elsewhere.ts'

type Beside = Readonly<{
  audit: AuditTrail
  elsewhere: ReturnType<typeof printedElsewhere>
  positions: NumberedPositions
  /** Long texts that stand on these pages already, in the order in which they were printed. */
  printed: string[]
}>

/** What an event holds beyond its sentence, its author, its subject and what stands in full on another page. */
export function detailsBeside(event: TrailEvent, sentence: EventSentence, beside: Beside): Detail[] {
  const lines = positionLines(event, beside.positions)
  const told = [...(toldBySentence[event.type] ?? []), ...(lines.length > 0 ? ['positions', 'position'] : []), ...onItsDecision(event, beside)]
  const labels = labelsToldBySentence[event.type] ?? []
  const details = notYetTold(sentence, eventDetails(event.data, beside.audit.names, told)).filter(({ label }) => !labels.includes(label))
  return [...withoutEmpty(event, withoutPrinted(event, details, beside.printed)), ...carriedPurposes(event), ...lines]
}

/** Fields whose whole value stands in the event's sentence, beside it, or in its number, time and person. */
const toldBySentence: Readonly<Partial<Record<string, readonly string[]>>> = Object.freeze({
  'person.added': ['name', 'role'],
  'person.key-added': ['because'],
  'session.refused': ['tries', 'at'],
  'action.chosen': ['action', 'choice', 'on'],
  'entry.added': ['title', 'ref'],
  'entry.split': ['into'],
  'entry.split-from': ['from', 'purposes'],
  // The name stands in the sentence, or, where it had to go, nowhere.
  'evidence.attached': ['evidence', 'fileName', 'category', 'evidenceOn'],
  'evidence.described': ['evidence'],
  'evidence.set-aside': ['evidence', 'kind'],
  'decision.drafted': ['ref', 'entry', 'verb'],
  'decision.fixed': ['entry'],
  'decision.made': ['entry', 'verb'],
  'decision.refused': ['entry', 'verb'],
  'decision.answered': ['decision', 'answer'],
  'decision.answered-on-paper': ['decision', 'answer'],
  'decision.planned': ['tasks'],
  'decision.step-done': ['step', 'entry', 'verb', 'on'],
  'decision.step-not-needed': ['step'],
  'decision.step-reopened': ['step', 'entry', 'verb'],
  'decision.checked': ['on'],
  'decision.closed': ['entry', 'verb'],
  'decision.watched': ['on', 'met'],
  'decision.ended': ['entry', 'verb', 'on', 'because'],
  'decision.lapsed': ['entry', 'verb'],
})
const labelsToldBySentence: Readonly<Partial<Record<string, readonly string[]>>> = Object.freeze({
  'clause.recorded': ['Clause', 'Page', 'Document'],
  'entry.force-recorded': ['Why it exists'],
})

/** What the pages of the decision print in full: the standing statement, its answers and their count. */
function onItsDecision(event: TrailEvent, { elsewhere }: Beside): readonly string[] {
  if (!('statementHash' in event.data) || elsewhere.statement(event.data.statementHash) === undefined) return []
  switch (event.type) {
    case 'decision.fixed': return ['statement']
    case 'decision.answered': return ['statementHash', 'publicKey', ...(event.data.signatory === event.actor.id ? ['signatory'] : []), ...(event.data.signedAt === event.at ? ['signedAt'] : [])]
    case 'decision.answered-on-paper': return ['statementHash', 'signatory', 'signedOn', 'sha256', 'comment']
    case 'decision.effects-shown':
    case 'decision.made':
    case 'decision.refused':
    case 'decision.lapsed': return ['statementHash', 'tally']
    default: return []
  }
}

/** The wording of a purpose comes back with each event about it. It is printed whole once, and then known by its beginning. */
function withoutPrinted({ type }: TrailEvent, details: readonly Detail[], printed: string[]): Detail[] {
  const aboutPurpose = type.startsWith('purpose.') || type.startsWith('entry.split')
  return details.filter(({ label, value }) => {
    if (value.length < 40 || label !== 'Text') return true
    if (aboutPurpose && printed.some((text) => text.includes(value))) return false
    printed.push(value)
    return true
  })
}

/** One line for each position that an event recorded; what it says stands once, in the section on positions. */
function positionLines(event: TrailEvent, { of }: NumberedPositions): Detail[] {
  return positionsIn(event).map((position) => ({
    group: `P${of(position)?.number ?? '?'}`, label: '',
    value: `${positionSubjectWords[position.subject]}, ${timeOf(position)}: ${positionCodeWords[position.code]}`,
  }))
}

/** Nothing recorded in a field is worth a line only where a person left a form's field empty. */
function withoutEmpty({ type }: TrailEvent, details: readonly Detail[]): Detail[] {
  return type === 'entry.added' ? [...details] : details.filter(({ label }) => label !== 'Left empty')
}

/** What the sentence tells in full, and a text that stands above already, need not be told twice. */
function notYetTold({ text }: EventSentence, details: readonly Detail[]): Detail[] {
  const told = new Set<string>()
  return details.filter(({ label, from, value, group }) => {
    if (from !== undefined) return !(text.startsWith(`${label}: ${from} → ${value}`) || (value.length > 3 && text.includes(value) && (from === 'empty' || text.includes(from))))
    const again = value.length > 12 && (told.has(value) || (group === '' && text.includes(value)))
    told.add(value)
    return !again
  })
}
