import type { ColumnType } from 'kysely'

/** Generated columns are read, never written. */
type Computed<T> = ColumnType<T, never, never>

/** Rows as SQLite keeps them; a test holds these types against the schema. */
export type Tables = {
  trail: { seq: number; hash: string; body: string; at: Computed<string>; type: Computed<string>; actor: Computed<string>; subject: Computed<string> }
  answer: { seq: number; decision: string; statement_hash: string; signatory: string; answer: string; signed_at: string }
  register: { id: string; doc: string }
  person: { id: string; name: string; role: string; started_on: string; left_on: string | null; doc: string }
  entry: {
    id: string; ref: string; kind: string; title: string; party: string; class: string; force: string; state: string
    mechanism: string | null; owner: string | null; next_on: string | null; next_what: string | null; changed_at: string; doc: string
  }
  purpose: { id: string; entry: string; number: number; text: string; category: string | null; class: string }
  entry_tag: { entry: string; tag: string }
  entry_due: { entry: string; on_day: string; what: string }
  entry_gaps: { entry: string; from_day: string; gaps: number }
  entry_text: { rowid: number; title: string; party: string; ref: string; purposes: string; summary: string; details: string; tags: string }
  decision: {
    id: string; ref: string; entry: string; verb: string; status: string; stage: string; fixed_at: string | null; effective_on: string | null
    statement_hash: string | null; changed_at: string; doc: string
  }
  evidence: { id: string; subject_kind: string; subject: string; sha256: string; name: string | null; category: string; evidence_on: string; expires_on: string | null; set_aside: string | null }
  evidence_file: { sha256: string; bytes: number; content: Uint8Array }
  letter: { id: string; ref: string; kind: string; decision: string | null; recipient: string; sent_on: string; due_on: string | null; doc: string }
  letter_entry: { letter: string; entry: string }
  task: { decision: string; what: string; owner: string | null; due_on: string; waits: number }
  export: { seq: number; at: string; sha256: string; doc: string }
  secret: { person: string; public_key: string; doc: string }
  draft: { person: string; key: string; saved_at: string; value: string }
  note: { name: string; value: string }
}

/** Tables that follow from the trail and from nothing else. Replay makes them anew. */
export const projected = ['answer', 'register', 'person', 'entry', 'purpose', 'entry_tag', 'entry_due', 'entry_gaps', 'entry_text', 'decision', 'task', 'letter', 'letter_entry', 'evidence', 'export'] as const
export type ProjectedTable = (typeof projected)[number]
