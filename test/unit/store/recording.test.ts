import { readFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { nodeCrypto } from '../../../src/main/identity/node-crypto.ts'
import { openStore, type RegisterStore } from '../../../src/main/store/register-store.ts'
import { replay, tablesThatDiffer } from '../../../src/main/store/replay.ts'
import { storeFailure, StoreFailure } from '../../../src/main/store/store-failure.ts'
import { checkChain } from '../../../src/shared/trail/chain-check.ts'
import { ended, startChild } from '../../fixtures/children/run-child.ts'
import { addEntry, entryAdded, newStore, somebody, storeHost } from '../../fixtures/store.ts'

let store: RegisterStore
beforeEach(async () => {
  store = await newStore()
  addEntry(store, 1)
})
afterEach(() => { store.close() })

const sqlite = () => store.connection.sqlite
const everything = (): string => JSON.stringify(['trail', 'entry', 'purpose', 'entry_tag', 'entry_due', 'entry_gaps', 'entry_text', 'register', 'person'].map((table) => sqlite().prepare(`select * from ${table}`).all()))

async function differing(): Promise<string[]> {
  const replayed = await replay(store.trail.rows())
  try {
    return tablesThatDiffer(store.connection, replayed)
  } finally {
    replayed.close()
  }
}

/** Opens the register again after somebody with the file has changed it; undefined when it opens. */
async function tampered(change: () => void): Promise<unknown> {
  for (const number of [2, 3, 4]) addEntry(store, number)
  store.close()
  store = await openStore(store.file, storeHost)
  for (const trigger of ['trail_no_update', 'trail_no_delete', 'trail_in_order']) sqlite().exec(`drop trigger ${trigger}`)
  change()
  store.close()
  try {
    store = await openStore(store.file, storeHost)
    return undefined
  } catch (error) {
    return error
  }
}

function changeNewest(): void {
  const [row] = store.trail.rows(5)
  const body = row?.body.replace('Entry 4', 'Entry 9') ?? ''
  sqlite().prepare('update trail set body = ?, hash = ? where seq = 5').run(body, nodeCrypto.sha256(`psr-event/1\n${body}`))
}

describe('an act', () => {
  it('stands in the trail and in the tables, or in neither: the tables refuse', () => {
    const before = everything()
    sqlite().exec(`create temp trigger full before insert on entry_gaps begin select raise(abort, 'no room'); end`)
    expect(() => { addEntry(store, 2) }).toThrow('no room')
    expect(everything()).toBe(before)
    sqlite().exec('drop trigger full')
    addEntry(store, 2)
    expect(store.records.entries().map(({ ref }) => ref)).toEqual(['DSA-0001', 'DSA-0002'])
  })

  it('stands in the trail and in the tables, or in neither: its second event is refused', () => {
    const before = everything()
    const same = entryAdded(2)
    expect(() => store.record(somebody, () => ({ events: [same, { ...entryAdded(2), subject: { kind: 'entry', id: '22222222-2222-4222-8222-222222222222' } }], result: null }))).toThrow('UNIQUE')
    expect(everything()).toBe(before)
  })

  it('records nothing when it cannot be decided', () => {
    const before = everything()
    expect(() => store.record(somebody, () => { throw new Error('undecided') })).toThrow('undecided')
    expect(everything()).toBe(before)
  })

  it('records nothing that its own schema would refuse later', () => {
    const before = everything()
    const event = entryAdded(2)
    expect(() => store.record(somebody, () => ({ events: [{ ...event, data: { ...event.data, title: '' } }], result: null }))).toThrow()
    expect(() => store.record(somebody, () => ({ events: [{ ...event, data: Object.assign({}, event.data, { extra: 1 }) }], result: null }))).toThrow()
    expect(everything()).toBe(before)
  })

  it('carries one time and one author, and text in NFC', () => {
    const { events } = store.record(somebody, () => ({ events: [entryAdded(2, 'Cafe\u0301'), entryAdded(3)], result: null }))
    expect(events).toHaveLength(2)
    for (const { at, actor } of events) expect({ at, actor }).toEqual({ at: storeHost.clock(), actor: somebody })
    expect(store.records.entries().map(({ title }) => title)).toContain('Caf\u00e9')
  })

  it('leaves tables that follow from the trail', async () => {
    addEntry(store, 2)
    expect(await differing()).toEqual([])
    sqlite().exec(`update entry set title = 'Another' where ref = 'DSA-0002'; delete from entry_tag; insert into entry_due values ('x', '2026-01-01', 'review')`)
    expect(await differing()).toEqual(['entry', 'entry_due'])
    sqlite().exec(`delete from entry_text`)
    expect(await differing()).toEqual(['entry', 'entry_due', 'entry_text'])
  })
})

describe('a disk without room', () => {
  it('is told as such, records nothing and loses nothing, and the act works when there is room', async () => {
    const pages = Number(sqlite().pragma('page_count', { simple: true }))
    sqlite().pragma(`max_page_count = ${pages}`)
    const before = everything()
    const long = entryAdded(2, 'Long')
    const act = () => store.record(somebody, () => ({ events: [{ ...long, data: { ...long.data, summary: 'x'.repeat(9000) } }], result: null }))
    for (let tries = 0; tries < 3; tries += 1) expect(act).toThrow(expect.objectContaining({ code: 'disk-full' }))
    expect(everything()).toBe(before)
    expect(sqlite().inTransaction).toBe(false)

    sqlite().pragma('max_page_count = 1000000')
    act()
    expect(store.trail.head().seq).toBe(3)
    expect(await differing()).toEqual([])
  })

  it('is told as such for a form in progress too', () => {
    sqlite().pragma(`max_page_count = ${Number(sqlite().pragma('page_count', { simple: true }))}`)
    const save = (): unknown => store.notes.saveDraft(somebody.id, 'entry', 'x'.repeat(100_000))
    expect(save).toThrow(expect.objectContaining({ code: expect.stringMatching(/FULL|disk-full/) }))
    expect(store.notes.draft(somebody.id, 'entry')).toBeNull()
  })

  it.each([
    ['SQLITE_FULL', 'disk-full'], ['ENOSPC', 'disk-full'], ['EDQUOT', 'disk-full'],
    ['SQLITE_IOERR_WRITE', 'disk-error'], ['SQLITE_IOERR', 'disk-error'], ['SQLITE_CANTOPEN', 'disk-error'], ['EIO', 'disk-error'], ['EFBIG', 'disk-error'],
    ['SQLITE_READONLY', 'register-read-only'], ['SQLITE_READONLY_DIRECTORY', 'register-read-only'], ['EROFS', 'register-read-only'], ['EACCES', 'register-read-only'],
    ['SQLITE_BUSY', 'register-locked'], ['SQLITE_BUSY_SNAPSHOT', 'register-locked'], ['SQLITE_LOCKED', 'register-locked'],
    ['SQLITE_CORRUPT', 'register-damaged'], ['SQLITE_CORRUPT_INDEX', 'register-damaged'], ['SQLITE_NOTADB', 'register-damaged'],
  ])('and other trouble has a code of ours: %s is %s', (code, ours) => {
    const cause = Object.assign(new Error('as SQLite says it'), { code })
    expect(storeFailure(cause)).toMatchObject({ code: ours, cause })
  })

  it('is never made up: any other error stays what it is', () => {
    for (const error of [new Error('x'), Object.assign(new Error('x'), { code: 'SQLITE_CONSTRAINT' }), 'x', null]) expect(storeFailure(error)).toBe(error)
    const own = new StoreFailure('stale')
    expect(storeFailure(own)).toBe(own)
  })
})

describe('a program that is killed while it records', () => {
  it('keeps everything it acknowledged, half of nothing, and a chain that checks', async () => {
    const { file } = store
    store.close()
    let acknowledged = 0
    for (const patience of [1, 40, 15, 90, 3]) {
      const child = startChild('record-until-killed.ts', file)
      child.stdout?.once('data', () => { setTimeout(() => child.kill('SIGKILL'), patience) })
      const { out, signal, err } = await ended(child)
      expect(signal, err).toBe('SIGKILL')
      // The last line may be cut off where the child was.
      const acks = out.split('\n').slice(0, -1).map(Number)
      expect(acks.length).toBeGreaterThan(0)
      store = await openStore(file, storeHost)
      const { seq } = store.trail.head()
      expect(acks.at(-1)).toBeGreaterThan(acknowledged)
      acknowledged = acks.at(-1) ?? 0
      expect(seq).toBeGreaterThanOrEqual(acknowledged)
      // Two entries to an act after the first two events: an odd number would be half an act.
      expect(seq % 2).toBe(0)
      expect(checkChain(store.trail.rows(), nodeCrypto).findings).toEqual([])
      expect(await differing()).toEqual([])
      store.close()
    }
  }, 120_000)
})

describe('what the file remembers', () => {
  it('shows an event cut off since the last time', async () => {
    expect(await tampered(() => sqlite().exec('delete from trail where seq = 5'))).toMatchObject({ code: 'register-damaged', detail: expect.stringContaining('Event 5') })
  })

  it('shows the newest event changed, with its hash made to fit', async () => {
    expect(await tampered(changeNewest)).toMatchObject({ code: 'register-damaged', detail: expect.stringContaining('Event 5 is not the one') })
  })

  it.each([`body = replace(body, 'Entry 4', 'Entry 9')`, `hash = '${'e'.repeat(64)}'`])('shows the newest event changed in part: %s', async (change) => {
    expect(await tampered(() => sqlite().exec(`update trail set ${change} where seq = 5`))).toMatchObject({ code: 'register-damaged', detail: expect.stringContaining('Event 5') })
  })

  it('is read again where somebody made it unreadable', async () => {
    expect(await tampered(() => sqlite().exec(`update note set value = 'nonsense'`))).toBeUndefined()
  })

  it('never holds what it was told to forget', () => {
    store.notes.saveDraft(somebody.id, 'entry', { text: 'A sentence that nobody else writes' })
    expect(readFileSync(store.file).includes('A sentence that nobody else writes')).toBe(true)
    store.notes.discardDraft(somebody.id, 'entry')
    expect(readFileSync(store.file).includes('A sentence that nobody else writes')).toBe(false)
    expect(readFileSync(`${store.file}-journal`).includes('A sentence that nobody else writes')).toBe(false)
  })
})
