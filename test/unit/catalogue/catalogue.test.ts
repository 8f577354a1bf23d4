import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { classificationRules } from '../../../src/main/exchange/classification-rules.ts'
import { readCatalogue, shippedCatalogue } from '../../../src/main/exchange/catalogue.ts'
import { draftPurposes } from '../../../src/shared/domain/catalogue-draft.ts'
import { catalogueItem, searchCatalogue } from '../../../src/shared/domain/catalogue.ts'
import { entryClass } from '../../../src/shared/domain/class.ts'
import { suggestPurposes } from '../../../src/shared/domain/classification/suggest.ts'
import { findNhsNumbers } from '../../../src/shared/domain/nhs-number.ts'

const { items } = shippedCatalogue
const flows = readFileSync(path.join(import.meta.dirname, '../../fixtures/flows-labelled.jsonl'), 'utf8').trim().split('\n')
  .map((line) => JSON.parse(line) as { id: string; label: string; input: { kind: string; title: string; purposeText: string } })
const suggest = (purposeText: string) => suggestPurposes({ purposeText }, classificationRules)
const titles = (words: string): string[] => searchCatalogue(items, words).map(({ title }) => title)

describe('the catalogue', () => {
  it('has at least 80 items of every kind, each once, each with a dated source', () => {
    expect(items.length).toBeGreaterThanOrEqual(80)
    expect(new Set(items.map(({ id }) => id)).size).toBe(items.length)
    expect(new Set(items.map(({ title }) => title.toLowerCase())).size).toBe(items.length)
    expect(new Set(items.map(({ kind }) => kind)).size).toBe(4)
    for (const item of items) for (const source of item.sources) expect(source.checkedOn <= shippedCatalogue.checkedOn, item.id).toBe(true)
  })

  it('agrees with what two readers made of the flows that are in it', () => {
    const labelled = flows.flatMap((flow) => items.filter(({ id }) => id === flow.id).map((item) => ({ flow, item })))
    expect(labelled.length).toBe(85)
    for (const { flow, item } of labelled) {
      expect(entryClass(item.purposes.map((purpose) => purpose.class)), flow.id).toBe(flow.label)
      expect(item.kind, flow.id).toBe(flow.input.kind)
    }
  })

  it('says it in words of its own', () => {
    const sentences = new Set(flows.flatMap(({ input }) => input.purposeText.split(/(?<=\.)\s+/)).map((sentence) => sentence.trim().toLowerCase()))
    for (const item of items) for (const text of [...item.summary.split(/(?<=\.)\s+/), ...item.purposes.map((purpose) => purpose.text)]) expect(sentences.has(text.toLowerCase()), text).toBe(false)
  })

  it('holds nothing that looks like an NHS number', () => {
    expect(findNhsNumbers(JSON.stringify(items))).toEqual([])
  })

  it('refuses an item without a source, an unknown word, and a title that is there twice', () => {
    const [first] = items
    expect(catalogueItem.safeParse({ ...first, sources: [] }).success).toBe(false)
    expect(catalogueItem.safeParse({ ...first, reviewed: true }).success).toBe(false)
    expect(() => readCatalogue({ ...shippedCatalogue, items: [first, { ...first, id: 'another' }] })).toThrow('Two items of the catalogue have the title')
    expect(() => readCatalogue({ ...shippedCatalogue, checkedOn: 'last year' })).toThrow('checkedOn')
  })
})

describe('searching it', () => {
  it('finds by title, product, supplier and what it is about, in any order and from the beginnings of words', () => {
    expect(titles('optimise')).toHaveLength(4)
    expect(titles('First Databank')).toHaveLength(4)
    expect(titles('palantir')).toEqual(['GP data in an ICB’s federated data platform'])
    expect(titles('update connect phar')).toContain('GP Connect Update Record: Pharmacy First')
    expect(titles('PharmOutcomes')).toHaveLength(3)
  })

  it('puts what is named so before what only mentions it', () => {
    expect(titles('diabetes')[0]).toMatch(/Diabetes|diabetic/i)
    expect(titles('eclipse')).toEqual(['Eclipse'])
  })

  it('gives everything without words, and nothing for words that are nowhere', () => {
    expect(titles('  ')).toHaveLength(items.length)
    expect(titles('radiolgy')).toEqual([])
    expect(titles('"; drop')).toEqual([])
  })
})

describe('the purposes of a draft', () => {
  it('stand in the clause word for word, with the words relied on at their place', () => {
    let proposals = 0
    for (const item of items) {
      const { text, purposes } = draftPurposes(item, suggest)
      for (const [index, { text: own, proposal }] of purposes.entries()) {
        expect(text.split('\n')[index]).toBe(own)
        if (!proposal) continue
        proposals += 1
        expect(proposal.class, own).toBe(item.purposes[index]?.class)
        expect(text.slice(proposal.start, proposal.end)).toBe(proposal.text)
        expect(own).toContain(proposal.text)
        for (const { start, end, words } of proposal.evidence) expect(text.slice(start, end)).toBe(words)
      }
    }
    expect(proposals).toBeGreaterThan(100)
  })

  it('keep no proposal where the rules read them otherwise', () => {
    const [item] = items
    if (!item) throw new Error('The catalogue is empty')
    const { purposes } = draftPurposes({ ...item, purposes: [{ text: 'To plan and commission services.', class: 'direct-care' }] }, suggest)
    expect(purposes).toEqual([{ text: 'To plan and commission services.', proposal: null }])
  })
})
