import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { auditTrailPdf } from '../../src/main/reports/audit-trail/audit-trail.ts'
import { documentsOf, trailIn } from '../unit/reports/every-document.ts'
import { demoStory } from '../unit/reports/demo-story.ts'
import { openBook, type Book } from '../unit/reports/demo-trail.ts'
import { inputOf } from '../unit/reports/make-audit-trail.ts'
import { readPdf, squeezed, type ReadPdf } from '../unit/reports/read-pdf.ts'
import { decoded, textsIn } from '../unit/reports/texts-in.ts'

/** A word in one script, out of letters that people's names have in it. */
const word = (letters: string) => fc.array(fc.constantFrom(...Array.from(new Intl.Segmenter('en').segment(letters), ({ segment }) => segment)), { minLength: 1, maxLength: 9 }).map((all) => all.join('').normalize('NFC'))
const rightToLeft = fc.oneof(word('אבגדהוזחטיכלמנסעפצקרשתםןץףך'), word('ابتثجحخدذرزسشصضطظعغفقكلمنهويةىءأإآؤئ'))
const leftToRight = fc.oneof(
  { weight: 4, arbitrary: word('abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ’-.') },
  word('ÀÉÎÕÜßŁżźčğİıœÆøđħŋÞþ'), word('αβγδεζηθικλμνξοπρσςτυφχψωΆΈΏ'), word('абвгдежзийклмнопрстуфхцчшщъыьэюяЇґЄ'), word('աբգդեզէըթժիլխծկհձղճմյնշոչպջռսվտրցւփքօֆ'),
  word('王李张刘陈杨赵黄周吴さくらいはなカタナ김이박최'), word('अआइकखगचजटडतदनपबमयरलवशसहािीुूेोंः्'), word('அஆகசடதபமயரலவழளறனாிீுூ'), word('กขคงจชซญดตถทนบปผพฟภมยรลวสหอะาิีึืุู'),
  word('🙂😀👩‍⚕️👨‍👩‍👧🏴󠁧󠁢󠁥󠁮󠁧󠁿❤️✓'), word('q̃x̌m̄ạ̈ẹ́g̊n̂'), word('<>&"\'«»“”…–—%@#/\\()[]{}'),
)
const name = fc.array(fc.oneof({ weight: 5, arbitrary: leftToRight }, rightToLeft), { minLength: 1, maxLength: 4 }).map((words) => words.join(' '))
const sentence = fc.array(fc.oneof({ weight: 6, arbitrary: leftToRight }, rightToLeft), { minLength: 3, maxLength: 30 }).map((words) => words.join(' '))
/** As long as a reason may be, with line ends in it. */
const longText = fc.array(fc.oneof({ weight: 9, arbitrary: word('etaoinshrdlu') }, { weight: 1, arbitrary: fc.constant('\n\n') }, leftToRight), { minLength: 900, maxLength: 1400 }).map((words) => words.join(' ').slice(0, 9_990).toWellFormed().replaceAll('\ufffd', '').trim().normalize('NFC').replace(/\p{Cf}+$/u, ''))

type Said = Readonly<{ people: string[]; titles: string[]; parties: string[]; summary: string; reason: string; comment: string }>
const said: fc.Arbitrary<Said> = fc.record({
  people: fc.array(name, { minLength: 3, maxLength: 3 }), titles: fc.array(name, { minLength: 2, maxLength: 4 }), parties: fc.array(name, { minLength: 2, maxLength: 3 }), summary: sentence, reason: longText, comment: sentence,
})

/** A register in which people wrote just that. */
function bookOf({ people, titles, parties, summary, reason, comment }: Said): Book {
  const book = openBook()
  const system = { id: 'system', name: 'Practice Sharing Register', role: 'system' } as const
  book.record(system, { type: 'register.created', subject: { kind: 'register', id: book.registerId }, data: {
    practice: { name: 'Demo Surgery', ods: 'A99999', contractType: 'gms', clinicalSystem: 'emis-web', icb: parties[0] ?? null, pcn: null },
    policy: { quorum: 'majority', number: null, waitForAll: false, secondCheck: false, ownCheckReason: null, contractBindsFrom: null },
  } })
  const named = people.map((person, index) => `${person} ${index}`)
  const lead = book.addPerson(system, named[0] ?? '', 'data-protection-lead')
  for (const partner of named.slice(1)) book.addPerson(lead, partner, 'partner')
  const [entry] = titles.map((title) => book.addEntry(lead, 'sharing-agreement', title, 'signed', { parties: parties.map((party) => ({ name: party, role: null, odsCode: null })) }, summary))
  if (entry === undefined) throw new Error('No entry')
  const decision = book.draw(lead, entry, 'withdraw', { reason, effectiveOn: '2027-03-02' })
  const hash = book.fix(lead, decision, null)
  for (const partner of named.slice(1)) book.answer(partner, decision, hash, 'agree', comment)
  book.close(decision)
  return book
}

const isRightToLeft = /[\p{Script=Hebrew}\p{Script=Arabic}]/u

/** Whether a text stands in what was printed: as it is where it runs one way, and word by word where it runs both. */
function missing(printed: string, text: string): string[] {
  if (!isRightToLeft.test(text)) return printed.includes(squeezed(text)) ? [] : [text]
  return text.split(/\s+/).filter((one) => !printed.includes(one))
}

/** Page x of y on every page, in order, and nothing that only a program would say. */
function wellMade(name: string, { pages, info, body }: ReadPdf): void {
  const feet = pages.map((page) => /Page ([\d,]+) of ([\d,]+)/.exec(page.replaceAll(/\s+/g, ' '))?.slice(1).map((text) => Number(text.replaceAll(',', ''))))
  expect(feet, name).toEqual(pages.map((_, index) => [index + 1, pages.length]))
  expect(info, name).toMatchObject({ Language: 'en-GB', Title: expect.stringMatching(/\S/) })
  expect(body, name).not.toMatch(/undefined|NaN|\[object/)
}

describe('whatever people write', () => {
  it('stands on paper whole, in every kind of document', async () => {
    await fc.assert(fc.asyncProperty(said, async (given) => {
      const book = bookOf(given)
      const documents = await documentsOf(book)
      const printed = new Map<string, string>()
      for (const [name, bytes] of documents) {
        const read = await readPdf(bytes)
        wellMade(name, read)
        printed.set(name, decoded(read.body))
      }
      const inIt = (document: string, texts: readonly string[]): string[] => texts.flatMap((text) => missing(printed.get(document) ?? '', text)).map((text) => `${document}: ${text}`)
      const everything = book.events.flatMap(({ data, actor }) => [...textsIn(data), actor.name])
      expect([
        ...inIt('trail-whole', everything), ...inIt('trail-as-at', everything),
        ...inIt('schedule', [...given.titles, ...given.parties, given.summary]),
        ...inIt('record', [given.titles[0] ?? '', given.reason, given.comment, ...given.people]),
        ...inIt('trail-decision', [given.titles[0] ?? '', given.reason, given.comment]), ...inIt('trail-entry', [given.titles[0] ?? '', ...given.parties, given.summary, given.reason]),
        ...inIt('letter', [given.titles[0] ?? '']),
      ]).toEqual([])
    }), { numRuns: Number(process.env['RUNS'] ?? 5), seed: Number(process.env['SEED'] ?? 20_261_122), endOnFailure: true })
  }, 240_000)
})

describe('an empty register', () => {
  it('has every document that needs no entry or decision, with what it lacks in words', async () => {
    const book = openBook()
    book.record({ id: 'system', name: 'Practice Sharing Register', role: 'system' }, { type: 'register.created', subject: { kind: 'register', id: book.registerId }, data: {
      practice: { name: 'Demo Surgery', ods: 'A99999', contractType: 'pms', clinicalSystem: 'systmone', icb: null, pcn: null },
      policy: { quorum: 'all', number: null, waitForAll: true, secondCheck: false, ownCheckReason: null, contractBindsFrom: null },
    } })
    const documents = await documentsOf(book)
    expect([...documents.keys()]).toEqual(['trail-whole', 'trail-period', 'trail-as-at', 'schedule'])
    for (const [name, bytes] of documents) {
      const read = await readPdf(bytes)
      wellMade(name, read)
      expect(read.body, name).toMatch(/There is no entry in the register|No entry|There is no|No decision/)
      for (const tree of read.trees) wellTagged(name, tree)
    }
  })
})

type Node = ReadPdf['trees'][number]
const kids = (node: Node): Node[] => node.children ?? []
const below = (node: Node): Node[] => [node, ...kids(node).flatMap(below)]
const within: Readonly<Record<string, RegExp>> = { LI: /^L$/, Lbl: /^LI$/, LBody: /^LI$/, TR: /^(THead|TBody)$/, THead: /^Table$/, TBody: /^Table$/, TH: /^TR$/, TD: /^TR$/, TOCI: /^TOC$/, Reference: /^TOCI$/, Link: /^Reference$/ }

/** Each tag stands where the standard lets it, no row lacks cells, and no picture lacks words. */
function wellTagged(name: string, tree: Node): void {
  for (const node of below(tree)) {
    for (const child of kids(node)) {
      const parent = within[child.role ?? '']
      if (parent) expect(node.role, `${name}: ${child.role}`).toMatch(parent)
    }
    if (node.role === 'TR') expect(kids(node).length, name).toBeGreaterThan(0)
    if (node.role === 'Figure') expect(node.alt, name).toMatch(/\w{3,}/)
  }
}

describe('the tags of every kind of document', () => {
  it('nest as the standard asks, open no level of headings before the one above it, and name every row of a table', async () => {
    for (const [name, bytes] of await documentsOf(demoStory())) {
      const { trees, pages, body } = await readPdf(bytes)
      let last = 0
      for (const tree of trees) {
        wellTagged(name, tree)
        for (const { role } of below(tree)) {
          const level = Number(/^H(\d)$/.exec(role ?? '')?.[1] ?? 0)
          if (level === 0) continue
          expect(level, `${name}: H${level} after H${last}`).toBeLessThanOrEqual(last + 1)
          last = level
        }
      }
      const roles = trees.flatMap(below).map(({ role }) => role)
      expect(roles.filter((role) => role === 'H1').length, name).toBeGreaterThan(0)
      for (const table of trees.flatMap(below).filter(({ role }) => role === 'Table')) expect(below(table).some(({ role }) => role === 'TH'), name).toBe(true)
      // Head and foot of a page are seen and not read out.
      expect(pages[0], name).toContain('Confidential')
      expect(body, name).not.toContain('Information with dated sources')
    }
  }, 60_000)
})

/** As much as fits into a summary, and nowhere the same. */
const words = (entry: number): string => Array.from({ length: 1200 }, (_, index) => `w${entry}x${index}`).join(' ').slice(0, 9990)

describe('a document of five hundred pages', () => {
  it('loses nothing on the way, and counts its pages to the last', async () => {
    const book = openBook()
    const lead = book.addPerson({ id: 'system', name: 'Practice Sharing Register', role: 'system' }, 'Data protection lead', 'data-protection-lead')
    for (let entry = 0; entry < 310; entry += 1) book.addEntry(lead, 'sharing-agreement', `Agreement number ${entry}`, 'signed', {}, words(entry))
    const read = await readPdf(await auditTrailPdf(inputOf(trailIn(book, { kind: 'whole', ref: null, id: null, from: null, to: null }))))
    expect(read.pages.length).toBeGreaterThanOrEqual(500)
    wellMade('500 pages', read)
    const printed = squeezed(read.body)
    for (let entry = 0; entry < 310; entry += 1) expect(printed.split(squeezed(words(entry))).length, `entry ${entry}`).toBeGreaterThan(1)
    expect(read.outline?.map(({ title }) => title)).toContain('Events in order')
    // What the cover says about where a section starts is so.
    expect(read.coverLinks.every((page) => page > 1 && page <= read.pages.length)).toBe(true)
  }, 180_000)
})
