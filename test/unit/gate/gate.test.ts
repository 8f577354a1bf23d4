import { describe, expect, it } from 'vitest'
import { shippedPositions } from '../../../src/main/exchange/positions.ts'
import { gateResult } from '../../../src/shared/domain/gate-answer.ts'
import type { GateAnswer, GateSubject, Offer, Requirement } from '../../../src/shared/domain/gate-answer.ts'
import { gate } from '../../../src/shared/domain/gate/gate.ts'
import type { Position } from '../../../src/shared/domain/position.ts'
import type { Verb } from '../../../src/shared/domain/verb.ts'

const { positions } = shippedPositions
const noPolicy = { contractBindsFrom: null }

const agreement: GateSubject = { kind: 'sharing-agreement', class: 'secondary-use', legalForce: 'voluntary', state: 'active', noticePeriod: 'P3M' }
const offered: GateSubject = { ...agreement, state: 'offered' }
const setting: GateSubject = { kind: 'gp-connect-setting', class: 'direct-care', legalForce: 'voluntary', state: 'active', mechanism: 'other-read' }
const updateRecord: GateSubject = { ...setting, mechanism: 'update-record' }
const tool: GateSubject = { kind: 'medicines-tool', class: 'secondary-use', legalForce: 'voluntary', state: 'active' }
const declaration: GateSubject = { kind: 'declaration', class: 'secondary-use', legalForce: 'voluntary', state: 'offered', subject: 'other' }

/** In 2024 the menu ran, in 2025 there was no call, in September 2026 the second menu ran. */
const in2024 = '2024-11-01', in2025 = '2025-06-01', in2026 = '2026-09-01'

type Row = [what: string, entry: GateSubject, verb: Verb, on: string, answer: GateAnswer, codes: string[], requires: Requirement[], offers: Offer[]]

const safety: Requirement = 'clinical-safety-note'
const rows: Row[] = [
  // The verb is not one of the kind's, or the state does not admit it.
  ['a setting cannot be withdrawn', setting, 'withdraw', in2025, 'not-available', ['verb-not-of-kind'], ['notice-period'], []],
  ['a tool has no verb under protest', tool, 'keep-under-protest', in2025, 'not-available', ['verb-not-of-kind'], [], []],
  ['an agreement cannot be deferred', agreement, 'defer', in2025, 'not-available', ['verb-not-of-kind'], [], []],
  ['what is active cannot be resumed', agreement, 'resume', in2025, 'not-available', ['state-refuses'], [], []],
  ['what is closed cannot be frozen', { ...agreement, state: 'closed' }, 'freeze', in2025, 'not-available', ['state-refuses'], ['end-date', 'exit-condition'], []],
  ['what is closed cannot be withdrawn', { ...agreement, state: 'closed' }, 'withdraw', in2025, 'not-available', ['state-refuses'], [], []],
  ['what is not signed cannot be withdrawn', offered, 'withdraw', in2025, 'not-available', ['state-refuses'], [], []],
  ['what is frozen cannot be withdrawn', { ...agreement, state: 'frozen' }, 'withdraw', in2025, 'not-available', ['state-refuses'], [], []],
  ['notice is given once', { ...agreement, state: 'notice-given' }, 'withdraw', in2025, 'not-available', ['state-refuses'], [], []],
  ['what is off cannot be switched off', { ...tool, state: 'off' }, 'switch-off', in2025, 'not-available', ['state-refuses'], [safety], []],
  ['what is on cannot be switched on', setting, 'switch-on', in2025, 'not-available', ['state-refuses'], [], []],
  ['what is off cannot be kept', { ...tool, state: 'off' }, 'keep', in2025, 'not-available', ['state-refuses'], [], []],
  ['what is signed cannot be deferred', { ...declaration, state: 'signed' }, 'defer', in2025, 'not-available', ['state-refuses'], [], []],

  // Withdraw on a mixed entry.
  ['mixed cannot be withdrawn', { ...agreement, class: 'mixed' }, 'withdraw', in2025, 'not-available', ['withdraw-mixed'], [], ['restrict', 'split']],

  // Freeze on something already signed; a renewal stands as offered.
  ['signed cannot be frozen', agreement, 'freeze', in2025, 'not-available', ['freeze-already-signed'], ['end-date', 'exit-condition'], ['withdraw', 'restrict']],
  ['restricted is signed too', { ...agreement, state: 'restricted' }, 'freeze', in2025, 'not-available', ['freeze-already-signed'], ['end-date', 'exit-condition'], ['withdraw', 'restrict']],
  ['mixed and signed: only restrict', { ...agreement, class: 'mixed' }, 'freeze', in2025, 'not-available', ['freeze-already-signed'], ['end-date', 'exit-condition'], ['restrict']],

  // Undetermined class and unknown force, whatever the verb.
  ['undetermined, withdraw', { ...agreement, class: 'undetermined' }, 'withdraw', in2025, 'needs-override', ['class-undetermined'], ['find-out-class'], []],
  ['undetermined, continue', { ...agreement, class: 'undetermined' }, 'continue', in2025, 'needs-override', ['class-undetermined'], ['find-out-class'], []],
  ['undetermined tool, keep', { ...tool, class: 'undetermined' }, 'keep', in2025, 'needs-override', ['class-undetermined'], ['find-out-class'], []],
  ['unknown force, withdraw', { ...agreement, legalForce: 'unknown' }, 'withdraw', in2025, 'needs-override', ['force-unknown'], ['find-out-force'], []],
  ['unknown force, sign', { ...declaration, legalForce: 'unknown' }, 'sign', in2025, 'needs-override', ['force-unknown'], ['find-out-force'], []],
  ['both not known', { ...agreement, class: 'undetermined', legalForce: 'unknown' }, 'withdraw', in2025, 'needs-override', ['class-undetermined', 'force-unknown'], ['find-out-class', 'find-out-force'], []],

  // Direct care.
  ['direct care, withdraw', { ...agreement, class: 'direct-care' }, 'withdraw', in2025, 'needs-override', ['direct-care'], [safety], []],
  ['direct care, freeze', { ...offered, class: 'direct-care' }, 'freeze', in2025, 'needs-override', ['direct-care'], [safety, 'end-date', 'exit-condition'], []],
  ['direct-care tool, switch off', { ...tool, class: 'direct-care' }, 'switch-off', in2025, 'needs-override', ['direct-care', 'safety-note'], [safety], []],
  ['direct-care setting is judged by its position', setting, 'switch-off', in2025, 'open', ['no-rule-against'], [], []],
  ['direct care, restrict', { ...agreement, class: 'direct-care' }, 'restrict', in2025, 'open', ['no-rule-against'], [], []],

  // Law, by force and by position.
  ['law, withdraw', { ...agreement, legalForce: 'law' }, 'withdraw', in2025, 'needs-override', ['force-law', 'position-required-by-law'], ['dpo-advice', 'override-reason'], ['continue-under-protest']],
  ['law, freeze', { ...offered, legalForce: 'law' }, 'freeze', in2025, 'needs-override', ['force-law', 'position-required-by-law'], ['dpo-advice', 'override-reason', 'end-date', 'exit-condition'], ['continue-under-protest']],
  ['law, switch off a setting', { ...setting, legalForce: 'law' }, 'switch-off', in2025, 'needs-override', ['force-law'], ['dpo-advice', 'override-reason'], ['keep-under-protest']],
  ['law, switch off a tool', { ...tool, legalForce: 'law' }, 'switch-off', in2025, 'needs-override', ['force-law'], [safety, 'dpo-advice', 'override-reason'], []],
  ['law, defer', { ...declaration, legalForce: 'law' }, 'defer', in2025, 'needs-override', ['force-law'], ['dpo-advice', 'override-reason'], ['sign-under-protest']],
  ['telephony data, by position', { ...declaration, subject: 'digital-telephony' }, 'defer', in2025, 'needs-override', ['position-required-by-law', 'sources-differ'], ['dpo-advice', 'override-reason'], ['sign-under-protest']],
  ['telephony data, before the notice', { ...declaration, subject: 'digital-telephony' }, 'defer', '2024-09-30', 'open', ['position-permitted'], [], []],
  ['telephony data, from the day of the notice', { ...declaration, subject: 'digital-telephony' }, 'defer', '2024-10-01', 'needs-override', ['position-required-by-law'], ['dpo-advice', 'override-reason'], ['sign-under-protest']],

  // The core contract, by force and by position.
  ['core contract, withdraw', { ...agreement, legalForce: 'core-contract' }, 'withdraw', in2025, 'needs-override', ['force-core-contract', 'position-required-by-contract', 'remedial-notice-risk'], ['override-reason', 'second-partner'], []],
  ['core contract, freeze', { ...offered, legalForce: 'core-contract' }, 'freeze', in2025, 'needs-override', ['force-core-contract'], ['override-reason', 'second-partner', 'end-date', 'exit-condition'], []],
  ['Update Record, the last day of choice', updateRecord, 'switch-off', '2025-09-30', 'open', ['position-permitted', 'safety-note'], [safety], []],
  ['Update Record, the first day of duty', updateRecord, 'switch-off', '2025-10-01', 'needs-override', ['position-required-by-contract', 'contract-date-not-known', 'remedial-notice-risk'], [safety, 'override-reason', 'second-partner'], ['keep-with-controls', 'keep-under-protest']],
  ['Access Record is a row of its own', { ...setting, mechanism: 'access-record-structured' }, 'switch-off', in2026, 'needs-override', ['position-required-by-contract'], ['override-reason', 'second-partner'], []],
  ['online requests', { ...declaration, subject: 'online-requests' }, 'defer', in2026, 'needs-override', ['position-required-by-contract'], ['override-reason', 'second-partner'], []],

  // Paid schemes, by force and by position.
  ['DES, withdraw', { ...agreement, legalForce: 'des' }, 'withdraw', in2025, 'warn', ['force-des'], ['contract-reference'], []],
  ['LES, withdraw', { ...agreement, legalForce: 'les' }, 'withdraw', in2025, 'warn', ['force-les'], ['contract-reference'], []],
  ['LES, switch off a tool in 2026', { ...tool, legalForce: 'les' }, 'switch-off', in2026, 'warn', ['force-les', 'position-local-contract'], [safety, 'contract-reference'], []],
  ['DES, defer online requests in 2024', { ...declaration, legalForce: 'des', subject: 'online-requests' }, 'defer', in2024, 'warn', ['force-des', 'position-local-contract'], ['contract-reference'], []],

  // Withdraw without a notice period.
  ['no notice period', { ...agreement, noticePeriod: '' }, 'withdraw', in2025, 'warn', ['no-notice-period'], ['notice-period'], []],
  ['a notice period that is none', { ...agreement, noticePeriod: 'soon' }, 'withdraw', in2025, 'warn', ['no-notice-period'], ['notice-period'], []],

  // Freeze asks for its end.
  ['freeze in 2024', offered, 'freeze', in2024, 'open', ['freeze-ends', 'position-permitted'], ['end-date', 'exit-condition'], []],
  ['freeze in 2025', offered, 'freeze', in2025, 'open', ['freeze-ends', 'position-no-call'], ['end-date', 'exit-condition'], []],
  ['freeze in 2026', offered, 'freeze', in2026, 'open', ['freeze-ends', 'position-permitted'], ['end-date', 'exit-condition'], []],

  // Switching off a write route or a tool asks for a safety note; a mixed tool is at best a warning.
  ['Send Document off', { ...setting, mechanism: 'send-document' }, 'switch-off', in2025, 'open', ['safety-note'], [safety], []],
  ['Appointment Management off', { ...setting, mechanism: 'appointment-management' }, 'switch-off', in2025, 'open', ['safety-note'], [safety], []],
  ['another write route off', { ...setting, mechanism: 'other-write' }, 'switch-off', in2025, 'open', ['safety-note'], [safety], []],
  ['Access Document is read only', { ...setting, mechanism: 'access-document' }, 'switch-off', in2025, 'open', ['no-rule-against'], [], []],
  ['a tool off', tool, 'switch-off', in2026, 'open', ['safety-note', 'position-permitted'], [safety], []],
  ['a mixed tool off', { ...tool, class: 'mixed' }, 'switch-off', in2026, 'warn', ['mixed-tool', 'safety-note'], [safety], []],

  // The position: sources that differ, and a date that none covers.
  ['sources differ on withdrawing in 2026', agreement, 'withdraw', in2026, 'warn', ['sources-differ', 'source-says', 'secondary-and-voluntary'], [], []],
  ['no position before the action began', agreement, 'withdraw', '2024-07-31', 'warn', ['no-position'], [], []],
  ['no position on Access Record before the contract', { ...setting, mechanism: 'access-record-html' }, 'switch-off', in2025, 'warn', ['no-position'], [], []],

  // Exclusively secondary, voluntary, notice known.
  ['withdraw in 2024', agreement, 'withdraw', in2024, 'open', ['secondary-and-voluntary', 'position-permitted'], [], []],
  ['withdraw in 2025', agreement, 'withdraw', in2025, 'open', ['secondary-and-voluntary', 'position-no-call'], [], []],

  // The verbs that stop nothing.
  ['restrict', { ...agreement, class: 'mixed' }, 'restrict', in2026, 'open', ['no-rule-against'], [], []],
  ['continue under the law', { ...agreement, legalForce: 'law' }, 'continue', in2026, 'open', ['no-rule-against'], [], []],
  ['continue under protest', { ...agreement, legalForce: 'law' }, 'continue-under-protest', in2026, 'open', ['no-rule-against'], [], []],
  ['resume', { ...agreement, state: 'frozen' }, 'resume', in2026, 'open', ['no-rule-against'], [], []],
  ['keep with controls', updateRecord, 'keep-with-controls', in2026, 'open', ['no-rule-against'], [], []],
  ['keep under protest', updateRecord, 'keep-under-protest', in2026, 'open', ['no-rule-against'], [], []],
  ['switch on', { ...updateRecord, state: 'off' }, 'switch-on', in2026, 'open', ['no-rule-against'], [], []],
  ['ignore prompts', { ...tool, legalForce: 'les' }, 'ignore-prompts', in2026, 'open', ['no-rule-against'], [], []],
  ['keep', tool, 'keep', in2026, 'open', ['no-rule-against'], [], []],
  ['sign', { ...declaration, subject: 'digital-telephony', legalForce: 'law' }, 'sign', in2026, 'open', ['no-rule-against'], [], []],
  ['sign under protest', { ...declaration, state: 'deferred' }, 'sign-under-protest', in2026, 'open', ['no-rule-against'], [], []],
]

describe('each row of the gate', () => {
  it.each(rows)('%s', (_, entry, verb, on, answer, codes, requires, offers) => {
    const result = gate(entry, verb, on, positions, noPolicy)
    expect(result.answer).toBe(answer)
    expect(result.reasons.map(({ code }) => code)).toEqual(expect.arrayContaining(codes))
    expect(result.requires).toEqual(requires)
    expect(result.offers).toEqual(offers)
    expect(gateResult.parse(result)).toEqual(result)
  })
})

describe('rows together', () => {
  it('lets the most severe win and adds up what is required', () => {
    const result = gate({ ...tool, class: 'direct-care', legalForce: 'unknown' }, 'switch-off', in2026, positions, noPolicy)
    expect(result.answer).toBe('needs-override')
    expect(result.requires).toEqual(['find-out-force', safety])
    const mixedByContract = gate({ ...agreement, class: 'mixed', legalForce: 'core-contract', noticePeriod: '' }, 'withdraw', in2026, positions, noPolicy)
    expect(mixedByContract.answer).toBe('not-available')
    expect(mixedByContract.requires).toEqual(['override-reason', 'second-partner', 'notice-period'])
    expect(mixedByContract.reasons[0]?.code).toBe('withdraw-mixed')
  })

  it('asks for both when law and contract want the same flow', () => {
    const result = gate({ ...declaration, subject: 'digital-telephony', legalForce: 'core-contract' }, 'defer', in2026, positions, noPolicy)
    expect(result.requires).toEqual(['dpo-advice', 'override-reason', 'second-partner'])
  })

  it('warns where a position is marked to be checked', () => {
    const doubtful = positions.map((row): Position => (row.subject === 'mo-tool-off' ? { ...row, code: 'verify' } : row))
    const result = gate(tool, 'switch-off', in2026, doubtful, noPolicy)
    expect(result.answer).toBe('warn')
    expect(result.reasons[0]?.code).toBe('position-verify')
  })

  it('shows every source where they differ, and gives each its address', () => {
    const { reasons, position } = gate(agreement, 'withdraw', in2026, positions, noPolicy)
    const shown = reasons.filter(({ code }) => code === 'source-says')
    expect(shown.map(({ source }) => source)).toEqual(position?.sources.map(({ address }) => address))
    expect(shown.length).toBeGreaterThan(1)
  })

  it('says nothing about positions where there are none at all', () => {
    expect(gate(agreement, 'withdraw', in2026, [], noPolicy)).toMatchObject({ answer: 'open', position: null })
  })

  it('judges Update Record by the day the practice’s own contract changed', () => {
    const later = { contractBindsFrom: '2025-12-01' }
    expect(gate(updateRecord, 'switch-off', '2025-11-30', positions, later)).toMatchObject({ answer: 'open', position: { code: 'permitted' } })
    const bound = gate(updateRecord, 'switch-off', '2025-12-01', positions, later)
    expect(bound.answer).toBe('needs-override')
    expect(bound.reasons.map(({ code }) => code)).not.toContain('contract-date-not-known')
  })

  it('takes a setting of unknown mechanism for a write route', () => {
    const { mechanism: _, ...unknownRoute } = setting
    expect(gate(unknownRoute, 'switch-off', in2026, positions, noPolicy).requires).toEqual([safety])
  })

  it('offers nothing that is not possible either', () => {
    expect(gate({ ...agreement, class: 'mixed', state: 'closed' }, 'withdraw', in2026, positions, noPolicy).offers).toEqual([])
    expect(gate({ ...agreement, class: 'mixed', state: 'withdrawn' }, 'withdraw', in2026, positions, noPolicy).offers).toEqual(['split'])
  })
})
