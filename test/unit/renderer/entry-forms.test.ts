import { describe, expect, it } from 'vitest'
import { linesOf } from '../../../src/renderer/components/fields/lines-field.tsx'
import { withoutNhsNumbers } from '../../../src/renderer/components/without-nhs-numbers.ts'
import { mergeEdits, type EditValues } from '../../../src/renderer/features/entry/edit-values.ts'
import { layoutOf } from '../../../src/renderer/features/entry/fields/layout.ts'
import { placeInWords } from '../../../src/renderer/features/entry/purposes/clause-place.ts'
import { emptyReading, purposesFrom, withSuggestion } from '../../../src/renderer/features/entry/reading/reading-values.ts'
import { emptyFields, fieldsOfKind } from '../../../src/shared/domain/entry-fields.ts'
import { entryKinds } from '../../../src/shared/domain/kind.ts'
import type { SuggestedPurpose, Suggestion } from '../../../src/shared/domain/suggestion.ts'

const purpose = (text: string, start: number): SuggestedPurpose => ({ text, start, end: start + text.length, category: 'commissioning', class: 'secondary-use', evidence: [], reason: 'Because.' })
const suggestion = (...purposes: SuggestedPurpose[]): Suggestion => ({ class: 'secondary-use', purposes, questions: [], ruleSet: 'rules-1' })

describe('the form of a kind', () => {
  it.each(entryKinds)('asks for every field of a %s once', (kind) => {
    const asked = layoutOf[kind].flatMap(({ fields }) => fields.map(({ name }) => name))
    expect(asked.toSorted()).toEqual(Object.keys(fieldsOfKind[kind].shape).toSorted())
  })
})

describe('an edit beside somebody else’s', () => {
  const base: EditValues = { seen: '2026-11-22T10:00:00.000Z', title: 'Shared record', summary: '', owner: null, tags: [], what: emptyFields('declaration') }
  const edited = (values: Partial<EditValues>, fields: Record<string, unknown> = {}): EditValues =>
    ({ ...base, ...values, what: { ...base.what, fields: { ...base.what.fields, ...fields } } }) as EditValues

  it('takes what only the other side changed and keeps what only this side changed', () => {
    const { merged, conflicts } = mergeEdits(base, edited({ title: 'Mine' }, { asker: 'The ICB' }), edited({ seen: '2026-11-22T11:00:00.000Z', summary: 'Theirs' }, { payment: 'None' }))
    expect(merged).toMatchObject({ seen: '2026-11-22T11:00:00.000Z', title: 'Mine', summary: 'Theirs', what: { fields: { asker: 'The ICB', payment: 'None' } } })
    expect(conflicts).toEqual([])
  })

  it('keeps mine and names the field where both changed it differently', () => {
    const { merged, conflicts } = mergeEdits(base, edited({}, { asker: 'Mine' }), edited({}, { asker: 'Theirs' }))
    expect(merged.what.fields).toMatchObject({ asker: 'Mine' })
    expect(conflicts).toEqual([{ field: 'asker', mine: 'Mine', theirs: 'Theirs' }])
  })

  it('sees no conflict where both say the same', () => {
    expect(mergeEdits(base, edited({ title: 'Same' }), edited({ title: 'Same' })).conflicts).toEqual([])
  })
})

describe('a clause as it is read', () => {
  const first = purpose('Plan services.', 0)
  const confirmed = { category: 'commissioning', class: 'secondary-use', reason: null } as const

  it('keeps what a person said about a purpose that is still there, and what was typed by hand', () => {
    const before = withSuggestion({ ...emptyReading, text: 'Plan services.' }, suggestion(first))
    const said = { ...before, purposes: [...before.purposes.map((one) => ({ ...one, classification: confirmed })), { text: 'By hand', proposal: null, classification: null, leftOut: false }] }
    const again = withSuggestion({ ...said, text: 'Plan services. Monitor them.' }, suggestion(first, purpose('Monitor them.', 15)))
    expect(again.purposes.map(({ text, classification }) => [text, classification])).toEqual([['Plan services.', confirmed], ['Monitor them.', null], ['By hand', null]])
    expect(again.readText).toBe('Plan services. Monitor them.')
  })

  it('sends the text that was read, without what was left out or stayed empty', () => {
    const read = withSuggestion({ ...emptyReading, text: 'Plan services. Monitor them.' }, suggestion(first, purpose('Monitor them.', 15)))
    const sent = purposesFrom({ ...read, text: 'changed since', purposes: [...read.purposes.map((one, index) => ({ ...one, leftOut: index === 1 })), { text: ' ', proposal: null, classification: null, leftOut: false }] })
    expect(sent.clause).toEqual({ text: 'Plan services. Monitor them.', place: { document: null, page: null, clause: null }, ruleSet: 'rules-1' })
    expect(sent.purposes).toEqual([{ text: 'Plan services.', proposal: first, classification: null }])
  })

  it('sends no clause when nothing was pasted', () => {
    expect(purposesFrom({ ...emptyReading, purposes: [{ text: 'By hand', proposal: null, classification: confirmed, leftOut: false }] }).clause).toBeNull()
  })
})

describe('small words', () => {
  it('says where a clause stands, as far as it is known', () => {
    expect(placeInWords({ clause: '3.1', page: 3, document: 'Agreement v4' })).toBe('Clause 3.1, page 3 of Agreement v4, as written.')
    expect(placeInWords({ clause: null, page: null, document: 'Agreement v4' })).toBe('Agreement v4, as written.')
    expect(placeInWords({ clause: null, page: null, document: null })).toBe('As written. Where it stands is not recorded.')
  })

  it('makes a list of lines', () => {
    expect(linesOf(' one \n\n two\n')).toEqual(['one', 'two'])
  })

  it('takes NHS numbers out of a text and leaves the rest', () => {
    expect(withoutNhsNumbers('Asked by 943 476 5919, see page 12, call 0113 4960000.')).toBe('Asked by [number removed], see page 12, call 0113 4960000.')
    expect(withoutNhsNumbers('Order 9434765918')).toBe('Order 9434765918')
  })
})
