import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { emptyFields } from '../../src/shared/domain/entry-fields.ts'
import { updateRecord, wholeDraft } from '../fixtures/forms.ts'
import { launch, type AppDriver } from '../stand-in/launch.ts'
import { passphrases, switchTo } from './acts.ts'
import { ask, createRegister, expectAccessible, passphrase } from './in-the-app.ts'

/** What law and contract stand against: Update Record is kept under protest, telephony data are not deferred. */

const userData = mkdtempSync(path.join(os.tmpdir(), 'psr-law-'))
const faults: string[] = []
let app: AppDriver
let page: Page

beforeAll(async () => {
  app = await launch({ userData, viewport: { width: 1280, height: 800 } })
  page = app.page
  page.on('pageerror', (error) => faults.push(error.message))
  page.on('console', (message) => { if (message.type() === 'error') faults.push(message.text()) })
  await createRegister(page)
})
afterAll(async () => {
  await app.kill()
  rmSync(userData, { recursive: true, force: true })
})
afterEach(() => expect(faults.splice(0)).toEqual([]))

const card = (verb: string): Locator => page.getByRole('listitem').filter({ has: page.getByRole('radio', { name: verb, exact: true }) })
const fix = (): Locator => page.getByRole('button', { name: 'Fix and ask partners' })
const main = (): Promise<string | null> => page.getByRole('main').textContent()
const seq = async (): Promise<number> => (await ask(page, 'app.status', {})).seq ?? 0
const year = new Date().getUTCFullYear() + 1
const written = wholeDraft({ reason: 'The practice decided this together.', noticeSentOn: null, noticeReceivedOn: null, dataEnding: null, dataEndingBy: null, effectiveOn: `${year}-02-01` })

const sources = {
  contract: 'https://www.england.nhs.uk/long-read/assessment-of-general-practice-compliance-1-october-contractual-changes',
  law: 'https://www.legislation.gov.uk/ukpga/2012/7/section/259',
  notice: 'https://digital.nhs.uk/data-and-information/data-collections-and-data-sets/data-collections/cloud-based-telephony',
} as const

async function telephony(): Promise<string> {
  const what = emptyFields('declaration')
  if (what.kind === 'declaration') what.fields = { ...what.fields, subject: 'digital-telephony', asker: 'NHS England' }
  const { id } = await ask(page, 'entry.add', {
    title: 'Digital telephony data', summary: '', owner: null, tags: [], standing: { standing: 'offered', on: '2026-01-05', note: null }, what, clause: null,
    purposes: [{ text: 'Call data go to the national body to plan access.', proposal: null, classification: { category: 'commissioning', class: 'secondary-use', reason: null } }],
    force: { force: 'law', reference: 'Data Provision Notice', checkedOn: '2026-01-05', note: null },
  })
  return id
}

it('shows by whose word switching off Update Record may be a breach, and what to do instead', async () => {
  const { id } = await ask(page, 'entry.add', updateRecord())
  await app.open(`/entry/${id}/decide`)
  await page.getByRole('radio', { name: 'Switch off', exact: true }).check()
  await expect.poll(() => card('Switch off').textContent()).toContain('Needs an override')
  const said = await card('Switch off').textContent()
  expect(said).toContain('switching it off may be a breach')
  expect(said).toContain(sources.contract)
  await expectAccessible(page)
  await card('Switch off').getByRole('button', { name: 'keep under protest' }).click()
  await expect.poll(() => page.getByRole('radio', { name: 'Keep under protest', exact: true }).isChecked()).toBe(true)
  expect(await card('Keep under protest').textContent()).toContain('Allowed')
  await page.getByRole('button', { name: 'Draw up: keep under protest' }).click()
  await fix().waitFor()
})

it('keeps it under protest when the partners have signed that', async () => {
  const decision = page.url().split('/').at(-1) ?? ''
  await ask(page, 'decision.change', { id: decision, draft: written })
  await page.reload()
  await fix().waitFor()
  // Why it would be a breach to do otherwise stays in view beside what was chosen.
  await expect.poll(() => card('Switch off').textContent()).toContain('may be a breach')
  await fix().click()
  await expect.poll(main).toContain('Partner B')
  for (const partner of ['Partner A', 'Partner B']) {
    await switchTo(page, partner)
    await app.open(`/sign-off/${decision}`)
    await page.getByRole('radio', { name: /^Agree/ }).check()
    await page.getByLabel('Your passphrase', { exact: true }).fill(passphrases[partner] ?? '')
    const before = await seq()
    await page.getByRole('button', { name: /^Sign/ }).last().click()
    await expect.poll(seq, { timeout: 15_000 }).toBeGreaterThan(before)
  }
  const { decision: made, statement } = await ask(page, 'decision.get', { id: decision })
  expect([made.status, made.verb, statement.grounds.force.force]).toEqual(['made', 'keep-under-protest', 'core-contract'])
  expect((await ask(page, 'entry.get', { id: made.entry })).entry.state).toBe('under-protest')
  await app.open(`/entry/${made.entry}`)
  await expect.poll(main).toContain('under protest')
})

it('refuses to fix a deferral of telephony data without an override, with the law’s source, and records nothing', async () => {
  const entry = await telephonyByLead()
  await app.open(`/entry/${entry}/decide`)
  await page.getByRole('radio', { name: 'Defer', exact: true }).check()
  await expect.poll(() => card('Defer').textContent()).toContain('Needs an override')
  for (const words of ['It is recorded as required by law.', sources.law, sources.notice]) expect(await card('Defer').textContent()).toContain(words)
  await page.getByRole('button', { name: 'Draw up: defer' }).click()
  await fix().waitFor()
  const decision = page.url().split('/').at(-1) ?? ''
  await ask(page, 'decision.change', { id: decision, draft: { ...written, overrideReason: null } })
  await page.reload()
  await fix().waitFor()
  await page.getByText('Before it can be fixed').waitFor()
  for (const asked of ['Record the advice word for word, with its date.', 'Write why the practice decides this although it may be required.']) await page.getByRole('button', { name: asked }).waitFor()
  for (const words of ['deferring is not complying', sources.law, sources.notice]) expect(await main()).toContain(words)
  await expectAccessible(page)

  const before = await seq()
  expect(await fix().getAttribute('aria-disabled')).toBe('true')
  await fix().focus()
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Record the advice word for word, with its date.' }).click()
  await expect(ask(page, 'decision.fix', { id: decision })).rejects.toThrow('requirements-missing')
  expect(await seq()).toBe(before)
  expect((await ask(page, 'decision.get', { id: decision })).decision.status).toBe('draft')
  expect((await ask(page, 'entry.get', { id: entry })).entry.state).toBe('offered')
  await card('Defer').getByRole('button', { name: 'sign under protest' }).waitFor()
})

/** The lead keeps the register; a partner signed last. */
async function telephonyByLead(): Promise<string> {
  const lead = (await ask(page, 'session.people', {})).find(({ role }) => role === 'data-protection-lead')
  await ask(page, 'session.lock', {})
  await ask(page, 'session.sign-in', { person: lead?.id ?? '', passphrase })
  await page.reload()
  return telephony()
}
