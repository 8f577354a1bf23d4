import { describe, expect, it } from 'vitest'
import { changeInWords } from '../../../src/renderer/features/decide/statement-change.ts'

const row = (label: string, date: string) => ({ label, date, working: 'Chosen by you' })

describe('a change that took a statement back', () => {
  it('names the field and both values', () => {
    expect(changeInWords({ field: 'effects.money', from: 'None.', to: 'About £400 a year.' })).toEqual({ label: 'Effects: money', from: 'None.', to: 'About £400 a year.' })
    expect(changeInWords({ field: 'grounds.class', from: 'secondary-use', to: 'mixed' })).toEqual({ label: 'Grounds: what it is for', from: 'Secondary use', to: 'Mixed' })
  })

  it('tells of a list only what differs, in words', () => {
    expect(changeInWords({ field: 'dates', from: [row('Notice sent', '2026-11-28'), row('Takes effect', '2027-01-01')], to: [row('Notice sent', '2026-11-28'), row('Takes effect', '2027-03-01')] }))
      .toEqual({ label: 'Dates', from: 'Takes effect 1 January 2027', to: 'Takes effect 1 March 2027' })
    expect(changeInWords({ field: 'given', from: [], to: [{ requirement: 'notice-period', text: '3 months' }] }))
      .toEqual({ label: 'What the rules ask for', from: 'nothing else', to: 'Notice period: 3 months' })
  })
})
