import Database from 'better-sqlite3'
import { createHash } from 'node:crypto'
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { olderHead, verifyFile } from '../../src/main/register/verify-file.ts'
import { replay } from '../../src/main/store/replay.ts'
import { projected } from '../../src/main/store/tables.ts'
import type { StoredEvent } from '../../src/shared/trail/chain-check.ts'
import { verdicts, type Verdict } from '../../src/shared/trail/verdict.ts'
import { answer, fixedWithdrawal } from '../fixtures/forms.ts'
import { officeIn, openOffice, type TestOffice } from '../fixtures/office.ts'
import { eventsIn, forget, rewriteTrail, tampered } from '../fixtures/tamper.ts'
import { tempFolder } from '../fixtures/temp-folder.ts'
import type { PlainEvent } from '../fixtures/trail/book.ts'

let office: TestOffice
/** The register as it is now, the PDF printed halfway, the PDF printed at the end. */
let [file, early, late] = ['', '', '']
let rows: StoredEvent[] = []

beforeAll(async () => {
  office = await openOffice()
  const decision = await fixedWithdrawal(office)
  await answer(office, 'Partner A', decision, 'agree')
  early = path.join(office.folder, 'early.pdf')
  office.dialogs.push(early)
  await office.call('report.export', { report: 'trail', scope: { kind: 'whole' } })
  await answer(office, 'Partner B', decision, 'agree')
  late = path.join(office.folder, 'late.pdf')
  office.dialogs.push(late)
  await office.call('report.export', { report: 'trail', scope: { kind: 'whole' } })
  // Opened again, the file notes how far its trail went.
  await office.close()
  office = officeIn(office.folder, office.clock)
  await office.call('app.status', {})
  ;({ file } = office)
  rows = rowsOf(file)
}, 60_000)
afterAll(() => office.close())

function rowsOf(register: string): StoredEvent[] {
  const copy = path.join(tempFolder(), 'rows.psr')
  copyFileSync(register, copy)
  const sqlite = new Database(copy)
  try {
    return sqlite.prepare<[], StoredEvent>('select seq, hash, body from trail order by seq').all()
  } finally {
    sqlite.close()
  }
}

const verdict = async (of: string, against: string | null = null): Promise<Verdict> => (await verifyFile(of, against)).verdict
const seqOf = (type: string): number => rows.find(({ body }) => (JSON.parse(body) as PlainEvent)['type'] === type)?.seq ?? 0
const bytesOf = (of: string): string => createHash('sha256').update(readFileSync(of)).digest('hex')
const headAt = (seq: number): string => `${seq}:${rows[seq - 1]?.hash.slice(0, 16)}`
const cutAt = 14
const cutTail = (sqlite: Database.Database): void => { sqlite.exec(`delete from trail where seq > ${cutAt}`) }
const withEvent = (sqlite: Database.Database, type: string, change: (event: PlainEvent) => PlainEvent): void => {
  let done = false
  rewriteTrail(sqlite, eventsIn(sqlite).map((event) => {
    if (done || event['type'] !== type) return event
    done = true
    return change(event)
  }))
}
/** Makes the tables follow from the forged trail, as a thorough forger would. */
async function tablesMadeToFit(register: string): Promise<string> {
  const replayed = await replay(rowsOf(register))
  const made = replayed.sqlite.serialize()
  replayed.close()
  const other = path.join(tempFolder(), 'made.psr')
  writeFileSync(other, made)
  return tampered(register, (sqlite) => {
    sqlite.exec(`attach '${other}' as made`)
    for (const table of projected.filter((name) => name !== 'entry_text')) sqlite.exec(`delete from main."${table}"; insert into main."${table}" select * from made."${table}"`)
    sqlite.exec('delete from entry_text; insert into entry_text (rowid, title, party, ref, purposes, summary, details, tags) select entry.rowid, t.title, t.party, t.ref, t.purposes, t.summary, t.details, t.tags from made.entry_text t join made.entry old on old.rowid = t.rowid join main.entry on main.entry.id = old.id')
    sqlite.exec('detach made')
  })
}

async function cannot(name: string, bytes: Buffer | string): Promise<Verdict> {
  const some = path.join(tempFolder(), name)
  writeFileSync(some, bytes)
  const found = await verdict(some)
  expect(readFileSync(some).equals(Buffer.from(bytes))).toBe(true)
  return found
}

describe('a register that nobody touched', () => {
  it('matches, is not written to, and may be open while it is checked', async () => {
    const before = bytesOf(file)
    expect(await verdict(file)).toMatchObject({ verdict: 'matches', at: null, findings: [], checked: { events: rows.length, signatures: 2, statements: 1, head: { seq: rows.length } } })
    expect(bytesOf(file)).toBe(before)
  })

  it('matches what was printed of it before, and what is typed from the foot of a page', async () => {
    expect(await verdict(file, early)).toMatchObject({ verdict: 'matches', checked: { against: { since: expect.any(Number) } } })
    expect((await verdict(file, early)).summary).toContain('added since')
    for (const seq of [1, cutAt, rows.length]) expect(await verdict(file, headAt(seq)), headAt(seq)).toMatchObject({ verdict: 'matches', checked: { against: { seq, since: rows.length - seq } } })
    expect(await verdict(file, `${cutAt}:${(rows[cutAt - 1]?.hash ?? '').toUpperCase().replaceAll(/(.{4})/g, '$1 ')}`)).toMatchObject({ verdict: 'matches' })
  })
})

describe('a register that was changed', () => {
  it('in a word of an event', async () => {
    const seq = seqOf('entry.added')
    const forged = tampered(file, (sqlite) => { sqlite.exec(`update trail set body = replace(body, 'Risk scoring', 'Risk storing') where seq = ${seq}`) })
    expect(await verdict(forged)).toMatchObject({ verdict: 'changed', at: seq, summary: `Event ${seq} is not what was recorded.` })
  })

  it('by taking an event out of the middle', async () => {
    expect(await verdict(tampered(file, (sqlite) => { sqlite.exec('delete from trail where seq = 12') }))).toMatchObject({ verdict: 'changed', at: 12, summary: 'Event 12 is missing.' })
  })

  it('by turning an answer round, with the chain made anew', async () => {
    const forged = tampered(file, (sqlite) => { withEvent(sqlite, 'decision.answered', (event) => ({ ...event, data: { ...event.data, answer: 'disagree', comment: 'No.' } })) })
    expect(await verdict(forged)).toMatchObject({ verdict: 'changed', at: seqOf('decision.answered'), summary: expect.stringContaining('signature is not valid') })
  })

  it('by another statement under the signatures, with hash and chain made anew', async () => {
    const forged = tampered(file, (sqlite) => { withEvent(sqlite, 'decision.fixed', (event) => ({ ...event, data: { ...event.data, statement: { ...(event.data['statement'] as object), reason: 'Because.' } } })) })
    expect(await verdict(forged)).toMatchObject({ verdict: 'changed', at: seqOf('decision.fixed'), summary: expect.stringContaining('statement does not match') })
  })

  it('by dropping its guards', async () => {
    const forged = tampered(file, () => {})
    const sqlite = new Database(forged)
    sqlite.exec('drop trigger trail_no_delete; drop trigger answer_no_update')
    sqlite.close()
    expect(await verdict(forged)).toMatchObject({ verdict: 'changed', summary: expect.stringMatching(/Guards.*answer_no_update, trail_no_delete/) })
  })

  it.each([
    ['entry', `update entry set title = 'Another'`], ['decision', `update decision set status = 'refused'`], ['answer', `update answer set answer = 'disagree'`],
    ['person', `update person set role = 'partner'`], ['purpose', 'delete from purpose'], ['export', 'delete from export'], ['entry_text', 'delete from entry_text'],
  ])('by hand in the table %s, which is what the screens show', async (table, sql) => {
    expect(await verdict(tampered(file, (sqlite) => { sqlite.exec(sql) }))).toMatchObject({ verdict: 'changed', summary: expect.stringMatching(new RegExp(`screens.*\\b${table}\\b`)) })
  })

  it('throughout: chain, tables and notes made anew. Only what somebody else holds shows it', async () => {
    const seq = seqOf('entry.added')
    const forged = await tablesMadeToFit(tampered(file, (sqlite) => {
      withEvent(sqlite, 'entry.added', (event) => ({ ...event, data: { ...event.data, summary: 'Nothing to see here.' } }))
      forget(sqlite)
    }))
    expect(await verdict(forged)).toMatchObject({ verdict: 'matches' })
    for (const against of [early, late, file]) expect(await verdict(forged, against)).toMatchObject({ verdict: 'changed', at: seq })
    expect(await verdict(forged, headAt(seq))).toMatchObject({ verdict: 'changed', at: seq })
    expect(await verdict(forged, headAt(seq - 1))).toMatchObject({ verdict: 'matches' })
  })

  it('throughout, but for the note the file keeps of itself', async () => {
    const forged = await tablesMadeToFit(tampered(file, (sqlite) => { withEvent(sqlite, 'entry.added', (event) => ({ ...event, data: { ...event.data, summary: 'Nothing to see here.' } })) }))
    expect(await verdict(forged)).toMatchObject({ verdict: 'changed', summary: expect.stringContaining('when the file was last opened') })
  })
})

describe('a register that was cut short', () => {
  it('is so by its own note, and against every older head that goes further', async () => {
    const cut = tampered(file, cutTail)
    for (const against of [null, early, late, file, headAt(cutAt + 1)]) expect(await verdict(cut, against), String(against)).toMatchObject({ verdict: 'cut-short', at: cutAt + 1 })
    // That the tables still hold what was cut off is said too.
    expect((await verdict(cut)).findings.map(({ text }) => text).join(' ')).toContain('What the screens show')
  })

  it('and made to look whole matches alone, and not against what somebody else holds', async () => {
    const cut = await tablesMadeToFit(tampered(file, (sqlite) => { cutTail(sqlite); forget(sqlite) }))
    expect(await verdict(cut)).toMatchObject({ verdict: 'matches', checked: { events: cutAt } })
    expect(await verdict(cut, early)).toMatchObject({ verdict: 'cut-short', at: cutAt + 1 })
    expect(await verdict(cut, headAt(cutAt + 1))).toMatchObject({ verdict: 'cut-short' })
    expect(await verdict(cut, headAt(cutAt))).toMatchObject({ verdict: 'matches' })
  })
})

describe('a printed trail', () => {
  it('matches alone, and against the register it came from in both directions of time', async () => {
    expect(await verdict(early)).toMatchObject({ verdict: 'matches', checked: { signatures: 1, statements: 1 } })
    expect(await verdict(late)).toMatchObject({ verdict: 'matches', checked: { signatures: 2 } })
    expect(await verdict(late, early)).toMatchObject({ verdict: 'matches' })
    expect(await verdict(early, late)).toMatchObject({ verdict: 'cut-short' })
  })

  it('gives the older head to compare with', async () => {
    const older = await olderHead(early)
    expect(older).toMatchObject({ kind: 'hashes', hashes: rows.slice(0, older?.kind === 'hashes' ? older.hashes.length : 0).map(({ hash }) => hash) })
  })

  it('of another register is not an older copy of this one', async () => {
    const other = await openOffice()
    await other.close()
    expect(await verdict(file, other.file)).toMatchObject({ verdict: 'changed', summary: expect.stringContaining('different registers') })
  })
})

describe('what cannot be checked', () => {
  it.each([
    ['a letter', 'letter.txt', 'Dear colleague'], ['an empty file', 'register.psr', ''], ['other JSON', 'trail.json', '{"format":"something"}'], ['half a JSON', 'trail.json', '{"format":"psr-trail/1","even'],
    ['a list', 'trail.json', '[]'], ['a number', 'trail.json', '1'], ['a file that says it is a PDF', 'trail.pdf', '%PDF-1.7\nnothing'], ['one that says it is a database', 'register.psr', 'SQLite format 3\0'],
  ])('is %s', async (_, name, bytes) => {
    const found = await cannot(name, bytes)
    expect(found).toMatchObject({ verdict: 'could-not-check', at: null, checked: { events: 0, head: null } })
    expect(found.summary.length).toBeGreaterThan(10)
  })

  it('is a PDF without a trail in it', async () => {
    const plain = '%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [] /Count 0 >>\nendobj\nxref\n0 3\n0000000000 65535 f \n0000000009 00000 n \n0000000058 00000 n \ntrailer\n<< /Size 3 /Root 1 0 R >>\nstartxref\n110\n%%EOF\n'
    expect(await cannot('plain.pdf', plain)).toMatchObject({ verdict: 'could-not-check' })
  })

  it('is a file that is not there, a folder, and a comparison with either', async () => {
    const folder = path.join(tempFolder(), 'folder.psr')
    mkdirSync(folder)
    for (const missing of [folder, `${folder}.gone`]) {
      expect(await verdict(missing)).toMatchObject({ verdict: 'could-not-check' })
      expect(await verdict(file, missing)).toMatchObject({ verdict: 'could-not-check' })
    }
    expect(await verdict(file, '12:abc')).toMatchObject({ verdict: 'could-not-check' })
    expect(await verdict(file, `0:${'a'.repeat(16)}`)).toMatchObject({ verdict: 'could-not-check' })
  })

  it('is a register that a newer version wrote, or half of one', async () => {
    const newer = tampered(file, (sqlite) => { sqlite.pragma('user_version = 99') })
    expect(await verdict(newer)).toMatchObject({ verdict: 'could-not-check', summary: expect.stringContaining('newer') })
    const whole = readFileSync(file)
    expect((await cannot('half.psr', whole.subarray(0, 8192))).verdict).not.toBe('matches')
  })

  it('is never a crash, and never a match that holds another trail, wherever a byte of the file is flipped', async () => {
    const whole = readFileSync(file)
    const told = new Set<string>()
    for (let round = 0; round < 60; round += 1) {
      const damaged = Buffer.from(whole)
      const at = createHash('sha256').update(`place ${round}`).digest().readUInt32BE(0) % whole.length
      damaged[at] = (damaged[at] ?? 0) ^ 0x20
      const some = path.join(tempFolder(), 'damaged.psr')
      writeFileSync(some, damaged)
      const found = await verdict(some)
      expect(verdicts).toContain(found.verdict)
      told.add(found.verdict)
      if (found.verdict === 'matches') expect(rowsOf(some), `byte ${at}`).toEqual(rows)
    }
    expect(told.has('changed')).toBe(true)
  }, 120_000)
})
