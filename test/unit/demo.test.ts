import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { actionSlugs } from '../../src/shared/domain/action.ts'
import { entryClasses } from '../../src/shared/domain/class.ts'
import { addPeriod, dayInEngland } from '../../src/shared/domain/date.ts'
import { decisionStatuses, standingStatement, type DecisionRecord } from '../../src/shared/domain/decision-record.ts'
import { decisionStages, stageOf } from '../../src/shared/domain/decision-stage.ts'
import { doersOf } from '../../src/shared/domain/follow-through-record.ts'
import { entryClassOf, entryForceOf, type EntryRecord } from '../../src/shared/domain/entry-record.ts'
import { entryKinds } from '../../src/shared/domain/kind.ts'
import { legalForces } from '../../src/shared/domain/legal-force.ts'
import { pathsWithNhsNumbers } from '../../src/shared/domain/nhs-number.ts'
import { classificationRules } from '../../src/main/exchange/classification-rules.ts'
import { shippedPositions } from '../../src/main/exchange/positions.ts'
import { englandWorkingDays } from '../../src/main/exchange/working-days.ts'
import { attention } from '../../src/main/register/attention.ts'
import { checkRegister } from '../../src/main/register/check-register.ts'
import { decisionDetail } from '../../src/main/register/decision-detail.ts'
import { readDemoData } from '../../src/main/register/demo/demo-data.ts'
import { makeDemo } from '../../src/main/register/demo/make-demo.ts'
import { positionsThen } from '../../src/main/register/demo/positions-then.ts'
import { withRealDates } from '../../src/main/register/demo/relative-dates.ts'
import { followThroughBoard } from '../../src/main/register/follow-through-board.ts'
import { openKey } from '../../src/main/register/key-ring.ts'
import type { Ports } from '../../src/main/register/ports.ts'
import { signOffQueue } from '../../src/main/register/sign-off-queue.ts'
import type { RegisterStore } from '../../src/main/store/register-store.ts'
import type { TrailEvent } from '../../src/shared/trail/event.ts'

const now = new Date().toISOString()
const today = dayInEngland(now)
const isWorkingDay = englandWorkingDays()
const folders: string[] = []

function portsAt(instant: string): Ports & { file: string } {
  const folder = mkdtempSync(path.join(tmpdir(), 'psr-demo-test-'))
  folders.push(folder)
  return {
    folders: { settings: folder, documents: folder, temporary: folder }, clock: () => instant, appVersion: '1.0.0', computer: 'test', log: () => {},
    chooseFileToOpen: () => Promise.resolve(null), chooseFileToSave: () => Promise.resolve(null), showInFolder: () => {}, openOutside: () => Promise.resolve(false), file: path.join(folder, 'demo.psr'),
  }
}

afterAll(() => { for (const folder of folders) rmSync(folder, { recursive: true, force: true }) })

const eventsOf = (store: RegisterStore): TrailEvent[] => [...store.trail.rows()].map(({ body }) => JSON.parse(body) as TrailEvent)
const recordsOf = (store: RegisterStore): { entries: EntryRecord[]; decisions: DecisionRecord[] } => {
  const ids = (table: 'entry' | 'decision') => store.statements.all(store.db.selectFrom(table).select('id').orderBy('ref')).map(({ id }) => id)
  return {
    entries: ids('entry').flatMap((id) => store.records.entry(id) ?? []),
    decisions: ids('decision').flatMap((id) => store.records.decision(id) ?? []),
  }
}
const readingOf = (store: RegisterStore, name: string) => {
  const head = store.records.head()
  if (!head) throw new Error('No register')
  return { store, head, now, today, rules: classificationRules, isWorkingDay, person: store.records.people().find((person) => person.name === name) ?? null }
}

describe('the demo register', () => {
  let store: RegisterStore
  let passphrase: string
  let seconds: number
  let entries: EntryRecord[]
  let decisions: DecisionRecord[]
  let events: TrailEvent[]

  beforeAll(async () => {
    const before = process.cpuUsage()
    const ports = portsAt(now)
    ;({ store, passphrase } = await makeDemo(ports.file, ports))
    const { user, system } = process.cpuUsage(before)
    seconds = (user + system) / 1_000_000
    ;({ entries, decisions } = recordsOf(store))
    events = eventsOf(store)
  }, 120_000)
  afterAll(() => { store.close() })

  test('is made in less than twenty seconds of work', () => { expect(seconds).toBeLessThan(20) })

  test('checks out whole: trail, signatures, statements and tables', async () => {
    const { verdict } = await checkRegister(store.connection, store.trail.rows())
    expect(verdict.findings).toEqual([])
    expect(verdict.verdict).toBe('matches')
    expect(verdict.checked.signatures).toBeGreaterThan(20)
  })

  test('has every kind, class and legal force, and at least forty entries', () => {
    expect(entries.length).toBeGreaterThanOrEqual(40)
    expect(new Set(entries.map(({ kind }) => kind))).toEqual(new Set(entryKinds))
    expect(new Set(entries.map(entryClassOf))).toEqual(new Set(entryClasses))
    expect(new Set(entries.map(entryForceOf))).toEqual(new Set(legalForces))
    const mechanisms = entries.flatMap((entry) => (entry.kind === 'gp-connect-setting' ? [entry.fields.mechanism] : []))
    expect(mechanisms.toSorted()).toEqual(['access-record-html', 'access-record-structured', 'appointment-management', 'other-write', 'send-document', 'update-record'])
  })

  test('each entry comes to the class that its story tells', () => {
    const told = new Map(readDemoData(today).entries.map((entry) => [entry.title, entry.class]))
    expect(Object.fromEntries(entries.map((entry) => [entry.title, entryClassOf(entry)]))).toEqual(Object.fromEntries(told))
  })

  test('the story of the screens stands under its numbers', () => {
    const titles = new Map(entries.map(({ ref, title }) => [ref, title]))
    expect(titles.get('DSA-0001')).toBe('Local shared care record')
    expect(titles.get('DSA-0007')).toBe('ICB risk stratification for planning')
    expect(titles.get('DSA-0012')).toBe('Research database')
    expect(entries.find(({ title }) => title === 'GP Connect Update Record')?.state).toBe('on-with-controls')
  })

  test('has decisions of every status, with dissent, standing aside, an override and a voided statement', () => {
    expect(new Set(decisions.map(({ status }) => status))).toEqual(new Set(decisionStatuses))
    const made = decisions.filter(({ status }) => status === 'made')
    for (const verb of ['withdraw', 'freeze', 'restrict', 'continue', 'continue-under-protest', 'sign-under-protest', 'switch-off', 'switch-on', 'keep-with-controls', 'ignore-prompts', 'defer']) {
      expect(made.map((decision) => decision.verb)).toContain(verb)
    }
    expect(made.some(({ outcome }) => (outcome?.tally.disagree.length ?? 0) > 0)).toBe(true)
    expect(made.some(({ outcome }) => (outcome?.tally.standAside.length ?? 0) > 0)).toBe(true)
    expect(made.some((decision) => standingStatement(decision)?.statement.grounds.gate.answer === 'needs-override' && standingStatement(decision)?.statement.secondPartner !== null)).toBe(true)
    const refused = decisions.filter(({ status }) => status === 'refused').flatMap((decision) => standingStatement(decision)?.answers ?? [])
    expect(refused.filter(({ answer }) => answer === 'disagree').every(({ comment }) => (comment ?? '').length > 20)).toBe(true)
    const voided = decisions.flatMap(({ statements }) => statements.flatMap((fixed) => fixed.voided ?? []))
    expect(voided).toHaveLength(1)
    expect(voided[0]?.changes.map(({ field }) => field)).toEqual(expect.arrayContaining(['given', 'dates']))
    const advisers = decisions.flatMap(({ advice }) => advice.map(({ role }) => role))
    expect(new Set(advisers)).toEqual(new Set(['dpo', 'caldicott-guardian']))
  })

  test('shows a decision at every stage, none checked by whoever did its work, and proof that is in the register', () => {
    expect(decisions).toHaveLength(23)
    expect(new Set(decisions.map(stageOf))).toEqual(new Set(decisionStages))
    const carried = decisions.flatMap(({ followThrough }) => followThrough ?? [])
    const checks = carried.flatMap((follow) => follow.tasks.flatMap(({ step, done }) => (step === 'checked' && done ? [{ by: done.by.id, doers: doersOf(follow) }] : [])))
    expect(checks.length).toBeGreaterThanOrEqual(8)
    expect(checks.filter(({ by, doers }) => doers.has(by))).toEqual([])
    const attached = decisions.flatMap(({ evidence }) => evidence)
    expect(new Set(attached.map(({ mediaType }) => mediaType))).toEqual(new Set(['application/pdf', 'image/png']))
    const named = carried.flatMap(({ tasks }) => tasks.flatMap(({ done }) => done?.evidence ?? []))
    expect(new Set(named)).toEqual(new Set(attached.map(({ id }) => id)))
    for (const { sha256 } of attached) expect(store.evidence.content(sha256)?.byteLength).toBeGreaterThan(100)
  })

  test('has something late, something due soon and a freeze to look at, on the board and at the head of the home page', () => {
    const reading = readingOf(store, 'Data protection lead')
    const { rows, closed, inForce } = followThroughBoard(reading)
    expect(rows.filter(({ late }) => late).length).toBeGreaterThanOrEqual(3)
    expect(rows.map(({ what }) => what)).toEqual(expect.arrayContaining(['instructed', 'carried-out', 'data-ended', 'checked', 'condition', 'ends']))
    expect([closed, inForce]).toEqual([6, 1])
    expect(attention(reading)[0]).toMatchObject({ group: 'follow-through', lines: expect.arrayContaining([expect.objectContaining({ urgency: 'late' }), expect.objectContaining({ urgency: 'soon' })]) })
  })

  test('Partner B finds statements to answer, and one draft only waits to be fixed', () => {
    const mine = signOffQueue(readingOf(store, 'Partner B')).items.filter((item) => item.mine === 'waiting')
    expect(mine.length).toBeGreaterThanOrEqual(3)
    expect(mine.length).toBeLessThanOrEqual(6)
    const drafts = decisions.filter(({ status }) => status === 'draft').map(({ id }) => decisionDetail(readingOf(store, 'Data protection lead'), id))
    const neverFixed = drafts.filter(({ statementHash, decision }) => statementHash === null && decision.statements.length === 0)
    expect(neverFixed).toHaveLength(2)
    expect(neverFixed.filter(({ missing }) => missing.length === 0)).toHaveLength(1)
  })

  test('all ten actions have a choice', () => {
    expect(Object.keys(store.records.head()?.actions ?? {}).toSorted()).toEqual([...actionSlugs].toSorted())
  })

  test('its trail goes forward, on working days until yesterday, and never past now', () => {
    expect(events.length).toBeGreaterThan(500)
    const times = events.map(({ at }) => at)
    expect(times).toEqual(times.toSorted())
    expect(times.at(-1)! <= now).toBe(true)
    expect(dayInEngland(times.at(-1)!) >= addPeriod(today, '-P1D')).toBe(true)
    expect(dayInEngland(times[0]!) < addPeriod(today, '-P17M')).toBe(true)
    const earlier = events.filter(({ at }) => dayInEngland(at) < addPeriod(today, '-P2D'))
    expect(earlier.filter(({ at }) => !isWorkingDay(dayInEngland(at)))).toEqual([])
    const hours = events.map(({ at }) => Number(new Date(at).toLocaleString('en-GB', { hour: '2-digit', hour12: false, timeZone: 'Europe/London' })))
    expect(hours.filter((hour) => hour < 7 || hour > 19)).toEqual([])
    expect(events.map(({ type }) => type)).toEqual(expect.arrayContaining(['session.refused', 'decision.voided', 'purpose.changed', 'purpose.removed', 'policy.changed', 'entry.standing-recorded']))
  })

  test('holds nothing that looks like an NHS number', () => {
    expect(events.filter(({ data }) => pathsWithNhsNumbers(data).length > 0)).toEqual([])
  })

  test('its people are called by their role, and the passphrase opens every key', async () => {
    const people = store.records.people()
    expect(people.map(({ name }) => name).toSorted()).toEqual(['Auditor', 'Caldicott Guardian', 'Data protection lead', 'Data protection officer', 'Partner A', 'Partner B', 'Partner C', 'Practice manager'])
    for (const { id } of people) expect((await openKey(store, id, passphrase, 'sign-in', () => now)).publicKey).toHaveLength(44)
  })

  test('stands on the real clock when it is handed over', () => {
    expect(store.notes.saveDraft(store.records.people()[0]!.id, 'test', {})).toBe(now)
  })
})

describe('the demo register on another day', () => {
  test.each(['2027-12-06T07:00:00.000Z', '2028-02-29T12:00:00.000Z'])('can be made on %s', async (instant) => {
    const ports = portsAt(instant)
    const { store } = await makeDemo(ports.file, ports)
    try {
      const { decisions } = recordsOf(store)
      expect(new Set(decisions.map(({ status }) => status))).toEqual(new Set(decisionStatuses))
      expect(dayInEngland(eventsOf(store).at(-1)!.at)).toBe(addPeriod(dayInEngland(instant), '-P1D'))
    } finally {
      store.close()
    }
  }, 120_000)

  test('refuses to write over a file', async () => {
    const ports = portsAt(now)
    await expect(makeDemo(import.meta.filename, ports)).rejects.toMatchObject({ refusal: { code: 'not-in-this-state' } })
  })
})

test('days in the data are told from today', () => {
  expect(withRealDates({ a: ['@-1m', '@+10d', 'Seen on {@-1d}.'], b: null, c: 'a@b' }, '2026-03-31')).toEqual({ a: ['2026-02-28', '2026-04-10', 'Seen on 30 March 2026.'], b: null, c: 'a@b' })
})

test('positions of an earlier day know nothing of later ones', () => {
  const then = positionsThen(shippedPositions, '2025-09-01')
  expect(then.positions.length).toBeLessThan(shippedPositions.positions.length)
  expect(then.positions.some(({ from, to, checkedOn }) => (from ?? '') > '2025-09-01' || (to !== null && to > '2025-09-01') || checkedOn > '2025-09-01')).toBe(false)
  expect(positionsThen(shippedPositions, shippedPositions.date)).toEqual({ version: shippedPositions.version, positions: shippedPositions.positions })
})
