import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { callNames, type CallName } from '../../../src/shared/contract/call-names.ts'
import { contract } from '../../../src/shared/contract/contract.ts'
import { mayCall, permissions, rolesFor } from '../../../src/shared/domain/permissions.ts'
import type { Role } from '../../../src/shared/domain/role.ts'
import { fixedWithdrawal } from '../../fixtures/forms.ts'
import { someInputs, type Inputs } from '../../fixtures/inputs.ts'
import { everybody, openOffice, type TestOffice } from '../../fixtures/office.ts'

let office: TestOffice
let inputs: Inputs
beforeAll(async () => {
  office = await openOffice()
  const { entry, id, hash } = await fixedWithdrawal(office)
  const { entry: { changedAt, purposes } } = await office.call('entry.get', { id: entry })
  inputs = someInputs({
    person: await office.id('Partner A'), other: await office.id('Partner B'), entry, purpose: purposes[0]?.id ?? '', decision: id, statementHash: hash, seen: changedAt,
  })
  for (const { name } of everybody) await office.seat(name)
  await office.call('session.lock', {})
})
afterAll(() => office.close())

const bytes = (): string => createHash('sha256').update(readFileSync(office.file)).digest('hex')
const nonsense = { nonsense: true }

/** Who has sat down at the PC, or nobody. */
const seats: readonly { name: (typeof everybody)[number]['name'] | null; role: Role | null }[] = [{ name: null, role: null }, ...everybody.filter(({ name }) => name !== 'Partner B' && name !== 'Partner C')]

async function seat(name: string | null): Promise<void> {
  if (name === null) await office.call('session.lock', {})
  else await office.seat(name)
}

describe.each(seats)('$role', ({ name, role }) => {
  const refusal = role === null ? 'not-signed-in' : 'not-permitted'

  it('is heard with what their role may do, and refused everything else before anything is looked at', async () => {
    await seat(name)
    const before = bytes()
    for (const call of callNames) {
      const { code } = await office.refused(call, nonsense)
      // A call that is heard gets as far as its schema, which takes no nonsense.
      expect(code, `${call} by ${role}`).toBe(mayCall(role, call) ? 'invalid-input' : refusal)
    }
    expect(bytes()).toBe(before)
  })

  it('is refused the same with input that is in order', async () => {
    await seat(name)
    const before = bytes()
    const forbidden = callNames.filter((call) => !mayCall(role, call))
    expect(forbidden.length).toBeGreaterThan(1)
    for (const call of forbidden) {
      expect(contract[call].input.safeParse(inputs[call]).success, call).toBe(true)
      expect((await office.refused(call, inputs[call])).code, `${call} by ${role}`).toBe(refusal)
    }
    expect(bytes()).toBe(before)
  })
})

const allowed = (role: Role): CallName[] => callNames.filter((call) => permissions[call] !== 'public' && mayCall(role, call))

describe('the table', () => {
  const reads: CallName[] = [
    'session.touch', 'practice.get', 'people.list', 'home.get', 'letter.draft', 'letter.list', 'letter.get', 'calendar.export', 'entry.list', 'entry.get', 'classify.suggest', 'catalogue.search', 'position.list',
    'draft.get', 'draft.save', 'draft.discard', 'decision.list', 'decision.get', 'decision.judge', 'signoff.queue',
    'trail.list', 'trail.check', 'trail.compare-head', 'trail.compare-file', 'report.export', 'report.show-in-folder', 'report.save-verifier', 'report.progress', 'report.cancel',
    'action.get', 'action.statement', 'position.shipped', 'rules.compare', 'evidence.open', 'evidence.save-copy', 'follow-through.board', 'past.register', 'past.entry', 'past.decision',
  ]

  it('lets an auditor read, export and verify, and nothing more', () => {
    expect(allowed('auditor').toSorted()).toEqual(reads.toSorted())
  })

  it('lets the DPO and the Caldicott Guardian advise and check, and not decide', () => {
    for (const role of ['dpo', 'caldicott-guardian'] as const) expect(allowed(role).toSorted()).toEqual([...reads, 'decision.record-advice', 'decision.check', 'purpose.check', 'evidence.choose', 'evidence.attach', 'evidence.describe', 'evidence.set-aside'].toSorted())
  })

  it('lets partners alone answer, and never the one who keeps the register', () => {
    expect(rolesFor('decision.answer')).toEqual(['partner'])
    expect(rolesFor('action.answer')).toEqual(['partner'])
    expect(rolesFor('position.record')).toEqual(['data-protection-lead', 'partner', 'practice-manager'])
    expect(rolesFor('decision.effects-shown')).toEqual(['partner'])
    for (const call of ['pack.make', 'pack.record', 'paper.print', 'paper.record'] as const) expect(rolesFor(call)).toEqual(['data-protection-lead', 'partner', 'practice-manager'])
    expect(rolesFor('entry.add')).toEqual(['data-protection-lead', 'practice-manager'])
    expect(rolesFor('decision.fix')).toEqual(['data-protection-lead', 'partner', 'practice-manager'])
    expect(rolesFor('policy.change')).toEqual(['data-protection-lead', 'partner'])
  })

  it('lets nobody who is not signed in do more than set up, sign in and see whether there is a register', () => {
    expect(callNames.filter((call) => mayCall(null, call)).toSorted()).toEqual([
      'app.open-other', 'app.open-register', 'app.status',
      // On another computer, with a pack and no register.
      'elsewhere.answer', 'elsewhere.close', 'elsewhere.get', 'elsewhere.open', 'elsewhere.save', 'elsewhere.shown', 'people.replace-key', 'session.choose-passphrase', 'session.lock', 'session.people', 'session.sign-in',
      'setup.create', 'setup.draft', 'setup.explore-demo', 'setup.save-draft',
    ])
  })
})

describe('a register that is open', () => {
  it('is not replaced by a new one or by the demo, whoever asks', async () => {
    await seat(null)
    const before = bytes()
    expect((await office.refused('setup.create', inputs['setup.create'])).code).toBe('not-in-this-state')
    expect((await office.refused('setup.explore-demo', {})).code).toBe('not-in-this-state')
    expect(bytes()).toBe(before)
  })
})
