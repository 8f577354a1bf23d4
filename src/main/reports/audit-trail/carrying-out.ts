import type { DecisionRecord } from '../../../shared/domain/decision-record.ts'
import { stageOf } from '../../../shared/domain/decision-stage.ts'
import { evidenceName, isActive, type EvidenceRecord } from '../../../shared/domain/evidence-record.ts'
import { stepsOfVerb } from '../../../shared/domain/follow-through.ts'
import { isTaskOpen, openTasks, taskWaits, type FollowThrough, type Task } from '../../../shared/domain/follow-through-record.ts'
import { dateInWords } from '../../../shared/domain/words/date.ts'
import { lowerFirst } from '../../../shared/domain/words/event-values.ts'
import { stepWords, taskWord } from '../../../shared/domain/words/step.ts'
import { paragraph } from '../page/blocks.ts'
import { mm, styles } from '../page/measures.ts'
import { grouped } from '../page/numbers.ts'
import { space, type Sheet } from '../page/sheet.ts'
import { table, type Passage, type Row } from '../page/table.ts'
import type { AuditTrail } from './input.ts'

/** How a made decision is carried out: where it stands in a sentence, then each step, who saw to it, and what proves it. */
export function carryingOut(sheet: Sheet, decision: DecisionRecord, follow: FollowThrough, audit: AuditTrail): void {
  paragraph(sheet, whereItStands(decision, follow, audit))
  const rows = [
    ...follow.tasks.map((task) => stepRow(task, { decision, follow, audit })),
    ...follow.watched.map(({ on, met, note, nextOn, by }): Row => ({ cells: [
      { text: 'Looked at the condition', style: styles.tableStrong }, [{ text: met ? 'Met' : 'Not met yet' }, { text: dateInWords(on) }], by.name,
      nextOn === null ? note : [{ text: note }, { text: `Looked at again by ${dateInWords(nextOn)}`, style: styles.small }],
    ] })),
    ...(follow.ended ? [{ cells: [{ text: 'Ended', style: styles.tableStrong }, dateInWords(follow.ended.on), follow.ended.by.name, [{ text: follow.ended.because === 'end-date' ? 'Its day had come.' : 'Its condition was met.' }, ...(follow.ended.note === '' ? [] : [{ text: follow.ended.note }])]] }] : []),
  ]
  if (rows.length === 0) return
  space(sheet, mm(2))
  table(sheet, [{ head: 'Step', width: mm(38), namesRow: true }, { head: 'How it stands', width: mm(36) }, { head: 'Who', width: mm(30) }, { head: 'What happened, and what proves it' }], rows)
}

type Of = Readonly<{ decision: DecisionRecord; follow: FollowThrough; audit: AuditTrail }>

function stepRow(task: Task, of: Of): Row {
  const { decision, audit } = of
  const words = stepWords(decision.verb, task.step)
  if (task.done) {
    const { on, how, evidence, by, receivedOn, ownCheckReason } = task.done
    return { cells: [{ text: words.done, style: styles.tableStrong }, [{ text: 'Done' }, { text: dateInWords(on) }], by.name, [
      { text: how }, ...(receivedOn === null ? [] : [{ text: `Received by them on ${dateInWords(receivedOn)}`, style: styles.small }]),
      ...(ownCheckReason === null ? [] : [{ text: `The same person did a step. The practice allows it: ${ownCheckReason}`, style: styles.small }]),
      ...evidence.flatMap((id) => proof(id, of)),
    ]] }
  }
  if (task.notNeeded) return { cells: [{ text: words.todo, style: styles.tableStrong }, [{ text: 'Not needed' }, { text: dateInWords(task.notNeeded.by.at.slice(0, 10)) }], task.notNeeded.by.name, task.notNeeded.reason] }
  return { cells: [{ text: words.todo, style: styles.tableStrong }, openState(task, of), task.owner === null ? { text: 'Nobody yet', style: styles.tableQuiet } : audit.names.person(task.owner) ?? task.owner, ''] }
}

function openState(task: Task, { follow, audit }: Of): Passage[] {
  const late = task.due < audit.day && !taskWaits(follow, task.step) && follow.replacedBy === null
  return [{ text: follow.replacedBy === null ? (late ? 'Open, late' : 'Open') : 'Not done' }, { text: `Due ${dateInWords(task.due)}`, style: styles.small }]
}

/** A file is known by its hash. One of the entry may be told in another document than this. */
function proof(id: string, { decision, audit }: Of): Passage[] {
  const all: readonly EvidenceRecord[] = [...decision.evidence, ...(audit.register.entries.get(decision.entry)?.evidence ?? [])]
  const file = all.find((one) => one.id === id)
  if (!file) return [{ text: `Proof: a file attached to the entry (${id})`, style: styles.small, before: mm(0.6) }]
  return [{ text: `Proof: ${evidenceName(file)}${isActive(file) ? '' : ', set aside since'}`, style: styles.small, before: mm(0.6) }, { text: grouped(file.sha256), style: styles.tableHash }]
}

function whereItStands(decision: DecisionRecord, follow: FollowThrough, audit: AuditTrail): string {
  const done = follow.tasks.filter((task) => !isTaskOpen(task)).length
  const count = `${done} of ${follow.tasks.length} steps ${done === 1 ? 'is' : 'are'} recorded.`
  switch (stageOf(decision)) {
    case 'replaced': {
      const newer = audit.register.decisions.get(follow.replacedBy ?? '')
      return `Another decision has taken its place${newer ? `: ${newer.ref}` : ''}. It is no longer carried out.`
    }
    case 'closed': return `Closed${follow.closed ? ` on ${dateInWords(follow.closed.at.slice(0, 10))}` : ''}: ${count} ${follow.tasks.some((task) => (task.done?.ownCheckReason ?? null) !== null) ? 'The same person did a step and checked, as the practice’s rule allows.' : 'Somebody who did none of them checked.'}`
    case 'in-force': return stepsOfVerb[decision.verb].length > 0 ? 'No step is recorded yet.' : 'It took effect when it was made. There is no step to record.'
    default: return `A signed decision is not yet a stopped flow. ${count}${next(decision, follow, audit)}`
  }
}

function next({ verb, draft }: DecisionRecord, follow: FollowThrough, audit: AuditTrail): string {
  const [first] = openTasks(follow, verb, draft).filter(({ waits }) => !waits).toSorted((a, b) => a.due.localeCompare(b.due))
  if (!first) return ''
  return ` Next: ${lowerFirst(taskWord(verb, first.what))}, ${first.owner === null ? 'nobody looks after it yet' : audit.names.person(first.owner) ?? first.owner}, by ${dateInWords(first.due)}.`
}
