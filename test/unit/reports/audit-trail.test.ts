import { beforeAll, describe, expect, it } from 'vitest'
import { isDict } from '../../../src/shared/pdf/pdf-lexer.ts'
import { openPdf } from '../../../src/shared/pdf/pdf-objects.ts'
import { headInWords } from '../../../src/shared/trail/head-words.ts'
import { canonical } from '../../../src/shared/trail/canonical.ts'
import { demoStory } from './demo-story.ts'
import { openBook } from './demo-trail.ts'
import { inputOf, makePdf } from './make-audit-trail.ts'
import { altsOf, readPdf, rolesOf, squeezed, type ReadPdf } from './read-pdf.ts'
import { textsIn } from './texts-in.ts'

const book = demoStory()
const trail = book.trail()
let bytes: Uint8Array
let pdf: ReadPdf
beforeAll(async () => {
  bytes = await makePdf(trail)
  pdf = await readPdf(bytes)
}, 60_000)

describe('the audit trail as a PDF', () => {
  it('prints every text, date, key and signature that the events hold', () => {
    const printed = squeezed(pdf.body)
    for (const event of book.events) {
      for (const text of [...textsIn(event.data), event.actor.name]) expect(printed, `${event.seq} ${event.type}`).toContain(squeezed(text))
      expect(printed).toContain(book.hashes[event.seq - 1]?.slice(0, 8))
    }
    expect(printed).toContain(squeezed(trail.head.hash))
  })

  it('tells the register, the decisions and the answers as they stood', () => {
    const text = pdf.body.replaceAll(/\s+/g, ' ')
    expect(text).toContain('9 entries, by next date, earliest first')
    expect(text).toContain('Withdraw from ICB risk stratification for planning')
    expect(text).toContain('Made on 3 November 2026. 2 of 3 partners in office agreed: Partner A, Partner B.')
    expect(text).toContain('“Ask again for the DPIA in the letter.”')
    expect(text).toContain('Exclusively secondary use')
    expect(text).toContain('Earlier statement, voided')
    expect(text.match(/Signature valid/g)).toHaveLength(6)
    expect(text).not.toContain('Signature not valid')
    expect(text).toContain(`For the minutes of a meeting: ${headInWords(trail.head)}.`)
    expect(text).not.toMatch(/undefined|NaN|\[object|null /)
  })

  it('carries the trail it was printed from, byte for byte', () => {
    expect(Object.keys(pdf.attachments)).toEqual(['trail.json'])
    const attached = pdf.attachments['trail.json'] ?? new Uint8Array()
    expect(Buffer.from(attached).toString('utf8')).toBe(canonical(trail))
    expect(Buffer.from(bytes).toString('latin1')).toContain('/AFRelationship /Data')
  })

  it('says on every page whose it is, of when, how secret, the head, and page x of y', () => {
    pdf.pages.forEach((page, index) => {
      const text = page.replaceAll(/\s+/g, ' ')
      expect(text).toContain('Demo Surgery (A99999)')
      expect(text).toContain('Confidential: practice business. No patient data.')
      expect(text).toContain('Information with dated sources, not legal advice.')
      expect(text).toContain(`Head ${trail.head.seq}`)
      expect(squeezed(text)).toContain(trail.head.hash.slice(0, 16))
      expect(text).toContain(`Page ${index + 1} of ${pdf.pages.length}`)
      if (index > 0) expect(text).toContain('Audit trail, as at 1 December 2026, 09:00 UTC')
    })
    expect(pdf.body).not.toContain('Information with dated sources')
  })

  it('gives the same bytes for the same register, scope and time', async () => {
    expect(Buffer.compare(await makePdf(trail), bytes)).toBe(0)
    const later = await makePdf(trail, { madeAt: '2026-12-01T09:00:01.000Z' })
    expect(Buffer.compare(later, bytes)).not.toBe(0)
  })

  it('names itself PDF/A-3a, is titled, in British English, tagged and bookmarked', () => {
    const source = Buffer.from(bytes).toString('latin1')
    expect(source).toMatch(/<pdfaid:part>3<\/pdfaid:part>\s*<pdfaid:conformance>A<\/pdfaid:conformance>/)
    expect(source).toContain('/DisplayDocTitle true')
    expect(source).not.toMatch(/\/JavaScript|\/Encrypt/)
    expect(pdf.info).toMatchObject({ PDFFormatVersion: '1.7', Language: 'en-GB', Title: 'Audit trail, Demo Surgery (A99999), as at 1 December 2026' })
    expect(pdf.marked.get('Marked')).toBe(true)
    expect(pdf.outline?.map(({ title }) => title)).toEqual([
      'Audit trail', 'Register as at 1 December 2026', 'Decisions, with grounds and answers', 'Positions used, with sources', 'Events in order', 'How to check this document',
    ])
    const parts = pdf.outline?.find(({ title }) => title.startsWith('Decisions'))?.items as { title: string }[] | undefined
    expect(parts?.map(({ title }) => title.slice(0, 6))).toEqual(['D-0001', 'D-0002', 'D-0003', 'D-0004', 'D-0005'])
  })

  it('tags titles, lists, tables and the chart, with words for the chart', () => {
    const [first] = pdf.trees
    if (!first) throw new Error('No first page')
    const roles = pdf.trees.flatMap(rolesOf)
    for (const role of ['Document', 'H1', 'H2', 'H3', 'P', 'L', 'LI', 'Lbl', 'LBody', 'Table', 'THead', 'TBody', 'TR', 'TH', 'TD', 'TOC', 'TOCI', 'Link', 'Figure']) expect(roles).toContain(role)
    expect(altsOf(first)).toContain('Entries by class and legal force. Direct care: 2 (Core contract 1, DES or LES 1). Secondary use: 4 (DES or LES 1, Voluntary 2, Unknown 1). Mixed: 1 (Voluntary 1). Undetermined: 2 (Law 1, Unknown 1).')
  })

  it('lists its sections with the pages on which they start', () => {
    const titles = ['Register as at 1 December 2026', 'Decisions, with grounds and answers', 'Positions used, with sources', 'Events in order', 'How to check this document']
    const numbers = titles.map((title) => pdf.pages.findIndex((page, index) => index > 0 && page.split('\n').some((line) => line.trim() === title)) + 1)
    expect(numbers.every((number) => number > 1)).toBe(true)
    // The numbers are known last, so they stand last among what is read from the cover.
    expect(pdf.bodies[0]?.replaceAll(/\s+/g, ' ').trim().endsWith(numbers.join(' '))).toBe(true)
    expect(pdf.coverLinks).toEqual(numbers)
  })

  it('embeds every font it uses', () => {
    const file = openPdf(bytes)
    const dicts = [...file.ids()].map((id) => file.resolve({ kind: 'ref', id })).filter(isDict)
    const ofType = (type: string) => dicts.filter(({ entries }) => { const value = entries.get('Type'); return typeof value === 'object' && value !== null && 'name' in value && value.name === type })
    const descriptors = ofType('FontDescriptor')
    expect(descriptors.length).toBeGreaterThanOrEqual(3)
    for (const { entries } of descriptors) expect(file.stream(entries.get('FontFile2'))?.data.length ?? 0).toBeGreaterThan(1000)
    const simple = ofType('Font').filter(({ entries }) => !entries.has('FontDescriptor') && !entries.has('DescendantFonts'))
    expect(simple).toEqual([])
  })
})

describe('an audit trail of one entry', () => {
  it('says that it is a part, shows the full count and head, and prints no other entry', async () => {
    const register = book.register()
    const entry = [...register.entries.values()].find(({ title }) => title.startsWith('ICB risk'))
    if (!entry) throw new Error('The story has changed')
    const own = new Set([entry.id, ...[...register.decisions.values()].filter((decision) => decision.entry === entry.id).map(({ id }) => id)])
    const part = book.trail({ kind: 'entry', ref: entry.ref, id: entry.id, from: null, to: null }, (event) => own.has(event.subject.id))
    const read = await readPdf(await makePdf(part))
    const cover = read.pages[0]?.replaceAll(/\s+/g, ' ') ?? ''
    expect(cover).toContain(`This is a part: one entry, ${entry.ref}.`)
    expect(cover).toContain(`It holds ${part.events.length} of the ${trail.head.seq} events of the trail.`)
    expect(squeezed(cover)).toContain(trail.head.hash)
    expect(read.pages[1]).toContain(`One entry, ${entry.ref} only`)
    expect(read.body).toContain('Withdraw from ICB risk stratification')
    expect(read.body).not.toContain('Workload dashboard')
    expect(read.body).toContain('Partner A')
  })
})

describe('what a practice may put into it', () => {
  it('prints a register without entries', async () => {
    const empty = openBook()
    empty.record({ id: 'system', name: 'Practice Sharing Register', role: 'system' }, { type: 'register.created', subject: { kind: 'register', id: empty.registerId }, data: {
      practice: { name: 'Demo Surgery', ods: 'A99999', contractType: 'gms', clinicalSystem: 'systmone', icb: null, pcn: null },
      policy: { quorum: 'all', number: null, waitForAll: true, secondCheck: false, ownCheckReason: 'One person keeps it', contractBindsFrom: null },
    } })
    const read = await readPdf(await makePdf(empty.trail()))
    expect(read.body).toContain('There is no entry in the register yet.')
    expect(read.body).toContain('No decision has been drawn up yet.')
    expect(read.pages[0]).toContain('Nothing is missing.')
    expect(read.body).toContain('None: this is the first document')
  })

  it('prints names in any script, and by its code point what no font has', async () => {
    const many = openBook()
    const system = { id: 'system', name: 'Practice Sharing Register', role: 'system' } as const
    const lead = many.addPerson(system, 'Łucja Ωmega Жанна', 'data-protection-lead')
    many.addEntry(lead, 'sharing-agreement', 'Szkoła & «Żółć» <b> 100 % → ≥ 5', 'signed', { parties: [{ name: 'فاطمة', role: null, odsCode: null }, { name: 'שרה לוי', role: null, odsCode: null }, { name: 'Նարե', role: null, odsCode: null }] })
    many.addEntry(lead, 'sharing-agreement', '王小明 🙂 नमस्ते a\u202Eb', 'signed')
    const read = await readPdf(await makePdf(many.trail()))
    const text = squeezed(read.body)
    for (const word of ['Łucja', 'Ωmega', 'Жанна', 'Szkoła&«Żółć»<b>100%→≥5', 'فاطمة', 'שרה', 'לוי', 'Նարե']) expect(text).toContain(word)
    expect(text).toContain('[charactersU+738BU+5C0FU+660E][characterU+1F642]')
    expect(text).toContain('a[characterU+202E]b')
    expect(text).not.toContain('\u202E')
    expect(read.info['Title']).toBe('Audit trail, Demo Surgery (A99999), as at 1 December 2026')
  })

  it('prints a reason of 10,000 characters whole, over as many pages as it takes', async () => {
    const long = demoStory()
    const lead = long.person('Data protection lead')
    const reason = Array.from({ length: 1000 }, (_, index) => `ground${String(index).padStart(3, '0')}`).join(' ').slice(0, 9_999)
    const [entry] = [...long.register().entries.keys()]
    const decision = long.draw(lead, entry ?? '', 'withdraw', { reason, effectiveOn: '2027-01-01' })
    long.answer('Partner A', decision, long.fix(lead, decision, null), 'disagree', `${'A comment that goes on. '.repeat(400)}The end.`)
    const read = await readPdf(await makePdf(long.trail()))
    expect(squeezed(read.body).split(squeezed(reason)).length - 1).toBe(2)
    expect(squeezed(read.body)).toContain(squeezed('A comment that goes on. '.repeat(400)))
    const numbers = read.pages.map((page) => /Page (\d+) of (\d+)/.exec(page.replaceAll(/\s+/g, ' '))?.slice(1).join(' '))
    expect(numbers).toEqual(read.pages.map((_, index) => `${index + 1} ${read.pages.length}`))
  })

  it('escapes the practice’s name where the file describes itself', async () => {
    const named = { ...trail, register: { ...trail.register, practice: 'Smith & Co <Demo> "Surgery"' } }
    const made = await makePdf(named)
    expect(Buffer.from(made).toString('utf8')).toContain('<rdf:li>Smith &amp; Co &lt;Demo&gt; &quot;Surgery&quot;</rdf:li>')
    expect((await readPdf(made)).info['Author']).toBe('Smith & Co <Demo> "Surgery"')
  })

  it('says so on the first page when the check before printing did not pass, and marks the answer', async () => {
    const answer = book.events.find(({ type }) => type === 'decision.answered')
    if (answer?.type !== 'decision.answered') throw new Error('The story has changed')
    const forged = trail.events.map((event) => (event === answer ? { ...answer, data: { ...answer.data, signature: `${'A'.repeat(86)}==` } } : event))
    const input = inputOf({ ...trail, events: forged })
    expect(input.check.verdict).toBe('changed')
    const read = await readPdf(await makePdf(input.trail))
    expect(read.pages[0]).toContain('The check before printing did not pass.')
    expect(read.pages[0]).toContain('Changed when made')
    expect(read.body).toContain('Signature not valid')
    expect(read.body.match(/Signature valid/g)).toHaveLength(5)
  })

  it('prints an event that only a newer version knows, as it came', async () => {
    const newer = { ...trail, events: [...trail.events, { ...book.events[0], seq: book.events.length + 1, type: 'moon.landed', data: { crater: 'Tycho' } }], hashes: [...trail.hashes, 'f'.repeat(64)], head: { seq: book.events.length + 1, hash: 'f'.repeat(64) } }
    const read = await readPdf(await makePdf(newer, { register: book.register() }))
    expect(read.body.replaceAll(/\s+/g, ' ')).toContain('An event this version of the app does not know: moon.landed')
    expect(squeezed(read.body)).toContain('"crater":"Tycho"')
  })
})
