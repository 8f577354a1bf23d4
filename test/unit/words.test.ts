import { describe, expect, it } from 'vitest'
import { actionSlugs } from '../../src/shared/domain/action.ts'
import { entryClasses } from '../../src/shared/domain/class.ts'
import { emptyFields } from '../../src/shared/domain/entry-fields.ts'
import { gateAnswers, offers, requirements } from '../../src/shared/domain/gate-answer.ts'
import { entryKinds } from '../../src/shared/domain/kind.ts'
import { entryStates, standingsOfKind } from '../../src/shared/domain/state.ts'
import { verbsOfKind } from '../../src/shared/domain/verb.ts'
import {
  actionWords, classWords, dateInWords, fieldValueInWords, fieldWord, fieldWords, gateAnswerWords, offerWord, periodInWords, requirementWords,
  shortDateInWords, standingWord, stateWord, verbLine, verbWords,
} from '../../src/shared/domain/words.ts'

describe('words for the vocabulary', () => {
  it('labels each field of each kind, in the entry’s own set and no other', () => {
    for (const kind of entryKinds) {
      const fields = Object.keys(emptyFields(kind).fields)
      expect(Object.keys(fieldWords[kind]).toSorted()).toEqual(fields.toSorted())
      for (const field of fields) expect(fieldWord(kind, field)).toMatch(/^[A-Z]/)
    }
    expect(fieldWord('declaration', 'title')).toBe('Title')
    expect(fieldWord('declaration', 'fieldOfTomorrow')).toBe('fieldOfTomorrow')
  })

  it('gives two different codes of a list two different words', () => {
    const lists = [
      entryClasses.map((code) => classWords[code]), gateAnswers.map((code) => gateAnswerWords[code]),
      requirements.map((code) => requirementWords[code].label), offers.map(offerWord), actionSlugs.map((slug) => actionWords[slug].title),
      ...entryKinds.map((kind) => entryStates.map((state) => stateWord(kind, state))),
      ...entryKinds.map((kind) => standingsOfKind[kind].map((standing) => standingWord(kind, standing))),
      ...entryKinds.map((kind) => verbsOfKind[kind].map((verb) => verbLine(kind, verb))),
    ]
    for (const list of lists) expect(new Set(list).size).toBe(list.length)
  })

  it('says On where a setting or a tool is active', () => {
    expect(stateWord('sharing-agreement', 'active')).toBe('Active')
    expect(stateWord('gp-connect-setting', 'active')).toBe('On')
    expect(stateWord('medicines-tool', 'active')).toBe('On')
    expect(verbWords.withdraw).toEqual({ imperative: 'Withdraw', past: 'withdrawn', doing: 'withdrawing' })
  })

  it('never passes a legal verdict', () => {
    const all = JSON.stringify([actionWords, classWords, requirementWords, verbWords, fieldWords, gateAnswerWords])
    expect(all).not.toMatch(/is a breach|is lawful|tamper-proof/i)
  })
})

describe('periods and dates in words', () => {
  it.each([
    ['P3M', '3 months'], ['P1M', '1 month'], ['P30D', '30 days'], ['P1Y6M', '1 year and 6 months'], ['P2W', '2 weeks'],
    ['P1Y2M3W4D', '1 year, 2 months, 3 weeks and 4 days'], ['P0D', '0 days'], ['three months', 'three months'],
  ])('%s is %s', (period, words) => expect(periodInWords(period)).toBe(words))

  it('writes dates the English way', () => {
    expect(dateInWords('2026-11-24')).toBe('24 November 2026')
    expect(shortDateInWords('2026-11-24')).toBe('Tue 24 Nov 2026')
    expect(shortDateInWords('2027-01-03')).toBe('Sun 3 Jan 2027')
  })
})

describe('a field’s value in words', () => {
  it.each([
    ['noticePeriod', null, 'empty'], ['dataItems', [], 'empty'], ['noticePeriod', 'P3M', '3 months'], ['reviewOn', '2026-11-01', '1 November 2026'],
    ['specialCategory', true, 'Yes'], ['specialCategory', false, 'No'], ['mechanism', 'update-record', 'GP Connect Update Record'],
    ['dataItems', ['age', 'postcode'], 'age, postcode'], ['title', 'identifiable', 'identifiable'],
    ['parties', [{ name: 'Demo Integrated Care Board', role: 'joint-controller', odsCode: 'QZZ' }, { name: 'Demo Lab', role: null, odsCode: null }],
      'Demo Integrated Care Board (QZZ), joint controller; Demo Lab, role not recorded'],
    ['messageMix', { safety: 20, clinicalQuality: 10, formulary: 30, saving: 40, on: '2026-05-01', source: 'supplier report' },
      'safety 20 %, clinical quality 10 %, formulary 30 %, saving 40 %, on 1 May 2026, from supplier report'],
  ])('%s %j reads %s', (field, value, words) => expect(fieldValueInWords(field, value)).toBe(words))
})
