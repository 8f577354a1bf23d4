import { answeredAt, standingStatement, type DecisionRecord } from '../../shared/domain/decision-record.ts'
import { stageOf } from '../../shared/domain/decision-stage.ts'
import { openTasks } from '../../shared/domain/follow-through-record.ts'
import { dueDates } from '../../shared/domain/due-dates.ts'
import { entryClassOf, entryForceOf, otherParties, purposeClassOf, type EntryRecord } from '../../shared/domain/entry-record.ts'
import { gapSteps } from '../../shared/domain/entry-gaps.ts'
import type { EvidenceSubject } from '../../shared/domain/evidence.ts'
import type { EvidenceRecord } from '../../shared/domain/evidence-record.ts'
import { replyDueNext, type LetterRecord } from '../../shared/domain/letters/letter-record.ts'
import type { PersonRecord } from '../../shared/domain/person-record.ts'
import type { ExportRecord, RegisterHead } from '../../shared/domain/register-record.ts'
import { searchText } from '../../shared/domain/search-text.ts'
import { canonical } from '../../shared/trail/canonical.ts'
import type { Statements } from './statements.ts'

/** Writes each record into its rows: the whole record as a document in canonical form, so that equal records are equal rows, and beside it what lists sort and filter by. */
export function saveHead(statements: Statements, head: RegisterHead): void {
  statements.put('register', ['id'], { id: head.id, doc: canonical(head) })
}

export function savePerson(statements: Statements, person: PersonRecord, before?: PersonRecord): void {
  statements.put('person', ['id'], { ...personColumns(person), doc: canonical(person) }, before && personColumns(before))
}

const personColumns = (person: PersonRecord) => ({ id: person.id, name: person.name, role: person.role, started_on: person.startedOn, left_on: person.leftOn })

/**
 * @param before the record these rows stand for now; what would come out the same is left alone, so that a small
 * change touches few pages of the file. Without it everything is written.
 */
export function saveEntry(statements: Statements, entry: EntryRecord, before?: EntryRecord): void {
  statements.put('entry', ['id'], { ...entryColumns(entry), doc: canonical(entry) }, before && entryColumns(before))
  const rewrite = <T>(table: string, of: (entry: EntryRecord) => T, write: (value: T) => void): void => {
    const value = of(entry)
    if (before && JSON.stringify(of(before)) === JSON.stringify(value)) return
    if (before) statements.run(`delete from ${table} where entry = ?`, entry.id)
    write(value)
  }
  savePurposes(statements, purposeRows(entry), before ? purposeRows(before) : [])
  if (entry.evidence !== before?.evidence) saveEvidence(statements, 'entry', entry)
  rewrite('entry_tag', ({ tags }) => [...new Set(tags)], (tags) => { for (const tag of tags) statements.run('insert into entry_tag (entry, tag) values (?, ?)', entry.id, tag) })
  rewrite('entry_due', dueDates, (rows) => { for (const { on, what } of rows) statements.run('insert into entry_due (entry, on_day, what) values (?, ?, ?)', entry.id, on, what) })
  rewrite('entry_gaps', gapSteps, (steps) => { for (const { from, gaps } of steps) statements.run('insert into entry_gaps (entry, from_day, gaps) values (?, ?, ?)', entry.id, from, gaps) })
  saveText(statements, entry, before)
}

function entryColumns(entry: EntryRecord) {
  const [next] = dueDates(entry)
  return {
    id: entry.id, ref: entry.ref, kind: entry.kind, title: entry.title, party: otherParties(entry).join(', '),
    class: entryClassOf(entry), force: entryForceOf(entry), state: entry.state,
    mechanism: entry.kind === 'gp-connect-setting' ? entry.fields.mechanism : null,
    owner: entry.owner, next_on: next?.on ?? null, next_what: next?.what ?? null, changed_at: entry.changedAt,
  }
}

type PurposeRow = ReturnType<typeof purposeRows>[number]

/** A split entry hands purposes on with their identity, so a row goes only while it is still this entry's. */
function savePurposes(statements: Statements, rows: readonly PurposeRow[], before: readonly PurposeRow[]): void {
  for (const { id, entry } of before) if (!rows.some((row) => row.id === id)) statements.run('delete from purpose where id = ? and entry = ?', id, entry)
  for (const row of rows) statements.put('purpose', ['id'], row, before.find(({ id }) => id === row.id))
}

function purposeRows(entry: EntryRecord) {
  return entry.purposes.map((purpose) => ({
    id: purpose.id, entry: entry.id, number: purpose.number, text: purpose.text,
    category: purpose.confirmed?.classification.category ?? null, class: purposeClassOf(purpose),
  }))
}

function saveText(statements: Statements, entry: EntryRecord, before: EntryRecord | undefined): void {
  const text = searchText(entry)
  if (before && JSON.stringify(searchText(before)) === JSON.stringify(text)) return
  if (before) statements.run('delete from entry_text where rowid = (select rowid from entry where id = ?)', entry.id)
  statements.run(
    'insert into entry_text (rowid, title, party, ref, purposes, summary, details, tags) select rowid, ?, ?, ?, ?, ?, ?, ? from entry where id = ?',
    text.title, text.party, text.ref, text.purposes, text.summary, text.details, text.tags, entry.id,
  )
}

export function saveDecision(statements: Statements, decision: DecisionRecord, before?: DecisionRecord): void {
  statements.put('decision', ['id'], { ...decisionColumns(decision), doc: canonical(decision) }, before && decisionColumns(before))
  saveEvidence(statements, 'decision', decision)
  saveTasks(statements, decision)
}

function decisionColumns(decision: DecisionRecord) {
  const fixed = standingStatement(decision)
  return {
    id: decision.id, ref: decision.ref, entry: decision.entry, verb: decision.verb, status: decision.status, stage: stageOf(decision),
    fixed_at: fixed?.fixed.at ?? null, effective_on: decision.draft.effectiveOn, statement_hash: fixed?.hash ?? null,
    changed_at: decision.changedAt,
  }
}

function saveTasks(statements: Statements, { id, followThrough, verb, draft }: DecisionRecord): void {
  if (followThrough === null) return
  statements.run('delete from task where decision = ?', id)
  for (const { what, owner, due, waits } of openTasks(followThrough, verb, draft)) {
    statements.run('insert into task (decision, what, owner, due_on, waits) values (?, ?, ?, ?, ?)', id, what, owner, due, waits ? 1 : 0)
  }
}

/** Evidence is never taken off a record, so its rows are written and never deleted. */
function saveEvidence(statements: Statements, kind: EvidenceSubject, { id, evidence }: Readonly<{ id: string; evidence: readonly EvidenceRecord[] }>): void {
  for (const one of evidence) {
    statements.put('evidence', ['id'], {
      id: one.id, subject_kind: kind, subject: id, sha256: one.sha256, name: one.fileName, category: one.category,
      evidence_on: one.evidenceOn, expires_on: one.expiresOn, set_aside: one.setAside?.kind ?? null,
    })
  }
}

/** Answers have a table of their own that refuses to change or lose one. */
export function saveAnswers(statements: Statements, decision: DecisionRecord, since: number): void {
  for (const given of decision.statements.flatMap(({ answers }) => answers)) {
    if (given.seq < since) continue
    statements.run(
      'insert into answer (seq, decision, statement_hash, signatory, answer, signed_at) values (?, ?, ?, ?, ?, ?) on conflict (seq) do nothing',
      given.seq, given.decision, given.statementHash, given.signatory, given.answer, answeredAt(given),
    )
  }
}

export function saveLetter(statements: Statements, letter: LetterRecord): void {
  statements.put('letter', ['id'], {
    id: letter.id, ref: letter.ref, kind: letter.kind, decision: letter.decision, recipient: letter.recipient,
    sent_on: letter.sentOn, due_on: replyDueNext(letter), doc: canonical(letter),
  })
  // What a sent letter is about never changes.
  for (const { id } of letter.entries) statements.run('insert into letter_entry (letter, entry) values (?, ?) on conflict do nothing', letter.id, id)
}

export function saveExport(statements: Statements, made: ExportRecord): void {
  statements.put('export', ['seq'], { seq: made.seq, at: made.at, sha256: made.sha256, doc: canonical(made) })
}
