import { describe, expect, it } from 'vitest'
import { eventAbout, eventSentence } from '../../../src/shared/domain/words/event-sentence.ts'
import { namesIn, noNames } from '../../../src/shared/domain/words/event-names.ts'
import { changedFieldWord, changedValueInWords } from '../../../src/shared/domain/words/event-values.ts'
import { demoStory } from './demo-story.ts'

const book = demoStory()
const names = namesIn(book.register())
const said = book.events.map((event) => ({ type: event.type, about: eventAbout(event, names), ...eventSentence(event, names) }))
const sentences = (type: string): string[] => said.filter((line) => line.type === type).map(({ text }) => text)

describe('an event in words', () => {
  it('is told as a person would tell it', () => {
    expect(sentences('decision.answered')).toContain('Agreed: withdraw, ICB risk stratification for planning')
    expect(sentences('decision.answered')).toContain('Stood aside: keep, with controls, GP Connect Update Record')
    expect(sentences('entry.changed')).toEqual(['Review due on: 20 November 2026 → 9 December 2026', 'Changed the entry: title and notice period'])
    expect(sentences('session.refused')).toEqual(['Wrong passphrase, try 1'])
    expect(sentences('decision.voided')).toEqual(['Voided the statement and its answers: notice received on changed'])
    expect(sentences('decision.fixed')[0]).toBe('Fixed the statement, 1 piece of evidence')
    expect(sentences('action.chosen')).toEqual(['Withdraw secondary-use sharing: taken from 1 November 2026'])
    expect(sentences('entry.force-recorded')[0]).toMatch(/^Why it exists: not recorded → Voluntary, checked on \d+ May 2026$/)
    expect(sentences('clause.recorded')[0]).toBe('Recorded the text of clause 3, page 2 of Agreement.pdf')
    expect(sentences('export.made')).toEqual(['Exported the audit trail, whole register'])
  })

  it('has its emphasis word for word in the text, and never an identity', () => {
    for (const { text, emphasis, type } of said) {
      expect(text.length, type).toBeGreaterThan(5)
      expect(text, type).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-|undefined|null|\[object/)
      if (emphasis !== undefined) expect(text, type).toContain(emphasis)
    }
  })

  it('is told without names too', () => {
    const bare = book.events.map((event) => eventSentence(event, noNames).text)
    expect(bare.every((text) => text.length > 5 && !/undefined/.test(text))).toBe(true)
    expect(bare).toContain('Agreed: a decision')
  })

  it('is about a reference or a name', () => {
    expect(said.find(({ type }) => type === 'decision.made')?.about).toBe('D-0001')
    expect(said.find(({ type }) => type === 'entry.added')?.about).toBe('DSA-0001')
    expect(said.find(({ type }) => type === 'register.created')?.about).toBe('')
  })

  it('cuts a long text in the sentence only, at a word and not in a character', () => {
    const event = book.events.find(({ type }) => type === 'purpose.added')
    if (event?.type !== 'purpose.added') throw new Error('No purpose in the story')
    const text = eventSentence({ ...event, data: { purpose: { ...event.data.purpose, text: `${'word '.repeat(20)}𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳` } } }).text
    expect(text.endsWith('…')).toBe(true)
    expect(text.isWellFormed()).toBe(true)
    expect(text.length).toBeLessThan(140)
  })

  it('labels fields of drafts, of effects, and fields nobody knows', () => {
    expect(changedFieldWord('effects.money')).toBe('Effects: money')
    expect(changedFieldWord('fields.noticePeriod')).toBe('Notice period')
    expect(changedFieldWord('fieldOfTomorrow')).toBe('fieldOfTomorrow')
    expect(changedValueInWords('secondPartner', book.person('Partner B').id, names)).toBe('Partner B')
    expect(changedValueInWords('noticePeriodWording', 'P3M', names)).toBe('3 months')
    expect(changedValueInWords('effects', { service: 'Stops.', money: '', patients: '', contract: '' }, names)).toBe('Service: Stops.')
  })
})
