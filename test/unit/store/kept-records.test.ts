import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { RegisterStore } from '../../../src/main/store/register-store.ts'
import { addEntry, newStore, somebody } from '../../fixtures/store.ts'

let store: RegisterStore
let id: string
beforeEach(async () => {
  store = await newStore()
  addEntry(store, 1)
  id = store.records.entries()[0]?.id ?? ''
})
afterEach(() => { store.close() })

const retitle = (from: string, to: string): void => {
  store.record(somebody, () => ({ result: null, events: [{ type: 'entry.changed', subject: { kind: 'entry', id }, data: { changes: [{ field: 'title', from, to }] } }] }))
}

describe('a record that has been read', () => {
  it('is the same object until an event touches it, and then what the tables hold', () => {
    const first = store.records.entry(id)
    addEntry(store, 2)
    expect(store.records.entry(id)).toBe(first)
    retitle(first?.title ?? '', 'Another title')
    expect(store.records.entry(id)?.title).toBe('Another title')
    expect(store.records.entry(id)).toEqual(store.records.entries().find((entry) => entry.id === id))
  })

  it('stays as it was when the act that read it fails', () => {
    const before = store.records.entry(id)
    store.connection.sqlite.exec(`create temp trigger full before update on entry begin select raise(abort, 'no room'); end`)
    expect(() => { retitle(before?.title ?? '', 'Never recorded') }).toThrow('no room')
    expect(store.records.entry(id)).toEqual(before)
    expect(store.records.entry(id)).toEqual(store.records.entries()[0])
  })

  it('cannot be changed by whoever reads it', () => {
    const entry = store.records.entry(id)
    expect(() => { entry?.tags.push('mine') }).toThrow(TypeError)
    expect(() => { Object.assign(entry?.fields ?? {}, { reviewOn: '2030-01-01' }) }).toThrow(TypeError)
  })
})

describe('what is counted since the last act', () => {
  it('is counted once, and again after an act', () => {
    let counted = 0
    const count = (): number => store.sinceLastAct('entries', () => { counted += 1; return store.records.entries().length })
    expect([count(), count(), counted]).toEqual([1, 1, 1])
    addEntry(store, 2)
    expect([count(), count(), counted]).toEqual([2, 2, 2])
  })
})
