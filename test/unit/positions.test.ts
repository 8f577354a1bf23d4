import { describe, expect, it } from 'vitest'
import { readPositions, shippedPositions } from '../../src/main/exchange/positions.ts'
import { positionProblems } from '../../src/shared/domain/position-check.ts'
import { daysSinceCheck, newestCheck, positionFor, positionsAreStale, positionsFor, positionSubjectOf } from '../../src/shared/domain/position-lookup.ts'
import { positionSubjects } from '../../src/shared/domain/position.ts'
import type { Position, PositionCode, PositionSubject } from '../../src/shared/domain/position.ts'
import type { LegalForce } from '../../src/shared/domain/legal-force.ts'

const { positions } = shippedPositions
const code = (subject: PositionSubject, on: string, legalForce: LegalForce = 'voluntary', contractBindsFrom: string | null = null): PositionCode | null =>
  positionFor(subject, on, positions, { legalForce, contractBindsFrom })?.code ?? null

const row: Position = {
  id: 'a', subject: 'mo-tool-off', appliesToForce: [], from: '2024-01-01', to: '2024-12-31', perPractice: false, code: 'permitted', text: 'Text.',
  sources: [], sourcesDiffer: false, checkedOn: '2024-01-01',
}

describe('the positions that ship', () => {
  it('speak about every subject, each row with a source, an address and a grade', () => {
    expect(new Set(positions.map(({ subject }) => subject))).toEqual(new Set(positionSubjects))
    for (const { id, sources } of positions) {
      expect(sources.length, id).toBeGreaterThan(0)
      for (const { address } of sources) expect(URL.canParse(address), address).toBe(true)
    }
  })

  it('have no day with two answers and pass no verdict', () => {
    expect(positionProblems(positions)).toEqual([])
    expect(JSON.stringify(positions)).not.toMatch(/is a breach|is lawful/i)
  })

  it('show two or more sources wherever they say that the sources differ', () => {
    const differing = positions.filter(({ sourcesDiffer }) => sourcesDiffer)
    expect(differing.map(({ id }) => id)).toEqual(['dsa-secondary-withdraw/2026-05-01', 'telephony-data-defer/2024-10-01'])
    for (const { sources } of differing) expect(new Set(sources.map(({ says }) => says)).size).toBeGreaterThan(1)
  })

  it.each<[PositionSubject, string, LegalForce, PositionCode | null]>([
    ['update-record-off', '2024-06-27', 'voluntary', null], ['update-record-off', '2024-06-28', 'voluntary', 'permitted'],
    ['update-record-off', '2025-09-30', 'voluntary', 'permitted'], ['update-record-off', '2025-10-01', 'voluntary', 'required-by-contract'],
    ['access-record-off', '2025-09-30', 'voluntary', null], ['access-record-off', '2030-01-01', 'voluntary', 'required-by-contract'],
    ['dsa-secondary-withdraw', '2024-08-01', 'voluntary', 'permitted'], ['dsa-secondary-withdraw', '2025-03-19', 'voluntary', 'permitted'],
    ['dsa-secondary-withdraw', '2025-03-20', 'voluntary', 'no-call'], ['dsa-secondary-withdraw', '2026-05-01', 'voluntary', 'permitted'],
    ['dsa-secondary-withdraw', '2020-01-01', 'law', 'required-by-law'], ['dsa-secondary-withdraw', '2026-09-01', 'core-contract', 'required-by-contract'],
    ['dsa-freeze', '2026-04-30', 'voluntary', 'no-call'], ['dsa-freeze', '2026-09-01', 'law', 'required-by-law'], ['dsa-freeze', '2026-09-01', 'des', 'local-contract'],
    ['mo-tool-off', '2026-05-31', 'les', 'no-call'], ['mo-tool-off', '2026-06-01', 'les', 'local-contract'], ['mo-tool-off', '2026-06-01', 'voluntary', 'permitted'],
    ['telephony-data-defer', '2024-09-30', 'voluntary', 'permitted'], ['telephony-data-defer', '2024-10-01', 'voluntary', 'required-by-law'],
    ['online-requests-defer', '2025-03-31', 'voluntary', 'permitted'], ['online-requests-defer', '2025-03-31', 'des', 'local-contract'],
    ['online-requests-defer', '2025-09-30', 'des', 'no-call'], ['online-requests-defer', '2025-10-01', 'des', 'required-by-contract'],
    ['online-requests-defer', '2026-04-01', 'voluntary', 'required-by-contract'],
  ])('%s on %s for %s: %s', (subject, on, force, expected) => expect(code(subject, on, force)).toBe(expected))
})

describe('a practice whose contract was varied later', () => {
  it('keeps the row before until its own day', () => {
    expect(code('update-record-off', '2025-12-14', 'voluntary', '2025-12-15')).toBe('permitted')
    expect(code('update-record-off', '2025-12-15', 'voluntary', '2025-12-15')).toBe('required-by-contract')
    expect(code('access-record-off', '2025-12-14', 'voluntary', '2025-12-15')).toBe(null)
  })

  it('is bound no earlier than the national date', () => {
    expect(code('update-record-off', '2025-09-30', 'voluntary', '2025-01-01')).toBe('permitted')
  })

  it('skips a row that was over before the contract bound', () => {
    expect(code('online-requests-defer', '2026-04-15', 'voluntary', '2026-05-01')).toBe('no-call')
    expect(code('online-requests-defer', '2026-05-01', 'voluntary', '2026-05-01')).toBe('required-by-contract')
    expect(positionFor('online-requests-defer', '2026-05-01', positions, { legalForce: 'voluntary', contractBindsFrom: '2026-05-01' })?.from).toBe('2026-04-01')
  })

  it('does not put off what the law asks', () => {
    expect(code('telephony-data-defer', '2025-01-01', 'voluntary', '2026-01-01')).toBe('required-by-law')
  })

  it('has at most one answer for every day', () => {
    for (const subject of positionSubjects) {
      for (const on of ['2024-08-15', '2025-10-15', '2026-02-01', '2026-04-15', '2027-01-01']) {
        const general = positionsFor(subject, on, positions, { legalForce: 'voluntary', contractBindsFrom: '2026-03-01' })
        expect(general.length, `${subject} ${on}`).toBeLessThanOrEqual(1)
      }
    }
  })
})

describe('positions that contradict themselves', () => {
  it.each<[string, Position, Position, string[]]>([
    ['one day shared', row, { ...row, id: 'b', from: '2024-12-31', to: null }, ['overlap']],
    ['both open', { ...row, to: null }, { ...row, id: 'b', from: null }, ['overlap']],
    ['the same force', { ...row, appliesToForce: ['les', 'des'] }, { ...row, id: 'b', appliesToForce: ['des'] }, ['overlap']],
    ['one after the other', row, { ...row, id: 'b', from: '2025-01-01', to: null }, []],
    ['another subject', row, { ...row, id: 'b', subject: 'dsa-freeze' }, []],
    ['a row for all and a row for one', row, { ...row, id: 'b', appliesToForce: ['les'] }, []],
    ['two forces', { ...row, appliesToForce: ['law'] }, { ...row, id: 'b', appliesToForce: ['les'] }, []],
    ['an end before the start', row, { ...row, id: 'b', from: '2025-03-01', to: '2025-02-01' }, ['end-before-start']],
    ['one name twice', row, { ...row, subject: 'dsa-freeze' }, ['same-id']],
  ])('%s', (_, first, second, codes) => expect(positionProblems([first, second]).map((problem) => problem.code)).toEqual(codes))

  it('are refused with the reason in words', () => {
    expect(() => readPositions({ ...shippedPositions, positions: [row, { ...row, id: 'b' }] })).toThrow('cover the same days')
    expect(() => readPositions({ ...shippedPositions, positions: [{ ...row, to: '2023-01-01' }] })).toThrow('ends before it starts')
    expect(() => readPositions({ ...shippedPositions, positions: [{ ...row, from: '2024-02-30' }] })).toThrow('exists in the calendar')
  })
})

describe('which subject a verb touches', () => {
  const entry = { class: 'secondary-use', legalForce: 'voluntary', state: 'active' } as const
  it.each([
    [{ ...entry, kind: 'gp-connect-setting', mechanism: 'update-record' }, 'switch-off', 'update-record-off'],
    [{ ...entry, kind: 'gp-connect-setting', mechanism: 'update-record' }, 'keep-with-controls', 'update-record-off'],
    [{ ...entry, kind: 'gp-connect-setting', mechanism: 'access-record-html' }, 'switch-off', 'access-record-off'],
    [{ ...entry, kind: 'gp-connect-setting', mechanism: 'send-document' }, 'switch-off', null],
    [{ ...entry, kind: 'sharing-agreement' }, 'withdraw', 'dsa-secondary-withdraw'],
    [{ ...entry, kind: 'sharing-agreement' }, 'restrict', 'dsa-secondary-withdraw'],
    [{ ...entry, kind: 'sharing-agreement' }, 'freeze', 'dsa-freeze'],
    [{ ...entry, kind: 'medicines-tool' }, 'ignore-prompts', 'mo-tool-off'],
    [{ ...entry, kind: 'declaration', subject: 'digital-telephony' }, 'defer', 'telephony-data-defer'],
    [{ ...entry, kind: 'declaration', subject: 'online-requests' }, 'defer', 'online-requests-defer'],
    [{ ...entry, kind: 'declaration', subject: 'other' }, 'defer', null],
  ] as const)('%j %s: %s', (subject, verb, expected) => expect(positionSubjectOf(subject, verb)).toBe(expected))
})

describe('the age of the positions', () => {
  it('counts from the newest check, and calls them old after 90 days', () => {
    const set = [{ ...row, checkedOn: '2026-01-01' }, { ...row, checkedOn: '2026-08-18' }]
    expect(newestCheck(set)).toBe('2026-08-18')
    expect(daysSinceCheck(set, '2026-11-24')).toBe(98)
    expect(positionsAreStale(set, '2026-11-16')).toBe(false)
    expect(positionsAreStale(set, '2026-11-17')).toBe(true)
    expect(positionsAreStale([], '2026-11-16')).toBe(true)
  })
})
