import { describe, expect, it } from 'vitest'
import { compareHeads, typedHead } from '../../../src/shared/trail/compare-heads.ts'

const hashes = ['a', 'b', 'c', 'd'].map((letter) => letter.repeat(64))
const register = 'one'
const kept = (list: readonly string[], from = register) => compareHeads(register, hashes, { kind: 'hashes', register: from, hashes: list })
const typed = (seq: number, digits: string) => {
  const older = typedHead(seq, digits)
  if (!older) throw new Error('Not a head')
  return compareHeads(register, hashes, older)
}

describe('held against a whole list', () => {
  it('matches when it extends the list, and counts what was added', () => {
    expect(kept(hashes.slice(0, 3))).toEqual({ verdict: 'matches', finding: null, against: { seq: 3, hash: hashes[2], since: 1 } })
    expect(kept(hashes)).toMatchObject({ verdict: 'matches', against: { since: 0 } })
  })

  it('is cut short when it is the beginning of the list', () => {
    const { verdict, finding, against } = kept([...hashes, 'e'.repeat(64), 'f'.repeat(64)])
    expect({ verdict, finding }).toEqual({ verdict: 'cut-short', finding: { seq: 5, text: 'What was kept goes to event 6. This one ends at 4: 2 events are missing.' } })
    expect(against.since).toBe(0)
  })

  it('is changed from the first event that differs, also where it is shorter', () => {
    expect(kept(['a'.repeat(64), 'x'.repeat(64), 'c'.repeat(64)])).toMatchObject({ verdict: 'changed', finding: { seq: 2 } })
    expect(kept([...hashes.slice(0, 3), 'x'.repeat(64), 'e'.repeat(64)])).toMatchObject({ verdict: 'changed', finding: { seq: 4 } })
  })

  it('is changed when the list is of another register', () => {
    expect(kept(hashes, 'another')).toMatchObject({ verdict: 'changed', finding: { seq: null } })
  })
})

describe('held against what is printed at the foot of a page', () => {
  it('matches, is changed or is cut short by that one hash', () => {
    expect(typed(2, 'b'.repeat(16))).toMatchObject({ verdict: 'matches', against: { seq: 2, since: 2 } })
    expect(typed(2, 'c'.repeat(16))).toMatchObject({ verdict: 'changed', finding: { seq: 2 } })
    expect(typed(5, 'e'.repeat(16))).toMatchObject({ verdict: 'cut-short', finding: { seq: 5 } })
  })

  it('claims nothing about the events before it', () => {
    expect(typed(2, 'c'.repeat(16)).finding?.text).not.toContain('match')
  })

  it('takes what people copy: spaces, dashes, capital letters, more digits', () => {
    expect(typedHead(2, ' BBBB bbbb-BBBB\u00a0bbbb ')).toEqual({ kind: 'typed', seq: 2, digits: 'b'.repeat(16) })
    expect(typed(2, 'B'.repeat(64)).verdict).toBe('matches')
  })

  it.each([[0, 'a'.repeat(16)], [1.5, 'a'.repeat(16)], [-1, 'a'.repeat(16)], [1, 'a'.repeat(15)], [1, 'g'.repeat(16)], [1, 'a'.repeat(65)], [2 ** 60, 'a'.repeat(16)]])('refuses %s:%s', (seq, digits) => {
    expect(typedHead(seq, digits)).toBeNull()
  })
})
