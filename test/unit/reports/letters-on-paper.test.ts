import { describe, expect, it } from 'vitest'
import { nodeCrypto } from '../../../src/main/identity/node-crypto.ts'
import { checkTrailJson } from '../../../src/shared/trail/check-trail.ts'
import { selectEvents } from '../../../src/shared/trail/select-events.ts'
import type { TrailScope } from '../../../src/shared/trail/trail-json.ts'
import { demoStory } from './demo-story.ts'
import { makePdf } from './make-audit-trail.ts'
import { readPdf } from './read-pdf.ts'

/** The story with a request about two entries, part of it answered, its reminder, and a review. */
function storyWithLetters() {
  const book = demoStory()
  const register = book.register()
  const entryNamed = (start: string) => {
    const found = [...register.entries.values()].find(({ title }) => title.startsWith(start))
    if (!found) throw new Error('The story has changed')
    return found
  }
  const [risk, research, ward] = [entryNamed('ICB risk'), entryNamed('Research'), entryNamed('Virtual ward')]
  const lead = [...register.people.values()].find(({ role }) => role === 'data-protection-lead')
  if (!lead) throw new Error('The story has changed')
  const by = { id: lead.id, name: lead.name, role: lead.role }
  const letter = '11111111-1111-4111-8111-111111111111'
  const reminder = '22222222-2222-4222-8222-222222222222'
  const entries = [risk, research].map(({ id, ref, title }) => ({ id, ref, title }))
  const common = { decision: null, entries, recipient: 'Demo University', how: ['email'] as 'email'[] }
  book.record(by, { type: 'letter.sent', subject: { kind: 'letter', id: letter }, data: { ...common, ref: 'L-0001', kind: 'request', remindsOf: null, subject: 'Request for documents', sentOn: '2026-09-01', sha256: 'a'.repeat(64), replyDueOn: '2026-09-29', asked: [{ what: 'dpia', dueOn: '2026-09-29' }, { what: 'processors', dueOn: '2026-09-29' }] } })
  book.record(by, { type: 'letter.reply-recorded', subject: { kind: 'letter', id: letter }, data: { on: '2026-09-15', items: [{ ref: risk.ref, what: 'dpia', outcome: 'came' }, { ref: research.ref, what: 'dpia', outcome: 'not-held' }], note: 'Told by telephone.', evidence: [] } })
  book.record(by, { type: 'letter.sent', subject: { kind: 'letter', id: reminder }, data: { ...common, ref: 'L-0002', kind: 'reminder', remindsOf: letter, subject: 'Reminder: our letter of 1 September 2026', sentOn: '2026-10-01', sha256: 'b'.repeat(64), replyDueOn: '2026-10-15', asked: [] } })
  book.record(by, { type: 'review.recorded', subject: { kind: 'entry', id: ward.id }, data: { kind: 'review', on: '2026-11-02', outcome: 'changed', note: 'A new processor.', evidence: [], nextOn: '2027-11-02' } })
  return { book, risk, ward }
}

const nothing = { ref: null, id: null, from: null, to: null }
async function printed(scope: TrailScope, { book }: ReturnType<typeof storyWithLetters>) {
  const kept = new Set(selectEvents(book.events, scope))
  const read = await readPdf(await makePdf(book.trail(scope, (event) => kept.has(event))))
  return { types: [...kept].map(({ type }) => type), read, text: read.body.replaceAll(/\s+/g, ' ') }
}

describe('letters in the documents', () => {
  it('stand with each entry they name: what was asked about it, what came, what did not', async () => {
    const story = storyWithLetters()
    const { types, text, read } = await printed({ ...nothing, kind: 'entry', ref: story.risk.ref, id: story.risk.id }, story)
    expect(types.filter((type) => type.startsWith('letter.'))).toEqual(['letter.sent', 'letter.reply-recorded', 'letter.sent'])
    for (const words of ['Letters and replies', 'Request to Demo University: Request for documents', 'Sent on 1 September 2026 by email.', 'Reminded on 1 October 2026 (L-0002).', 'DPIA: came, 15 September 2026', 'Names of the processors: did not come by 15 October 2026', 'Told by telephone.', 'They do not hold it']) expect(text).toContain(words)
    expect(read.body).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-4|undefined|\[object/)
    expect(checkTrailJson(JSON.parse(Buffer.from(read.attachments['trail.json'] ?? []).toString('utf8')), nodeCrypto).verdict).toMatchObject({ verdict: 'matches' })
  })

  it('stay out of a part about an entry they do not name, where a review stands', async () => {
    const story = storyWithLetters()
    const { types, text } = await printed({ ...nothing, kind: 'entry', ref: story.ward.ref, id: story.ward.id }, story)
    expect(types.some((type) => type.startsWith('letter.'))).toBe(false)
    expect(text).toContain('Something has changed. A new processor.')
    expect(text).not.toContain('Demo University')
  })

  it('come with their entries into a part about the days on which they were recorded', async () => {
    const story = storyWithLetters()
    const day = story.book.events.find(({ type }) => type === 'letter.sent')?.at.slice(0, 10) ?? ''
    const { types, read } = await printed({ ...nothing, kind: 'period', from: day, to: day }, story)
    expect(types).toContain('letter.reply-recorded')
    expect(read.body).toContain(story.risk.ref)
    expect(checkTrailJson(JSON.parse(Buffer.from(read.attachments['trail.json'] ?? []).toString('utf8')), nodeCrypto).verdict).toMatchObject({ verdict: 'matches' })
  })
})
