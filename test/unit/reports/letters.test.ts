import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { readLetterTexts, shippedLetterTexts as texts } from '../../../src/main/exchange/letter-texts.ts'
import { letterPdf } from '../../../src/main/reports/letter/letter-pdf.ts'
import type { EntryRecord } from '../../../src/shared/domain/entry-record.ts'
import type { DecisionRecord } from '../../../src/shared/domain/decision-record.ts'
import { draftLetter } from '../../../src/shared/domain/letters/draft-letter.ts'
import { noticeFacts, reminderFacts, requestFacts, type LetterEnvelope } from '../../../src/shared/domain/letters/letter-facts.ts'
import { isNotice, letter as letterShape, letterKinds, noticeOf, type Letter, type LetterKind } from '../../../src/shared/domain/letters/letter.ts'
import { verbs } from '../../../src/shared/domain/verb.ts'
import { dateInWords } from '../../../src/shared/domain/words/date.ts'
import { demoStory } from './demo-story.ts'
import { readPdf, rolesOf, squeezed } from './read-pdf.ts'

const register = demoStory().register()
const envelope: LetterEnvelope = {
  sender: { address: '1 Example Street, Exampletown, EX1 1EX', contact: 'Data protection lead, 01632 960 000' },
  addressee: ['The Information Governance Lead', 'Demo Integrated Care Board (QZZ)', '2 Example Square'], on: '2026-11-30', yourReference: null, sentBy: 'Email',
  signedBy: { name: 'Partner A', capacity: 'for the partners of Demo Surgery' }, copies: ['data protection officer'], enclosures: [],
}
const decisionNamed = (ref: string): DecisionRecord => {
  const found = [...register.decisions.values()].find((one) => one.ref === ref)
  if (!found) throw new Error('The story has changed')
  return found
}
function factsOf(ref: string, changed: Partial<DecisionRecord['draft']> = {}) {
  const { statements, draft, entry } = decisionNamed(ref)
  const fixed = statements.at(-1)
  const about = register.entries.get(entry)
  if (!fixed || !about) throw new Error('The story has changed')
  return noticeFacts(fixed.statement, fixed.hash, { ...draft, ...changed }, about, envelope, texts)
}
function factsFor(kind: LetterKind, entry: EntryRecord) {
  const practice = { name: 'Demo Surgery', ods: 'A99999' }
  if (isNotice(kind)) return factsOf('D-0001')
  if (kind === 'request') return requestFacts(practice, [entry], envelope, texts)
  return reminderFacts(practice, [entry], { ref: 'L-0001', sentOn: '2026-10-02', subject: 'Request for documents', missing: [{ ref: entry.ref, title: entry.title, what: ['DPIA', 'Lawful basis'] }] }, envelope, texts)
}
const withdraw = () => draftLetter('withdraw', factsOf('D-0001'), texts)
const textOf = (letter: Letter): string => letter.blocks.flatMap((block) => (block.kind === 'list' ? block.items : block.kind === 'dates' ? block.rows.flatMap(({ label, date, note }) => [label, dateInWords(date), note]) : [block.text])).join('\n')
const made = (letter: Letter) => letterPdf({ letter, madeAt: '2026-11-30T09:00:00.000Z', app: '1.0.0' })

describe('the texts of letters', () => {
  it('are dated and sourced, and name no field that letters do not have', () => {
    expect(texts.date).toMatch(/^2026-/)
    expect(texts.sources.length).toBeGreaterThan(2)
    const wrong = structuredClone(texts) as unknown as { kinds: { withdraw: { subject: string } } }
    wrong.kinds.withdraw.subject = 'About {titel}'
    expect(() => readLetterTexts(wrong)).toThrow(/Names a field that letters do not have/)
  })

  it('never judge the law: no breach, no lawful, no threat', () => {
    const all = JSON.stringify(texts.kinds).toLowerCase()
    for (const word of ['breach', 'unlawful', 'illegal', 'is lawful', 'legal action', 'you must', 'tamper-proof']) expect(all).not.toContain(word)
  })

  it('go with the decisions that ask somebody else to do something', () => {
    expect(verbs.filter((verb) => noticeOf(verb) !== null)).toEqual(['freeze', 'withdraw', 'restrict', 'continue-under-protest', 'switch-off', 'keep-under-protest', 'sign-under-protest'])
  })
})

describe('drafting a letter', () => {
  it('fills a notice from the statement: title, clause, reason, dates and what stays', () => {
    const letter = withdraw()
    const text = textOf(letter)
    expect(letterShape.safeParse(letter).success).toBe(true)
    expect(letter).toMatchObject({ subject: 'Notice to end our part in ICB risk stratification for planning', ourReference: 'DSA-0002, decision D-0001', statementHash: decisionNamed('D-0001').statements.at(-1)?.hash })
    for (const words of ['This letter is our notice under clause 14.2.', 'it goes beyond the care of the individual patient', 'neither law nor our contract asks us to take part', 'The flow plans services and helps no named patient.', 'The shared care record and referrals go on unchanged.', '2 March 2027', 'Take no extract after 1 March 2027.', 'Confirm by 28 December 2026']) expect(text).toContain(words)
    expect(text).not.toMatch(/[{}]|undefined|null/)
  })

  it('leaves out what the decision does not hold, and the heading that would stand alone', () => {
    const facts = factsOf('D-0001', {})
    const decided = facts.decided
    if (!decided) throw new Error('No decision')
    const bare = draftLetter('withdraw', { ...facts, decided: { ...decided, noticeClause: null, statement: { ...decided.statement, dates: [], staysTheSame: '', reason: '' } } }, texts)
    const text = textOf(bare)
    expect(text).toContain('This letter is our notice.')
    expect(text).not.toContain('under')
    expect(bare.blocks.some((block) => block.kind === 'heading' && block.text === 'When')).toBe(false)
    expect(text).toContain('Tell us in writing what happens to the data about our patients that you already hold, and when.')
    expect(text).not.toMatch(/[{}]/)
  })

  it('says when a freeze is looked at again, and which purposes of a restricted agreement go on', () => {
    const facts = factsOf('D-0001')
    const decided = facts.decided
    if (!decided) throw new Error('No decision')
    const given = [{ requirement: 'end-date', text: '31 March 2027' }, { requirement: 'exit-condition', text: 'The board says what each purpose is.' }] as const
    const frozen = textOf(draftLetter('freeze', { ...facts, decided: { ...decided, statement: { ...decided.statement, given: [...given] } } }, texts))
    expect(frozen).toContain('This holds until 31 March 2027, or until this is so: The board says what each purpose is.')
    const restricted = draftLetter('restrict', { ...facts, decided: { ...decided, kept: ['Show the record to the clinician'], stopped: ['Plan services'] } }, texts)
    expect(restricted.blocks.filter((block) => block.kind === 'list').slice(0, 2)).toEqual([{ kind: 'list', items: ['“Show the record to the clinician”'] }, { kind: 'list', items: ['“Plan services”'] }])
  })

  it('asks for documents about one entry or many, and refuses a notice without a decision', () => {
    const practice = { name: 'Demo Surgery', ods: 'A99999' }
    const [first, ...others] = register.entries.values()
    if (!first) throw new Error('No entry')
    const one = draftLetter('request', requestFacts(practice, [first], envelope, texts), texts)
    expect(one).toMatchObject({ subject: `Request for documents about ${first.title}`, statementHash: null, ourReference: first.ref })
    const many = draftLetter('request', requestFacts(practice, [first, ...others], envelope, texts), texts)
    expect(many.subject).toBe('Request for documents about 9 data sharing arrangements')
    for (const { title, ref } of register.entries.values()) {
      expect(textOf(many)).toContain(title)
      expect(textOf(many)).toContain(`(our reference ${ref})`)
    }
    expect(() => draftLetter('freeze', requestFacts(practice, [first], envelope, texts), texts)).toThrow(RangeError)
  })
})

describe('a letter as a PDF', () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'psr-letters-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it.each(letterKinds)('prints every word of it, and carries nothing else: %s', async (kind) => {
    const [entry] = register.entries.values()
    if (!entry) throw new Error('No entry')
    const letter = draftLetter(kind, factsFor(kind, entry), texts)
    const bytes = made(letter)
    const read = await readPdf(bytes)
    const printed = squeezed(read.body)
    for (const words of [textOf(letter), letter.subject, ...letter.addressee, letter.ourReference, letter.salutation, letter.closing, 'Partner A, for the partners of Demo Surgery', 'Copy: data protection officer', '30 November 2026', '1 Example Street, Exampletown, EX1 1EX']) {
      for (const line of words.split('\n')) expect(printed, line).toContain(squeezed(line))
    }
    expect(read.attachments).toEqual({})
    expect(Buffer.from(bytes).toString('latin1')).not.toContain('trail.json')
    const roles = read.trees.flatMap(rolesOf)
    for (const role of ['Document', 'H1', 'H2', 'P', 'L', 'LI', 'Lbl', 'LBody']) expect(roles).toContain(role)
    expect(read.info).toMatchObject({ Title: letter.subject, Language: 'en-GB' })
    const foot = read.pages[0]?.replaceAll(/\s+/g, ' ') ?? ''
    expect(foot).toContain('Confidential: practice business. No patient data. As at 30 November 2026.')
    expect(foot).toContain('Information with dated sources, not legal advice.')
    expect(foot.includes('Statement')).toBe(isNotice(kind))
    expect(Buffer.compare(made(letter), bytes)).toBe(0)
    const file = path.join(folder, `${kind}.pdf`)
    writeFileSync(file, bytes)
    expect(execFileSync('qpdf', ['--check', file], { encoding: 'utf8' })).toContain('No syntax or stream encoding errors found')
  })

  it('keeps the name with the last words, however long the letter is', async () => {
    for (let lines = 20; lines < 60; lines += 1) {
      const letter: Letter = { ...withdraw(), blocks: [...Array.from({ length: lines }, (_, index) => ({ kind: 'paragraph', text: `Line ${index}` }) as const), { kind: 'paragraph', text: 'LastWords of it.' }] }
      const read = await readPdf(made(letter))
      const last = read.bodies.at(-1) ?? ''
      expect(last, String(lines)).toContain('LastWords')
      expect(last).toContain('Yours sincerely')
      expect(last).toContain('Partner A')
    }
  }, 60_000)
})
