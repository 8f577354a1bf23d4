import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { pdfOf } from '../../fixtures/documents.ts'
import { fileWith } from '../../fixtures/evidence.ts'
import { secondaryAgreement } from '../../fixtures/forms.ts'
import { openOffice, type TestOffice } from '../../fixtures/office.ts'

let office: TestOffice
beforeEach(async () => { office = await openOffice() })
afterEach(() => office.close())

const place = { document: null, page: null, clause: null }
const french = 'Les données sont partagées entre le cabinet et le conseil régional afin de planifier les soins de la population et de mesurer les activités de chaque médecin, une fois par an, selon les règles que les parties ont fixées ensemble.'
/** Every value a byte can have, in no order that anything reads. */
const bytes = (length: number): Buffer => Buffer.from(Array.from({ length }, (_, index) => (index * 197) % 256))
const megabytes = 'The data are used to plan services for the population. '.repeat(190_000)

const read = async (text: string) => (await office.call('classify.suggest', { text, what: null, title: null })).suggestion

describe('a text that is no clause', () => {
  it.each([['empty', ''], ['blank', ' \n\t '], ['in French', french], ['binary', bytes(6000).toString('latin1')], ['over a megabyte', megabytes.slice(0, 1_500_000)]])('%s is answered as undetermined, with a sentence why', async (_what, text) => {
    const { class: of, purposes, questions } = await read(text)
    expect([of, purposes]).toEqual(['undetermined', []])
    expect(questions).toHaveLength(1)
    expect(questions[0]?.text).toMatch(/^[A-Z].{20,}\.$/)
  })

  it('of ten megabytes is refused in words beside its field, read or saved, and leaves nothing behind', async () => {
    expect(megabytes.length).toBeGreaterThan(10_000_000)
    const before = (await office.events()).length
    expect(await office.refused('classify.suggest', { text: megabytes, what: null, title: null })).toMatchObject({ code: 'invalid-input', fields: { text: [expect.stringContaining('Paste only the clause')] } })
    const clause = { text: megabytes, place, ruleSet: null }
    expect(await office.refused('entry.add', secondaryAgreement({ clause, purposes: [] }))).toMatchObject({ code: 'invalid-input', fields: { 'clause.text': ['Use 60,000 characters or fewer'] } })
    expect((await office.events()).length).toBe(before)
  })
})

describe('a document', () => {
  it.each(['Agreement.pdf', 'Agreement.docx'])('that is only bytes is refused by what is in it, although it is called %s', async (name) => {
    office.dialogs.push(fileWith(Buffer.concat([Buffer.from([0, 255, 1, 254]), bytes(5000)]), name))
    expect(await office.refused('clause.from-file', {})).toMatchObject({
      code: 'could-not-read', happened: `${name} is neither a PDF nor a Word file, whatever its name says.`, todo: expect.stringContaining('paste the clause'),
    })
  })

  it.each(['Agreement.pdf', 'Agreement.docx'])('that is empty is refused, although it is called %s', async (name) => {
    office.dialogs.push(fileWith('', name))
    expect((await office.refused('clause.from-file', {})).happened).toBe(`${name} is empty.`)
  })

  it('in another language is shown, with no part of it taken for a purpose', async () => {
    office.dialogs.push(fileWith(await pdfOf([french]), 'Accord.pdf'))
    const read = await office.call('clause.from-file', {})
    expect(read?.pages.map(({ purposes }) => purposes)).toEqual([0])
    expect(read?.pages[0]?.text).toContain('partagées')
    expect(read?.likely).toBeNull()
  })
})
