import { describe, expect, it } from 'vitest'
import { contract } from '../../../src/shared/contract/contract.ts'
import { permissions, rolesFor } from '../../../src/shared/domain/permissions.ts'
import { callNames } from '../../../src/shared/contract/call-names.ts'
import { minutesAndSeconds } from '../../../src/renderer/components/wait-notice.tsx'
import { creation, keptValues, setupForm, usualValues } from '../../../src/renderer/features/first-run/setup-values.ts'
import { permissionRows } from '../../../src/renderer/features/people/permission-words.ts'
import { quorumInWords } from '../../../src/renderer/features/people/people-words.ts'
import { policyForm, usualPolicy } from '../../../src/renderer/features/people/policy-form.ts'

const practice = { name: 'Demo Surgery', ods: 'a99999', contractType: 'gms', clinicalSystem: 'emis-web', icb: null, pcn: null }
const people = [{ name: 'Data protection lead', role: 'data-protection-lead' }, { name: 'Partner A', role: 'partner' }, { name: 'Partner B', role: 'partner' }]
const whole = { ...usualValues, step: 4, practice, people, me: '1', passphrase: 'a short sentence', again: 'a short sentence' }
const problems = (value: unknown): string[] => (setupForm.safeParse(value).error?.issues ?? []).map(({ path, message }) => `${path.join('.')}: ${message}`)

describe('the set-up form', () => {
  it('asks each step only for what stands on it', () => {
    expect(problems({ ...usualValues, step: 1, practice })).toEqual([])
    expect(problems({ ...usualValues, step: 2, people })).toEqual([])
    expect(problems({ ...usualValues, step: 3, people })).toEqual([])
  })

  it('gives the call what the call accepts', () => {
    const values = setupForm.parse(whole)
    if (values.step !== 4) throw new Error('The last step was parsed as another one.')
    expect(contract['setup.create'].input.parse(creation(values))).toMatchObject({ me: 1, where: 'own-folder', practice: { ods: 'A99999' } })
  })

  it('wants a partner, names that differ, and a number that can be reached', () => {
    expect(problems({ ...usualValues, step: 2, people: [people[0]] })).toEqual(['people: Add at least one GP partner. Partners sign decisions'])
    expect(problems({ ...usualValues, step: 2, people: [...people, { name: 'partner a', role: 'auditor' }] })).toEqual(['people.3.name: Two people are called partner a. Add something that tells them apart'])
    expect(problems({ ...usualValues, step: 3, people, policy: { ...usualPolicy, quorum: 'number', number: 3 } })).toEqual(['policy.number: There are 2 partners, so at most 2 can agree'])
  })

  it('wants a passphrase that is long enough, and the same twice', () => {
    expect(problems({ ...whole, passphrase: 'short', again: 'short' })).toEqual(['passphrase: Use at least 12 characters. A short sentence is easiest to remember'])
    expect(problems({ ...whole, again: 'a short sentense' })).toEqual(['again: The two are not the same. Type it again'])
    expect(problems({ ...whole, me: null })).toEqual(['me: Choose who you are'])
  })

  it('never keeps a passphrase, and reads any draft as far as it can', () => {
    expect(keptValues.parse(whole)).not.toHaveProperty('passphrase')
    expect(keptValues.parse({ practice: 7, people: 'nobody', policy: null })).toMatchObject({ people: [], me: null, where: 'own-folder', policy: usualPolicy })
  })
})

describe('the policy form', () => {
  it('leaves a number out that no longer counts', () => {
    expect(policyForm.parse({ ...usualPolicy, quorum: 'all', number: 2 })).toEqual({ ...usualPolicy, quorum: 'all', number: null })
    expect(policyForm.safeParse({ ...usualPolicy, quorum: 'number', number: null }).error?.issues[0]?.message).toBe('Enter how many partners must agree')
    expect(policyForm.safeParse({ ...usualPolicy, quorum: 'number', number: 'two' }).success).toBe(false)
  })

  it('leaves a reason out that nothing asks for', () => {
    expect(policyForm.parse({ ...usualPolicy, secondCheck: false, ownCheckReason: 'Small practice' }).ownCheckReason).toBeNull()
    expect(policyForm.parse({ ...usualPolicy, ownCheckReason: 'Small practice' }).ownCheckReason).toBe('Small practice')
  })

  it('is told in words', () => {
    expect(quorumInWords({ quorum: 'number', number: 2 }, 3)).toBe('2 of 3 partners agree')
    expect(quorumInWords({ quorum: 'all', number: null }, 3)).toBe('all partners agree')
  })
})

describe('who may do what', () => {
  it('says every restricted act in words, once', () => {
    const acts = callNames.filter((name) => typeof permissions[name] !== 'string').map((act) => ({ act, roles: [...rolesFor(act)] }))
    const rows = permissionRows(acts)
    expect(rows.map(({ act }) => act).filter((act) => /[.]/.test(act))).toEqual([])
    expect(new Set(rows.map(({ act }) => act)).size).toBe(rows.length)
    expect(rows.find(({ act }) => act === 'Answer a statement and sign')?.roles).toEqual(['partner'])
  })
})

it('counts a wait down in minutes and seconds', () => {
  expect([0, 9, 60, 200, 3600].map(minutesAndSeconds)).toEqual(['0:00', '0:09', '1:00', '3:20', '60:00'])
})
