import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { addPeriod, isRealDate } from '../../src/shared/domain/date.ts'
import { emptyFields } from '../../src/shared/domain/entry-fields.ts'
import { entryQuality, gapSteps } from '../../src/shared/domain/entry-gaps.ts'
import { entryRecord, type EntryRecord } from '../../src/shared/domain/entry-record.ts'
import { entryKinds } from '../../src/shared/domain/kind.ts'
import { legalForces } from '../../src/shared/domain/legal-force.ts'
import { entryStates } from '../../src/shared/domain/state.ts'

const pad = (number: number, width: number): string => String(number).padStart(width, '0')
const anyDay = fc.tuple(fc.integer({ min: 1, max: 9999 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 31 })).map(([y, m, d]) => `${pad(y, 4)}-${pad(m, 2)}-${pad(d, 2)}`).filter(isRealDate)
const nearDay = fc.integer({ min: -1500, max: 1500 }).map((days) => addPeriod('2026-11-23', `${days < 0 ? '-' : ''}P${Math.abs(days)}D`))
const leapDay = fc.constantFrom('2024-02-29', '2028-02-29', '2027-02-28', '2026-12-31', '2027-01-01', '0026-11-24', '0001-01-01')
const day = fc.oneof({ weight: 6, arbitrary: nearDay }, { weight: 2, arbitrary: leapDay }, { weight: 1, arbitrary: anyDay })

const id = '99999999-9999-4999-8999-999999999999'
const optOut = fc.option(fc.constantFrom('applied', 'not-applied', 'exempt'))
/** Fields in which gaps begin, end or meet; the others stay empty. */
const telling = fc.record({
  confidentialityBasis: fc.option(fc.constantFrom('section-251', 'implied-consent', 'statute')), section251Reference: fc.option(fc.constant('24/CAG/0001')),
  nationalOptOut: optOut, typeOneOptOut: optOut, identifiability: fc.option(fc.constantFrom('identifiable', 'aggregate')), recipientGivesCare: fc.option(fc.boolean()),
  dpiaReference: fc.option(fc.constant('DPIA 3')), systemSetting: fc.option(fc.constant('A switch')), noticePeriod: fc.option(fc.constant('P3M')),
  mechanism: fc.constantFrom('update-record', 'access-record-html'), direction: fc.option(fc.constantFrom('read', 'write')), extraction: fc.option(fc.constantFrom('none', 'Monthly')),
})

const entries: fc.Arbitrary<EntryRecord> = fc.record({
  kind: fc.constantFrom(...entryKinds), state: fc.constantFrom(...entryStates), values: telling, dates: fc.array(fc.option(day), { minLength: 9, maxLength: 9 }),
  classes: fc.array(fc.constantFrom('direct-care', 'secondary-use', null), { maxLength: 3 }), force: fc.option(fc.record({ force: fc.constantFrom(...legalForces), checkedOn: day })), mixOn: fc.option(day),
}).map(({ kind, state, values, dates, classes, force, mixOn }) => {
  const what = emptyFields(kind)
  const days = dates.values()
  const fields = Object.fromEntries(Object.entries(what.fields).map(([name, empty]): [string, unknown] => {
    if (/(?:On|Expires)$/.test(name)) return [name, days.next().value ?? null]
    if (name === 'messageMix') return [name, mixOn && { safety: 25, clinicalQuality: 25, formulary: 25, saving: 25, on: mixOn, source: 'Supplier' }]
    return [name, Object.hasOwn(values, name) ? values[name as keyof typeof values] : empty]
  }))
  const by = { id, name: 'Data protection lead', at: '2026-11-23T09:00:00.000Z' }
  return entryRecord.parse({
    kind, fields, id, ref: 'X-0001', title: 'T', summary: '', owner: null, tags: [], standing: { standing: 'in-use', on: '2026-01-01', note: null }, state,
    force: force && { ...force, reference: null, note: null, checkedBy: 'Data protection lead' }, clauses: [],
    purposes: classes.map((of, index) => ({ id, clause: null, text: 'x', proposal: null, number: index + 1, confirmed: of && { classification: { category: 'x', class: of, reason: null }, by }, checked: null })),
    purposesEver: classes.length, evidence: [], addedAt: by.at, changedAt: by.at,
  })
})

/** As the list asks the table: the newest step that is not in the future. */
const gapsOn = (steps: ReturnType<typeof gapSteps>, on: string): number | undefined => steps.findLast(({ from }) => from <= on)?.gaps

/** Days that matter to an entry: its own dates, a little and a year or three around them. */
const daysAround = (entry: EntryRecord): string[] => (JSON.stringify(entry).match(/"\d{4}-\d\d-\d\d"/g) ?? []).map((text) => text.slice(1, -1)).filter((date) => date > '0005' && date < '9990')
  .flatMap((date) => ['P0D', 'P1D', '-P1D', 'P1Y', 'P1Y1D', 'P3Y', 'P3Y1D', '-P90D', '-P91D', '-P89D'].map((period) => addPeriod(date, period)))

it('the number of gaps in a list is the number on the entry’s page, on any day', () => {
  let turns = 0
  fc.assert(fc.property(entries, fc.array(day, { maxLength: 6 }), (entry, days) => {
    const steps = gapSteps(entry)
    turns += steps.length - 1
    // Nobody will look at a list in the last century that four digits can tell.
    const asked = new Set([...days, ...daysAround(entry)].filter((on) => on < '9900'))
    for (const on of asked) if (gapsOn(steps, on) !== entryQuality(entry, on).gaps.length) expect(on).toBe('a day on which the two agree')
  }), { numRuns: 150 })
  // Entries whose gaps never change with the day would prove nothing.
  expect(turns).toBeGreaterThan(150)
})

it('its steps go forward in time and each changes the number', () => {
  fc.assert(fc.property(entries, (entry) => {
    const steps = gapSteps(entry)
    expect(steps.length).toBeGreaterThan(0)
    for (const [index, { from, gaps }] of steps.entries()) {
      const before = steps[index - 1]
      if (before) expect(from > before.from && gaps !== before.gaps).toBe(true)
    }
  }), { numRuns: 300 })
})
