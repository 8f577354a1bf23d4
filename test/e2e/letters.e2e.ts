import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import ICAL from 'ical.js'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { dayInEngland, addPeriod } from '../../src/shared/domain/date.ts'
import { launch, type AppDriver } from '../stand-in/launch.ts'
import { readPdf } from '../unit/reports/read-pdf.ts'
import { fillDate } from './acts.ts'
import { addAgreement, ask, createRegister, expectAccessible, expectNoSidewaysScroll, passphrase } from './in-the-app.ts'

const userData = mkdtempSync(path.join(os.tmpdir(), 'psr-letters-e2e-'))
const looks = path.resolve('scratch/looks')
const today = dayInEngland(new Date().toISOString())
let app: AppDriver
let page: Page
let entry: string
let decision: string
const dialog = () => page.getByRole('dialog')
const press = (name: string) => page.getByRole('button', { name, exact: true }).click()
const picture = (name: string) => page.screenshot({ path: path.join(looks, `letters-${name}.png`), fullPage: true })
const parts = (day: string): readonly [number, number, number] => { const [year = 0, month = 0, date = 0] = day.split('-').map(Number); return [date, month, year] }

beforeAll(async () => {
  mkdirSync(looks, { recursive: true })
  app = await launch({ userData, viewport: { width: 1280, height: 800 } })
  ;({ page } = app)
  page.setDefaultTimeout(45_000)
  await page.getByRole('heading', { level: 1 }).first().waitFor()
  await createRegister(page)
  ;({ id: entry } = await addAgreement(page, { title: 'ICB risk stratification for planning', party: 'Demo Integrated Care Board', purpose: 'secondary-use', force: 'voluntary', reviewOn: addPeriod(today, 'P20D') }))
  await addAgreement(page, { title: 'A second agreement', party: 'Demo Integrated Care Board', purpose: 'secondary-use', force: 'voluntary' })
  decision = await madeWithdrawal()
}, 120_000)
afterAll(async () => {
  await app.kill()
  rmSync(userData, { recursive: true, force: true })
})

/** Both partners agree; the lead sits at the PC again. */
async function madeWithdrawal(): Promise<string> {
  const { id } = await ask(page, 'decision.draft', { entry, verb: 'withdraw', replaces: null })
  const { decision: { draft } } = await ask(page, 'decision.get', { id })
  await ask(page, 'decision.change', { id, draft: {
    ...draft, reason: 'The flow plans services and helps no named patient.', effects: { service: 'None.', money: 'None.', patients: 'None.', contract: 'None.' }, staysTheSame: 'The shared care record goes on.',
    whatChanges: ['The extract stops.'], noticeSentOn: today, effectiveOn: addPeriod(today, 'P3M'), lastExtractOn: addPeriod(today, 'P80D'), dataEnding: 'destroy', dataEndingBy: addPeriod(today, 'P4M'), noticePeriodWording: 'Three months, as both sides agreed.',
  } })
  const { statementHash } = await ask(page, 'decision.fix', { id })
  for (const name of ['Partner A', 'Partner B']) {
    const person = (await ask(page, 'session.people', {})).find((one) => one.name === name)
    await ask(page, person?.hasKey ? 'session.sign-in' : 'session.choose-passphrase', { person: person?.id ?? '', passphrase })
    await ask(page, 'decision.effects-shown', { id, statementHash: statementHash ?? '' })
    await ask(page, 'decision.answer', { id, statementHash: statementHash ?? '', answer: 'agree', comment: null, passphrase })
  }
  const lead = (await ask(page, 'session.people', {})).find(({ role }) => role === 'data-protection-lead')
  await ask(page, 'session.sign-in', { person: lead?.id ?? '', passphrase })
  await page.reload()
  return id
}

it('writes the notice of a withdrawal: changed, kept, saved as a PDF, marked as sent with the step', async () => {
  await app.open(`/decision/${decision}`)
  await page.getByRole('link', { name: 'Write the letter' }).click()
  await page.getByRole('heading', { level: 1, name: 'Notice of withdrawal' }).waitFor()
  await page.getByText('The day the agreement was signed is not recorded (DSA-0001).').waitFor()
  await expectAccessible(page)
  await picture('write')
  await page.getByLabel('Your address').fill('1 Example Street, Exampletown, EX1 1EX')
  await page.getByLabel('Who to reach').fill('Data protection lead, 01632 960 000')
  await page.getByLabel('To', { exact: true }).fill('The Information Governance Lead\nDemo Integrated Care Board (QZZ)\n2 Example Square\nExampletown EX1 2EX')
  const first = page.getByLabel('Paragraph, part 1', { exact: true })
  await first.fill(`${await first.inputValue()} We have talked with you about it.`)
  await page.getByRole('article', { name: 'Preview of the letter' }).getByText('We have talked with you about it.').waitFor()
  await page.getByText(/Kept as a draft, \d\d:\d\d/).waitFor()
  await page.reload()
  await expect.poll(() => page.getByLabel('Paragraph, part 1', { exact: true }).inputValue()).toContain('We have talked with you about it.')
  const file = path.join(userData, 'notice.pdf')
  await app.dialogs.answerSave(file)
  await press('Save as PDF')
  await page.getByText('Saved as notice.pdf').waitFor()
  expect((await readPdf(new Uint8Array(readFileSync(file)))).body.replaceAll(/\s+/g, ' ')).toContain('We have talked with you about it.')
  await picture('saved')
  // What is changed after that has to be saved again before it can be marked.
  await page.getByLabel('Salutation').fill('Dear colleagues')
  await page.getByText('Changed since it was saved').waitFor()
  expect(await page.getByRole('button', { name: 'Mark as sent' }).count()).toBe(0)
  await app.dialogs.answerSave(file)
  await press('Save as PDF')
  await press('Mark as sent')
  await dialog().getByText('With it, the notice was sent for decision D-0001').waitFor()
  await expectAccessible(page)
  await picture('mark')
  await dialog().getByLabel('Post').check()
  await press('Put it on the log')
  await page.getByRole('heading', { level: 1, name: 'Notice to end our part in ICB risk stratification for planning' }).waitFor()
  await expectAccessible(page)
  await picture('sent')
  const { decision: after } = await ask(page, 'decision.get', { id: decision })
  expect(after.followThrough?.tasks[0]?.done?.how).toContain('Letter L-0001 to Demo Integrated Care Board by email and post')
  const sha256 = createHash('sha256').update(readFileSync(file)).digest('hex')
  expect((await ask(page, 'letter.list', {})).rows).toMatchObject([{ ref: 'L-0001', open: 5 }])
  expect((await ask(page, 'letter.get', { id: (await ask(page, 'letter.list', {})).rows[0]?.id ?? '' })).letter.sha256).toBe(sha256)
})

it('asks one recipient about everything, and lists what did not come once the day has passed', async () => {
  await app.open('/letters')
  await expectAccessible(page)
  await page.getByLabel('Recipient').selectOption({ label: 'Demo Integrated Care Board (2 entries)' })
  await press('Write the letter')
  await page.getByRole('heading', { level: 1, name: 'Request for documents' }).waitFor()
  await app.dialogs.answerSave(path.join(userData, 'request.pdf'))
  await press('Save as PDF')
  await press('Mark as sent')
  const sentOn = addPeriod(today, '-P60D')
  await fillDate(dialog().getByRole('group', { name: 'Sent on' }), parts(sentOn))
  await fillDate(dialog().getByRole('group', { name: 'Reply asked for by' }), parts(addPeriod(sentOn, 'P28D')))
  await press('Put it on the log')
  await page.getByText('8 things did not come').waitFor()
  await expectAccessible(page)
  await picture('late')

  await app.open('/')
  await page.getByText(/^No reply from Demo Integrated Care Board since/).click()
  await press('Record what came')
  await dialog().getByLabel('Copy of the agreement, DSA-0001').selectOption({ label: 'Came' })
  await dialog().getByLabel('DPIA, DSA-0001').selectOption({ label: 'They do not hold it' })
  await dialog().getByLabel('Lawful basis, DSA-0002').selectOption({ label: 'Did not come' })
  await expectAccessible(page)
  await picture('reply')
  await press('Record it')
  await page.getByText('6 things did not come').waitFor()
  await picture('answered')
  await page.getByRole('link', { name: 'Write a reminder' }).click()
  await page.getByRole('heading', { level: 1, name: 'Reminder' }).waitFor()
  await page.getByRole('article').getByText(/A second agreement \(our reference DSA-0002\): Copy of the agreement; DPIA; Lawful basis; Names of the processors/).waitFor()
  await picture('reminder')
  await app.open('/letters')
  await page.getByText('6 of 8 did not come').waitFor()
  await expectAccessible(page)
  await picture('list')
})

it('records a review on the entry, and proposes the next day', async () => {
  await app.open(`/entry/${entry}`)
  await page.getByRole('heading', { name: 'Letters' }).waitFor()
  await press('Record a review')
  await expectAccessible(page)
  await picture('review')
  await dialog().getByLabel('Something has changed').check()
  await press('Record it')
  await dialog().getByText('Enter what was found').first().waitFor()
  await dialog().getByLabel('Note').fill('The recipient has a new processor.')
  await press('Record it')
  await page.getByText('Something has changed', { exact: true }).waitFor()
  expect((await ask(page, 'entry.get', { id: entry })).entry.fields.reviewOn).toBe(addPeriod(today, 'P12M'))
  await expectAccessible(page)
})

it('saves the dates as a calendar file that another program reads', async () => {
  await app.open('/')
  await press('Calendar file')
  await expectAccessible(page)
  await picture('calendar')
  await dialog().getByLabel('Everything in the register').check()
  const file = path.join(userData, 'dates.ics')
  await app.dialogs.answerSave(file)
  await press('Save the file')
  await dialog().getByText(/saved as/).waitFor()
  await expectAccessible(page)
  const titles = new ICAL.Component(ICAL.parse(readFileSync(file, 'utf8')) as never).getAllSubcomponents('vevent').map((event) => String(event.getFirstPropertyValue('summary')))
  expect(titles).toContain('Review: DSA-0001 ICB risk stratification for planning')
  expect(titles).toContain('Reply due: 2 entries (L-0002)')
  await dialog().getByRole('button', { name: 'Close' }).last().click()
})

it('prints the queue person by person, and nothing else', async () => {
  await app.open('/')
  await page.getByRole('heading', { level: 1, name: 'What needs attention' }).waitFor()
  await page.emulateMedia({ media: 'print' })
  await page.getByRole('heading', { name: 'Data protection lead' }).waitFor()
  expect(await page.getByRole('navigation', { name: 'Main' }).isVisible()).toBe(false)
  expect(await page.getByRole('heading', { level: 1 }).isVisible()).toBe(false)
  await picture('printed')
  await page.emulateMedia({ media: 'screen' })
})

it('stays readable in the dark and at 200 %', async () => {
  for (const [address, name] of [['/letters', 'list'], [`/letters/write?entry=${entry}`, 'write'], ['/', 'home']] as const) {
    await page.emulateMedia({ colorScheme: 'dark' })
    await app.open(address)
    await page.getByRole('heading', { level: 1 }).waitFor()
    await page.waitForLoadState('networkidle')
    await expectAccessible(page)
    await picture(`dark-${name}`)
    await page.emulateMedia({ colorScheme: 'light' })
    await page.setViewportSize({ width: 640, height: 400 })
    await expectNoSidewaysScroll(page)
    await expectAccessible(page)
    await picture(`zoom-${name}`)
    await page.setViewportSize({ width: 1280, height: 800 })
  }
})
