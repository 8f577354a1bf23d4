import * as fc from 'fast-check'
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { callNames } from '../../src/shared/contract/call-names.ts'
import type { PurposeRecord } from '../../src/shared/domain/entry-record.ts'
import { mayCall } from '../../src/shared/domain/permissions.ts'
import { foldEvents } from '../../src/shared/domain/register-record.ts'
import type { Role } from '../../src/shared/domain/role.ts'
import { followThroughEvents } from '../../src/shared/trail/events/follow-through-events.ts'
import { acts, gone, morning, take } from '../fixtures/acts.ts'
import { answer, fixedWithdrawal } from '../fixtures/forms.ts'
import { someInputs, type Inputs } from '../fixtures/inputs.ts'
import { everybody, openOffice, passphraseOf, type TestOffice } from '../fixtures/office.ts'
import { rule } from '../fixtures/practice.ts'

const seen = new Map<string, number>()

describe('any sequence of what people may do', () => {
  it('leaves tables that follow from the trail row by row, and a register that checks', async () => {
    await fc.assert(fc.asyncProperty(fc.array(acts, { minLength: 12, maxLength: 36 }), async (sequence) => {
      const office = await openOffice({ policy: rule('majority') })
      try {
        for (const one of sequence) await take(office, one)
        expect(await office.differing()).toEqual([])
        await office.seat('Auditor')
        const { verdict } = await office.call('trail.check', {})
        expect(verdict.verdict, JSON.stringify(verdict.findings)).toBe('matches')
        const events = await office.events()
        for (const { type } of events) seen.set(type, (seen.get(type) ?? 0) + 1)
        keepsItsPromises(events)
      } finally {
        await office.close()
      }
    }), { numRuns: 12, examples: [[morning]], endOnFailure: true, interruptAfterTimeLimit: 18_000 })
  }, 120_000)

  it('was rich enough to prove something: people answered, decided, refused and voided', () => {
    for (const type of ['entry.added', 'entry.changed', 'purpose.removed', 'entry.split', 'entry.split-from', 'decision.fixed', 'decision.voided', 'decision.answered', 'decision.made', 'decision.refused', 'policy.changed', 'session.refused', 'decision.planned', 'decision.step-done', 'decision.step-reopened', 'decision.checked']) expect(seen.get(type) ?? 0, type).toBeGreaterThan(0)
  })
})

const carrying = new Set<string>(Object.keys(followThroughEvents).filter((type) => type !== 'decision.lapsed'))

/** What has to hold of any trail, told without the code that records it. */
function keepsItsPromises(events: Awaited<ReturnType<TestOffice['events']>>): void {
  const open = new Map<string, { hash: string; by: Set<string>; agreed: Set<string> }>()
  const final = new Set<string>()
  /** Who did which step of a made decision. */
  const made = new Map<string, Map<string, string>>()
  let ownCheck: string | null = null
  const entryOf = new Map<string, string>()
  for (const event of events) {
    const { id } = event.subject
    if (event.type.startsWith('decision.') && !carrying.has(event.type)) expect(final.has(id), `${event.type} after the end`).toBe(false)
    if (carrying.has(event.type)) expect(made.has(id), `${event.type} before it was made`).toBe(true)
    switch (event.type) {
      case 'decision.drafted': entryOf.set(id, event.data.entry); break
      case 'entry.split': {
        const ended = [...entryOf].filter(([decision, entry]) => entry === id && final.has(decision)).length
        expect([...entryOf.values()].filter((entry) => entry === id).length, 'split with a decision open').toBe(ended)
        break
      }
      case 'entry.split-from': {
        const before = foldEvents(events.slice(0, event.seq - 2)).entries.get(event.data.from.id)
        const after = foldEvents(events.slice(0, event.seq)).entries.get(event.data.from.id)
        // What was said of each purpose, by whom and when, is the same as before, and none is in both or in neither.
        expect(unnumbered([...event.data.purposes, ...after?.purposes ?? []])).toEqual(unnumbered(before?.purposes ?? []))
        expect(after?.purposes.length).toBeGreaterThan(0)
        expect(event.data.force).toEqual(before?.force)
        break
      }
      case 'decision.fixed': open.set(id, { hash: event.data.statementHash, by: new Set(), agreed: new Set() }); break
      case 'decision.voided': open.delete(id); break
      case 'decision.answered': {
        const standing = open.get(id)
        expect(standing?.hash).toBe(event.data.statementHash)
        expect(standing?.by.has(event.data.signatory)).toBe(false)
        standing?.by.add(event.data.signatory)
        if (event.data.answer === 'agree') standing?.agreed.add(event.data.signatory)
        break
      }
      case 'decision.made': case 'decision.refused': {
        const { tally: { agree, needed, mustAgree } } = event.data
        expect(open.get(id)?.hash).toBe(event.data.statementHash)
        for (const who of agree) expect(open.get(id)?.agreed.has(who)).toBe(true)
        if (event.type === 'decision.made') {
          expect(agree.length).toBeGreaterThanOrEqual(needed)
          expect(mustAgree.every((who) => agree.includes(who))).toBe(true)
          made.set(id, new Map())
        }
        final.add(id)
        break
      }
      case 'decision.lapsed': expect(open.get(id)?.hash).toBe(event.data.statementHash); final.add(id); break
      case 'decision.step-done': made.get(id)?.set(event.data.step, event.actor.id); break
      case 'decision.step-reopened': made.get(id)?.delete(event.data.step); made.get(id)?.delete('checked'); break
      case 'policy.changed': ownCheck = event.data.to.ownCheckReason; break
      case 'decision.checked': {
        const own = [...made.get(id)?.values() ?? []].includes(event.actor.id)
        expect(own && ownCheck === null, 'checked by whoever did it').toBe(false)
        made.get(id)?.set('checked', event.actor.id)
        break
      }
      case 'decision.closed': expect(made.get(id)?.has('checked'), 'closed without a check').toBe(true); break
      case 'decision.cancelled': expect(open.get(id)?.by.size ?? 0).toBe(0); final.add(id); break
      default:
    }
  }
}

/** Purposes whatever their order and number in their entry. */
function unnumbered(purposes: readonly (Omit<PurposeRecord, 'number'> & { number?: number })[]) {
  return purposes.map(({ number: _number, ...purpose }) => purpose).toSorted((a, b) => (a.id < b.id ? -1 : 1))
}

const forbidden = (role: Role | null) => callNames.filter((name) => !mayCall(role, name))

describe('any sequence of what people may not do', () => {
  let office: TestOffice
  let inputs: Inputs
  beforeAll(async () => {
    office = await openOffice()
    const { entry, id, hash } = await fixedWithdrawal(office)
    await answer(office, 'Partner A', { id, hash }, 'agree')
    await office.seat('Data protection lead')
    const { entry: { changedAt, purposes } } = await office.call('entry.get', { id: entry })
    inputs = someInputs({ person: await office.id('Partner A'), other: await office.id('Partner B'), entry, purpose: purposes[0]?.id ?? '', decision: id, statementHash: hash, seen: changedAt })
    for (const { name } of everybody) await office.seat(name)
  })
  afterAll(() => office.close())
  const bytes = (): string => createHash('sha256').update(readFileSync(office.file)).digest('hex')

  it('changes nothing: not one byte of the register', async () => {
    const seats = [{ name: null, role: null }, ...everybody] as const
    const tries = fc.constantFrom(...seats).chain((seat) => fc.tuple(fc.constant(seat), fc.array(fc.constantFrom(...forbidden(seat.role)), { minLength: 5, maxLength: 25 })))
    await fc.assert(fc.asyncProperty(tries, async ([{ name }, calls]) => {
      if (name === null) await office.call('session.lock', {})
      else await office.seat(name)
      const before = bytes()
      for (const call of calls) expect((await office.refused(call, inputs[call])).code).toBe(name === null ? 'not-signed-in' : 'not-permitted')
      expect(bytes()).toBe(before)
    }), { numRuns: 40, interruptAfterTimeLimit: 10_000 })
  }, 60_000)

  it('changes nothing either where the rules of a decision say no', async () => {
    await office.seat('Partner A')
    const before = bytes()
    const words = passphraseOf('Partner A')
    // Answered already; another hash; no such decision; fixed already; open already; not checked by its author; not dropped with an answer.
    const refusedCalls = fc.constantFrom(
      ['decision.answer', { ...inputs['decision.answer'], passphrase: words }], ['decision.answer', { ...inputs['decision.answer'], passphrase: words, statementHash: 'a'.repeat(64) }],
      ['decision.answer', { ...inputs['decision.answer'], passphrase: words, id: gone }], ['decision.effects-shown', { id: inputs['decision.fix'].id, statementHash: 'b'.repeat(64) }],
      ['decision.fix', inputs['decision.fix']], ['decision.draft', inputs['decision.draft']], ['decision.cancel', inputs['decision.cancel']], ['decision.fix', { id: gone }],
    ) as fc.Arbitrary<['decision.fix', unknown]>
    await fc.assert(fc.asyncProperty(fc.array(refusedCalls, { maxLength: 10 }), async (calls) => {
      for (const [name, input] of calls) expect(['already-answered', 'stale', 'not-found', 'not-in-this-state']).toContain((await office.refused(name, input)).code)
      expect(bytes()).toBe(before)
    }), { numRuns: 30, interruptAfterTimeLimit: 10_000 })
    expect(await office.differing()).toEqual([])
  }, 60_000)
})
