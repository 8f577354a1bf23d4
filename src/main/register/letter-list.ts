import type { CallOutput } from '../../shared/contract/contract.ts'
import { askedItems, outstanding, overdueItems, replyDueNext } from '../../shared/domain/letters/letter-record.ts'
import type { Reading } from './desk.ts'
import { entryOf } from './entry-of.ts'
import { letterFiles } from './letter-commands.ts'
import { letterOf } from './letter-draft.ts'
import { recipients } from './letter-recipients.ts'

/** The sent log, newest first, and whom one could write to. */
export function listLetters(reading: Reading): CallOutput<'letter.list'> {
  const { store: { records }, today } = reading
  const rows = records.letters().map((letter) => ({
    id: letter.id, ref: letter.ref, kind: letter.kind, recipient: letter.recipient, subject: letter.subject, sentOn: letter.sentOn, how: letter.how,
    entries: letter.entries.map(({ id, ref }) => ({ id, ref })),
    asked: askedItems(letter).length, open: outstanding(letter).length, late: overdueItems(letter, today).length, dueOn: replyDueNext(letter),
  }))
  return { today, rows, recipients: recipients(reading) }
}

export function letterDetail(reading: Reading, id: string): CallOutput<'letter.get'> {
  const { store: { records }, today } = reading
  const letter = letterOf(reading, id)
  return {
    letter, items: askedItems(letter), late: overdueItems(letter, today).length, dueOn: replyDueNext(letter), today,
    entries: letter.entries.map((named) => { const { ref, title } = entryOf(reading, named.id); return { id: named.id, ref, title } }),
    decision: letter.decision === null ? null : refOf(records.decision(letter.decision)),
    reminds: letter.remindsOf === null ? null : refOf(records.letter(letter.remindsOf)),
    files: letterFiles(reading, letter),
  }
}

const refOf = (found: Readonly<{ id: string; ref: string }> | undefined): { id: string; ref: string } | null => (found ? { id: found.id, ref: found.ref } : null)
