import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { triggersMissing } from '../../../src/main/store/triggers.ts'
import { canonical } from '../../../src/shared/trail/canonical.ts'
import type { RegisterStore } from '../../../src/main/store/register-store.ts'
import { addEntry, newStore } from '../../fixtures/store.ts'

let store: RegisterStore
beforeEach(async () => {
  store = await newStore()
  for (const number of [1, 2, 3]) addEntry(store, number)
  store.connection.sqlite.exec(`insert into answer values (3, 'd', 'h', 's', 'agree', '2026-11-23T09:00:00.000Z')`)
})
afterEach(() => { store.close() })

const everything = (): string => JSON.stringify(['trail', 'answer'].map((table) => store.connection.sqlite.prepare(`select * from ${table} order by seq`).all()))

/** The row that a program outside the app would add next, true in every part but what a test changes. */
function nextRow(more: { seq?: number; prev?: string; inside?: number } = {}): [number, string, string] {
  const { seq, hash } = store.trail.head()
  const number = more.seq ?? seq + 1
  return [number, 'f'.repeat(64), canonical({ seq: more.inside ?? number, prev: more.prev ?? hash })]
}

const insert = (how: string, row: readonly [number, string, string]): unknown => store.connection.sqlite.prepare(`${how} into trail (seq, hash, body) values (?, ?, ?)`).run(...row)

describe('the trail table', () => {
  it.each([
    ['update trail set body = \'{}\' where seq = 2', 'append-only'],
    ['update trail set seq = 9 where seq = 4', 'append-only'],
    ['update trail set hash = \'0\'', 'append-only'],
    ['delete from trail where seq = 4', 'append-only'],
    ['delete from trail', 'append-only'],
    ['insert into trail (seq, hash, body) select seq, hash, body from trail where seq = 2', 'gap'],
    ['insert or replace into trail (seq, hash, body) select seq, hash, \'{}\' from trail where seq = 2', 'gap'],
    ['replace into trail (seq, hash, body) select seq, hash, body from trail where seq = 4', 'gap'],
    ['insert into trail (seq, hash, body) select seq, hash, body from trail where seq = 2 on conflict do update set body = excluded.body', 'gap'],
  ])('refuses %s', (sql, why) => {
    const before = everything()
    expect(() => store.connection.sqlite.exec(sql)).toThrow(why)
    expect(everything()).toBe(before)
  })

  it('refuses a number that is left out, one that is taken, and zero', () => {
    const before = everything()
    const next = store.trail.head().seq + 1
    for (const seq of [next + 1, next - 1, 0, -1]) expect(() => insert('insert', nextRow({ seq })), String(seq)).toThrow()
    expect(everything()).toBe(before)
  })

  it('refuses a text that carries another number or another link', () => {
    const before = everything()
    expect(() => insert('insert', nextRow({ inside: 99 }))).toThrow('gap')
    expect(() => insert('insert', nextRow({ prev: '0'.repeat(64) }))).toThrow('gap')
    expect(everything()).toBe(before)
  })

  it('refuses to replace an event by one that borrows its hash', () => {
    const before = everything()
    const [seq, , body] = nextRow()
    const { hash } = [...store.trail.rows()][1] ?? { hash: '' }
    expect(() => insert('insert or replace', [seq, hash, body])).toThrow('append-only')
    expect(everything()).toBe(before)
  })

  it('takes the row that does follow', () => {
    const before = store.trail.head().seq
    insert('insert', nextRow())
    expect(store.trail.head()).toEqual({ seq: before + 1, hash: 'f'.repeat(64) })
  })
})

describe('the answers table', () => {
  it.each([
    `update answer set answer = 'disagree'`, 'delete from answer', `insert or replace into answer values (3, 'd', 'h', 's', 'disagree', 'now')`,
    `insert into answer values (3, 'd', 'h', 's', 'disagree', 'now') on conflict do update set answer = 'disagree'`,
  ])('refuses %s', (sql) => {
    const before = everything()
    expect(() => store.connection.sqlite.exec(sql)).toThrow('an answer stays for good')
    expect(everything()).toBe(before)
  })

  it('refuses an answer that is none', () => {
    expect(() => store.connection.sqlite.exec(`insert into answer values (4, 'd', 'h', 's', 'perhaps', 'now')`)).toThrow('CHECK')
  })
})

describe('the guards themselves', () => {
  it('are all there in a new register', async () => {
    expect(await triggersMissing(store.connection.sqlite)).toEqual([])
  })

  it('are missed when dropped, and when replaced by one that guards nothing', async () => {
    store.connection.sqlite.exec('drop trigger trail_no_delete; drop trigger answer_no_update; create trigger answer_no_update before update on answer begin select 1; end')
    expect(await triggersMissing(store.connection.sqlite)).toEqual(['answer_no_update', 'trail_no_delete'])
  })
})
