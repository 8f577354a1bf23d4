import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { answers, type Answer } from '../../../src/shared/domain/decision-draft.ts'
import type { Policy } from '../../../src/shared/domain/practice.ts'
import { quorum } from '../../../src/shared/domain/quorum.ts'
import { rule } from '../../fixtures/practice.ts'

const people = (count: number) => Array.from({ length: count }, (_, index) => ({ id: `p${index}`, name: `Partner ${index}` }))
const letters: Readonly<Record<string, Answer>> = { a: 'agree', d: 'disagree', s: 'stand-aside' }
/** "aad-" is four partners of whom the last has not answered. */
const said = (text: string) => Array.from(text).flatMap((letter, index) => (letters[letter] ? [{ signatory: `p${index}`, answer: letters[letter] }] : []))
const status = (policy: Policy, text: string, mustAgree: readonly string[] = []) => quorum(policy, people(text.length), said(text), mustAgree).status

const all = rule('all')
const majority = rule('majority')
const two = rule('number', 2)
const patient = (policy: Policy): Policy => ({ ...policy, waitForAll: true })

describe('the practice’s rule', () => {
  it.each([
    ['all', all, '---', 'waiting'], ['all', all, 'aa-', 'waiting'], ['all', all, 'aaa', 'made'], ['all', all, 'd--', 'refused'], ['all', all, 'aad', 'refused'],
    ['all', all, 'aas', 'made'], ['all', all, 'as-', 'waiting'], ['all', all, 'ass', 'made'], ['all', all, 'sss', 'refused'], ['all', all, 'ss-', 'waiting'], ['all', all, 'a', 'made'], ['all', all, 's', 'refused'],
    ['majority', majority, '---', 'waiting'], ['majority', majority, 'a--', 'waiting'], ['majority', majority, 'aa-', 'made'], ['majority', majority, 'dd-', 'refused'], ['majority', majority, 'ad-', 'waiting'],
    ['majority', majority, 'as-', 'waiting'], ['majority', majority, 'ss-', 'refused'], ['majority', majority, 'aa--', 'waiting'], ['majority', majority, 'aaa-', 'made'], ['majority', majority, 'dd--', 'refused'], ['majority', majority, 'ad', 'refused'],
    ['number 2', two, 'aa----', 'made'], ['number 2', two, 'a-----', 'waiting'], ['number 2', two, 'ddd-', 'refused'], ['number 2', two, 'dda-', 'waiting'], ['number 2', two, 'a', 'refused'], ['number 2', two, 'as', 'refused'],
    ['all, waiting', patient(all), 'd--', 'waiting'], ['all, waiting', patient(all), 'dda', 'refused'],
    ['majority, waiting', patient(majority), 'aa-', 'waiting'], ['majority, waiting', patient(majority), 'aad', 'made'], ['majority, waiting', patient(majority), 'dd-', 'waiting'], ['majority, waiting', patient(majority), 'dda', 'refused'],
    ['number 2, waiting', patient(two), 'aa--', 'waiting'], ['number 2, waiting', patient(two), 'aasd', 'made'],
  ])('%s: %o and the answers %s make it %s', (_, policy, text, expected) => {
    expect(status(policy, text)).toBe(expected)
  })

  it('asks of an override that the second partner agrees, whatever the count', () => {
    expect(status(majority, 'aa-', ['p2'])).toBe('waiting')
    expect(status(majority, 'aaa', ['p2'])).toBe('made')
    expect(status(majority, '--d', ['p2'])).toBe('refused')
    expect(status(majority, 'aas', ['p2'])).toBe('refused')
    expect(status(majority, 'a--', ['p2'])).toBe('waiting')
    // A second partner who is not in office any more cannot agree.
    expect(status(majority, 'aa-', ['gone'])).toBe('refused')
  })

  it('does not count answers of people who are not partners in office', () => {
    const outsiders = [{ signatory: 'x', answer: 'agree' as const }, { signatory: 'y', answer: 'disagree' as const }]
    const { status, tally } = quorum(majority, people(3), [...outsiders, ...said('a--')])
    expect(status).toBe('waiting')
    expect(tally).toMatchObject({ agree: ['p0'], disagree: [], needed: 2 })
  })

  it('needs at least one who agrees, even in a practice without partners', () => {
    expect(quorum(all, [], []).status).toBe('refused')
    expect(quorum(all, [], []).tally.needed).toBe(1)
  })
})

const policies = fc.record({ quorum: fc.constantFrom('all' as const, 'majority' as const), waitForAll: fc.boolean() }).map(({ quorum: of, waitForAll }) => rule(of, null, waitForAll))
const anyPolicy = fc.oneof(policies, fc.record({ number: fc.integer({ min: 1, max: 8 }), waitForAll: fc.boolean() }).map(({ number, waitForAll }) => rule('number', number, waitForAll)))
const sheets = fc.array(fc.option(fc.constantFrom(...answers)), { minLength: 1, maxLength: 8 })
const answersOf = (sheet: readonly (Answer | null)[]) => sheet.flatMap((answer, index) => (answer ? [{ signatory: `p${index}`, answer }] : []))

describe('any rule, for any answers', () => {
  it('is settled once everybody has answered, and never made without somebody who agrees', () => {
    fc.assert(fc.property(anyPolicy, sheets, (policy, sheet) => {
      const { status } = quorum(policy, people(sheet.length), answersOf(sheet))
      if (!sheet.includes(null)) expect(status).not.toBe('waiting')
      if (status === 'made') expect(sheet).toContain('agree')
      if (policy.waitForAll && sheet.includes(null)) expect(status).toBe('waiting')
    }))
  })

  it('stays made or refused whatever the others answer afterwards', () => {
    fc.assert(fc.property(anyPolicy, sheets, fc.array(fc.constantFrom(...answers), { minLength: 8, maxLength: 8 }), (policy, sheet, later) => {
      const now = quorum(policy, people(sheet.length), answersOf(sheet)).status
      if (now === 'waiting') return
      const filled = sheet.map((answer, index) => answer ?? later[index] ?? 'agree')
      // Standing aside under "all" takes a partner out of the count, so it can undo neither yes nor no.
      expect(quorum(policy, people(sheet.length), answersOf(filled)).status).toBe(now)
    }))
  })

  it('does not depend on the order of the answers', () => {
    fc.assert(fc.property(anyPolicy, sheets, (policy, sheet) => {
      expect(quorum(policy, people(sheet.length), answersOf(sheet).toReversed()).status).toBe(quorum(policy, people(sheet.length), answersOf(sheet)).status)
    }))
  })
})
