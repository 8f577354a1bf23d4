import type { Database } from 'better-sqlite3'
import { z } from 'zod'
import type { IsoInstant } from '../../shared/domain/date.ts'
import { verdicts } from '../../shared/trail/verdict.ts'
import type { Head } from './trail-table.ts'

const headNote = z.strictObject({ seq: z.int(), hash: z.string() })
const comparedNote = z.strictObject({ ruleSet: z.string(), entries: z.int().nonnegative() })
const checkNote = z.strictObject({ at: z.string(), verdict: z.enum(verdicts) })

/** What the file remembers about itself outside the trail, and forms in progress. None of it is ever proof of anything. */
export type Notes = Readonly<{
  checkedHead: () => Head | null
  rememberCheckedHead: (head: Head) => void
  lastCheck: () => z.infer<typeof checkNote> | null
  rememberCheck: (check: z.infer<typeof checkNote>) => void
  /** With which rules the purposes were last compared, and how many entries they read differently. */
  rulesCompared: () => z.infer<typeof comparedNote> | null
  rememberRulesCompared: (compared: z.infer<typeof comparedNote>) => void
  /** Version of the code that made the tables; null in a file that has none yet. */
  projection: () => number | null
  rememberProjection: (version: number) => void
  /** Everybody's passphrase in a demo register, so that it can be told again when the file is opened later; null in any other. */
  demoPassphrase: () => string | null
  rememberDemoPassphrase: (passphrase: string) => void
  draft: (person: string, key: string) => { savedAt: IsoInstant; value: unknown } | null
  saveDraft: (person: string, key: string, value: unknown) => IsoInstant
  discardDraft: (person: string, key: string) => void
  secret: (person: string, publicKey: string) => string | null
  saveSecret: (person: string, publicKey: string, doc: string) => void
}>

export function createNotes(sqlite: Database, clock: () => IsoInstant): Notes {
  const read = sqlite.prepare<[string], { value: string }>('select value from note where name = ?')
  const write = sqlite.prepare<[string, string]>('insert into note (name, value) values (?, ?) on conflict (name) do update set value = excluded.value')
  const readDraft = sqlite.prepare<[string, string], { saved_at: string; value: string }>('select saved_at, value from draft where person = ? and key = ?')
  const writeDraft = sqlite.prepare<[string, string, string, string]>('insert into draft (person, key, saved_at, value) values (?, ?, ?, ?) on conflict (person, key) do update set saved_at = excluded.saved_at, value = excluded.value')
  const dropDraft = sqlite.prepare<[string, string]>('delete from draft where person = ? and key = ?')
  const readSecret = sqlite.prepare<[string, string], { doc: string }>('select doc from secret where person = ? and public_key = ?')
  const writeSecret = sqlite.prepare<[string, string, string]>('insert into secret (person, public_key, doc) values (?, ?, ?)')
  const note = <S extends z.ZodType>(name: string, schema: S): z.output<S> | null => {
    const row = read.get(name)
    // A note that somebody made unreadable is as good as none.
    return row ? schema.safeParse(parseJson(row.value)).data ?? null : null
  }
  return {
    checkedHead: () => note('checked-head', headNote),
    rememberCheckedHead: (head) => { write.run('checked-head', JSON.stringify({ seq: head.seq, hash: head.hash })) },
    lastCheck: () => note('last-check', checkNote),
    rememberCheck: (check) => { write.run('last-check', JSON.stringify(check)) },
    rulesCompared: () => note('rules-compared', comparedNote),
    rememberRulesCompared: (compared) => { write.run('rules-compared', JSON.stringify(compared)) },
    projection: () => note('projection', z.int()),
    rememberProjection: (version) => { write.run('projection', JSON.stringify(version)) },
    demoPassphrase: () => note('demo-passphrase', z.string()),
    rememberDemoPassphrase: (passphrase) => { write.run('demo-passphrase', JSON.stringify(passphrase)) },
    draft: (person, key) => {
      const row = readDraft.get(person, key)
      return row ? { savedAt: row.saved_at, value: JSON.parse(row.value) as unknown } : null
    },
    saveDraft: (person, key, value) => {
      const savedAt = clock()
      writeDraft.run(person, key, savedAt, JSON.stringify(value ?? null))
      return savedAt
    },
    discardDraft: (person, key) => { dropDraft.run(person, key) },
    secret: (person, publicKey) => readSecret.get(person, publicKey)?.doc ?? null,
    saveSecret: (person, publicKey, doc) => { writeSecret.run(person, publicKey, doc) },
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
