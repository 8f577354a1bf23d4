import type { Database } from 'better-sqlite3'

export type StoredFile = Readonly<{ sha256: string; content: Uint8Array }>
/** What an act does with bytes, in the transaction of its events. */
export type FileActs = Readonly<{ keep?: readonly StoredFile[]; drop?: readonly string[] }>

/** The bytes of evidence, each file once under its SHA-256. They never change, and go only when nothing that counts names them. */
export type EvidenceFiles = Readonly<{
  /** Runs inside the caller's transaction, after its events stand in the tables. */
  take: (acts: FileActs) => void
  content: (sha256: string) => Uint8Array | undefined
  /** The names of all files, without their bytes. */
  kept: () => string[]
}>

export function createEvidenceFiles(sqlite: Database): EvidenceFiles {
  const insert = sqlite.prepare<[string, number, Uint8Array]>('insert into evidence_file (sha256, bytes, content) values (?, ?, ?) on conflict (sha256) do nothing')
  // The same bytes may be evidence elsewhere; then they stay.
  const remove = sqlite.prepare<[string, string]>(`delete from evidence_file where sha256 = ? and not exists (select 1 from evidence where sha256 = ? and set_aside is not 'removed')`)
  const read = sqlite.prepare<[string], { content: Uint8Array }>('select content from evidence_file where sha256 = ?')
  const names = sqlite.prepare<[], { sha256: string }>('select sha256 from evidence_file order by sha256')
  return {
    take: ({ keep = [], drop = [] }) => {
      for (const { sha256, content } of keep) insert.run(sha256, content.byteLength, content)
      for (const sha256 of drop) remove.run(sha256, sha256)
    },
    content: (sha256) => read.get(sha256)?.content,
    kept: () => names.all().map(({ sha256 }) => sha256),
  }
}
