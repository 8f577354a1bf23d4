import type { Database } from 'better-sqlite3'

/** "GPR1": tells a register file from any other SQLite file. */
export const applicationId = 0x47505231

/** Set on every connection; what SQLite answers when asked afterwards stands beside it. */
const settings = [
  ['locking_mode', 'exclusive', 'exclusive'],
  ['journal_mode', 'delete', 'delete'],
  // While the lock is kept SQLite keeps the journal file too; emptied, it holds nothing of what was there before.
  ['journal_size_limit', '0', 0],
  ['synchronous', 'extra', 3],
  ['foreign_keys', 'on', 1],
  ['recursive_triggers', 'on', 1],
  ['trusted_schema', 'off', 0],
  ['cell_size_check', 'on', 1],
  ['secure_delete', 'on', 1],
  ['temp_store', 'memory', 2],
  ['mmap_size', '0', 0],
] as const

export function setPragmas(sqlite: Database): void {
  for (const [name, value] of settings) sqlite.pragma(`${name} = ${value}`)
}

/** Names of settings that did not take. A register is not used when one of them is missing. */
export function pragmasNotSet(sqlite: Database): string[] {
  return settings.filter(([name, , answer]) => {
    const told: unknown = sqlite.pragma(name, { simple: true })
    // An in-memory or temporary database has no journal file and no memory map to speak of.
    if (name === 'mmap_size' && told === undefined) return false
    if (sqlite.memory && (name === 'journal_mode' || name === 'locking_mode')) return false
    return told !== answer
  }).map(([name]) => name)
}
