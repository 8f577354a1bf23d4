import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { pdfOf } from '../fixtures/documents.ts'
import { agreementFields } from '../fixtures/forms.ts'
import { majority } from '../fixtures/practice.ts'
import { launch, type AppDriver } from '../stand-in/launch.ts'
import { fillDate } from './acts.ts'
import { ask, expectAccessible, expectNoSidewaysScroll } from './in-the-app.ts'
import { answeredDecision, changeSeats, comeToThePc, dayFromNow, pastOffice, recordedStep, typed } from './past-office.ts'

const userData = mkdtempSync(path.join(os.tmpdir(), 'psr-follow-'))
const faults: string[] = []
const freezeCondition = 'The ICB has sent a DPIA.'
let app: AppDriver
let page: Page
let freeze: { entry: string; id: string }
let withdrawal: { entry: string; id: string }

/** A freeze of four months ago whose steps are recorded, and a withdrawal of five months ago about which nobody did anything. */
beforeAll(async () => {
  const office = await pastOffice(151, majority)
  withdrawal = await answeredDecision(office, {
    entry: { title: 'Risk scoring for planning', what: agreementFields({ noticePeriod: 'P1M' }) }, verb: 'withdraw',
    draft: { noticeSentOn: dayFromNow(-140), noticeReceivedOn: dayFromNow(-138), dataEnding: 'destroy', dataEndingBy: dayFromNow(-60) },
  }, { 'Partner A': 'agree', 'Partner B': 'agree' })
  office.on(120)
  freeze = await answeredDecision(office, {
    entry: { title: 'Population platform', standing: { standing: 'offered', on: dayFromNow(-125), note: null } }, verb: 'freeze',
    draft: { effectiveOn: dayFromNow(-118), endsOn: dayFromNow(200), exitCondition: freezeCondition },
  }, { 'Partner A': 'agree', 'Partner C': 'agree' })
  office.on(119)
  await recordedStep(office, 'Practice manager', { id: freeze.id, step: 'instructed', on: dayFromNow(-119), how: 'Letter to the ICB.', evidence: [], receivedOn: null })
  await recordedStep(office, 'Practice manager', { id: freeze.id, step: 'acknowledged', on: dayFromNow(-119), how: 'They thanked us.', evidence: [], receivedOn: null })
  await office.close()
  app = await launch({ userData, register: office.file, viewport: { width: 1366, height: 768 } })
  ;({ page } = app)
  page.on('pageerror', (error) => faults.push(error.message))
  page.on('console', (message) => { if (message.type() === 'error') faults.push(message.text()) })
  await comeToThePc(app, 'Data protection lead')
}, 90_000)
afterAll(async () => {
  await (app as AppDriver | undefined)?.kill()
  rmSync(userData, { recursive: true, force: true })
})
afterEach(() => expect(faults.splice(0)).toEqual([]))

const step = (title: string): Locator => page.locator('.psr-steps > li').filter({ has: page.getByRole('heading', { level: 3, name: title }) })
const dialog = (name: string | RegExp): Locator => page.getByRole('dialog', { name })
const inBothThemes = async (): Promise<void> => {
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    // From the top: what the bar covers halfway through a scroll is no small target.
    await page.evaluate(() => window.scrollTo(0, 0))
    await expectAccessible(page)
  }
}
const stage = async (id: string) => (await ask(page, 'decision.get', { id })).stage

/** Records a step in its dialog, with the day it happened so many days from today. */
async function record(title: string, day: number, how: string, more: (form: Locator) => Promise<void> = async () => {}): Promise<void> {
  await step(title).getByRole('button', { name: 'Record it' }).click()
  const form = dialog(title)
  await fillDate(form.getByRole('group', { name: /^The day (it happened|their confirmation came)/ }), typed(dayFromNow(day)))
  await form.getByLabel('What happened').fill(how)
  await more(form)
  await form.getByRole('button', { name: 'Record it' }).click()
  await form.waitFor({ state: 'detached' })
}

describe('what has to be done after a decision', () => {
  it('heads the home page, the latest first, and is counted beside its room', async () => {
    const group = page.locator('.psr-att').first()
    await group.getByRole('heading', { name: /Decided, but not finished 3/ }).waitFor()
    await expect.poll(() => group.getByRole('link').first().textContent()).toContain('Late: Send the notice')
    await page.getByRole('link', { name: 'Follow-through 3 late or due soon' }).click()
    await page.getByRole('heading', { level: 1, name: 'Follow-through' }).waitFor()
  })

  it('stands on the board by its place on the way, with who and how late in words', async () => {
    await page.getByText('2 decisions with something to do, 3 steps late').waitFor()
    const told = page.getByRole('region', { name: /^To tell/ }).getByRole('link')
    expect(await told.textContent()).toMatch(/Late: Send the notice.*Withdraw from Risk scoring for planning.*Data protection lead.*14\d days over/)
    await page.getByRole('region', { name: /^Held for a time/ }).getByText('Look whether the condition that lifts it is met').waitFor()
    await page.getByRole('link', { name: '1 To tell' }).click()
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('tell')
    await page.getByText('4 steps wait for another step to be done first').click()
    await page.getByRole('region', { name: /^Comes after/ }).getByText('See that the sharing stops').waitFor()
    await inBothThemes()
    await page.setViewportSize({ width: 683, height: 384 })
    await expectNoSidewaysScroll(page)
    await page.setViewportSize({ width: 1366, height: 768 })
  })

  it('can be narrowed to what is mine, and what nobody looks after', async () => {
    await page.getByRole('link', { name: /^Mine/ }).click()
    await expect.poll(() => page.getByRole('link', { name: /^Mine/ }).getAttribute('aria-current')).toBe('true')
    await page.getByRole('link', { name: 'Nobody looks after it 0' }).click()
    await page.getByText('Somebody looks after each of these.').waitFor()
    await page.getByRole('link', { name: /^Everything/ }).click()
  })

  it('prints as a list of its own, without the app around it', async () => {
    await page.evaluate(() => { window.print = () => { document.body.dataset['printed'] = 'yes' } })
    await page.getByRole('button', { name: 'Print' }).click()
    expect(await page.evaluate(() => document.body.dataset['printed'])).toBe('yes')
    await page.emulateMedia({ media: 'print' })
    expect(await page.getByRole('navigation', { name: 'Main' }).isVisible()).toBe(false)
    expect(await page.getByText('Demo Surgery, ').last().isVisible()).toBe(true)
    expect(await page.getByText('Send the notice').isVisible()).toBe(true)
    await page.emulateMedia({ media: 'screen' })
  })
})

describe('a freeze whose condition comes due', () => {
  it('asks for a look, and tells what is missing from one', async () => {
    await page.getByRole('region', { name: /^Held for a time/ }).getByRole('link', { name: /Look whether the condition/ }).click()
    const held = step('The freeze holds')
    await held.getByText('90 days over').waitFor()
    await held.getByRole('button', { name: 'Look at the condition' }).click()
    const look = dialog('Look at the condition')
    await look.getByText(freezeCondition).waitFor()
    await look.getByRole('button', { name: 'Record it' }).click()
    await look.getByRole('alert').waitFor()
    await inBothThemes()
    await look.getByLabel('Not met yet').check()
    await look.getByLabel('What you saw').fill('A draft came, unsigned.')
    await look.getByRole('button', { name: 'Record it' }).click()
    await held.getByText('not met yet').waitFor()
    await held.getByText('in 30 days').waitFor()
  })

  it('is met, ended and checked by somebody else, and only then closed', async () => {
    const held = step('The freeze holds')
    await held.getByRole('button', { name: 'Look at the condition' }).click()
    const look = dialog('Look at the condition')
    await look.getByLabel('Met', { exact: true }).check()
    await look.getByRole('button', { name: 'Record it' }).click()
    await look.getByRole('alert').getByText('Enter how you know that it is met').waitFor()
    await look.getByLabel('What you saw').fill('The signed DPIA is here.')
    await look.getByRole('button', { name: 'Record it' }).click()
    await held.getByText('The condition is met. It can end now.').waitFor()
    await held.getByRole('button', { name: 'End it' }).click()
    await expectAccessible(page)
    await dialog('End the freeze').getByRole('button', { name: 'End it' }).click()
    await step('The freeze ended').getByText('because its condition was met').waitFor()
    expect(await stage(freeze.id)).toBe('to-check')

    await changeSeats(app, 'Practice manager')
    await app.open(`/decision/${freeze.id}`)
    const check = step('Check that it really happened').getByRole('button', { name: 'Check it' })
    await expect.poll(() => check.getAttribute('aria-disabled')).toBe('true')
    await step('Check that it really happened').getByText('You recorded a step yourself, so somebody else has to check it.').waitFor()
    await check.focus()
    await page.keyboard.press('Enter')
    expect(await page.getByRole('dialog').count()).toBe(0)
    await expect(ask(page, 'decision.check', { id: freeze.id, on: dayFromNow(0), how: 'Looked.', evidence: [] })).rejects.toThrow('somebody else has to check it')

    await changeSeats(app, 'Partner C')
    await app.open(`/decision/${freeze.id}`)
    await check.click()
    await dialog('Check that it really happened').getByText('Practice manager may not check it').waitFor()
    await dialog('Check that it really happened').getByLabel('What you looked at, and what you saw').fill('The offer is unsigned in the portal.')
    await expectAccessible(page)
    await dialog('Check that it really happened').getByRole('button', { name: 'Checked: it happened' }).click()
    await page.getByText(/^Closed on .* by Partner C: done, and checked by somebody else\.$/).waitFor()
    expect(await stage(freeze.id)).toBe('closed')
  })
})

describe('a withdrawal from notice to certificate', () => {
  it('refuses a step out of order and a day before it was decided, and keeps what was typed', async () => {
    await changeSeats(app, 'Practice manager')
    await app.open(`/decision/${withdrawal.id}`)
    await step('See that the sharing stops').getByText('Comes after: send the notice.').waitFor()
    expect(await step('See that the sharing stops').getByRole('button', { name: 'Record it' }).count()).toBe(0)
    await step('Send the notice').getByRole('button', { name: 'Record it' }).click()
    const form = dialog('Send the notice')
    await form.getByLabel('What happened').fill('By signed-for post.')
    await fillDate(form.getByRole('group', { name: 'The day it happened' }), typed(dayFromNow(-160)))
    await form.getByRole('button', { name: 'Record it' }).click()
    await form.getByRole('alert').getByText(/when the decision was made/).waitFor()
    expect(await form.getByLabel('What happened').inputValue()).toBe('By signed-for post.')
    await expectAccessible(page)
    await form.getByRole('button', { name: 'Cancel' }).click()
  })

  it('runs from the day they received the notice', async () => {
    await record('Send the notice', -140, 'By signed-for post.')
    await step('The notice was sent').getByText('By signed-for post.').waitFor()
    await record('Get the receipt confirmed', -130, 'Their letter.', (form) => fillDate(form.getByRole('group', { name: /^The day they received the notice/ }), typed(dayFromNow(-137))))
    await step('They confirmed the notice').getByText('They received it on').waitFor()
    const planned = await ask(page, 'trail.list', { words: '', types: ['decision.planned'], people: [], from: null, to: null, offset: 0, limit: 5 })
    expect(planned.rows[0]?.text).toContain('Received on')
    expect((await ask(page, 'entry.get', { id: withdrawal.entry })).entry.state).toBe('notice-given')
  })

  it('opens a step again that was recorded by mistake', async () => {
    await record('See that the sharing stops', -100, 'The wrong feed.')
    await step('The sharing stopped').getByRole('button', { name: 'Recorded by mistake' }).click()
    await dialog(/^Open it again/).getByLabel('What the mistake was').fill('It was another feed.')
    await dialog(/^Open it again/).getByRole('button', { name: 'Open it again' }).click()
    await record('See that the sharing stops', -95, 'The supplier’s list of feeds no longer has it.')
    expect((await ask(page, 'entry.get', { id: withdrawal.entry })).entry.state).toBe('withdrawn')
  })

  it('ends with a certificate that is named as proof by its hash', async () => {
    const file = path.join(userData, 'Certificate of destruction.pdf')
    writeFileSync(file, await pdfOf(['We destroyed the data of Demo Surgery.']))
    await app.dialogs.answerOpen(file)
    await page.getByRole('button', { name: 'Add evidence' }).click()
    const attach = dialog('Attach a file as evidence')
    await attach.getByLabel('Category').selectOption({ label: 'Certificate of return or destruction' })
    await attach.getByLabel('What it shows').fill('All copies destroyed.')
    await fillDate(attach.getByRole('group', { name: 'Evidence is from' }), typed(dayFromNow(-62)))
    await attach.getByRole('button', { name: 'Attach it' }).click()
    await attach.waitFor({ state: 'detached' })
    await record('Get the data returned or destroyed', -60, 'Destroyed, with a certificate.', (form) => form.getByLabel('Certificate of destruction.pdf').check())
    const [kept] = (await ask(page, 'decision.get', { id: withdrawal.id })).decision.evidence
    await step('The data was returned or destroyed').getByText((kept?.sha256.slice(0, 16).match(/.{4}/g) ?? []).join(' ')).waitFor()
    await inBothThemes()
    await page.setViewportSize({ width: 683, height: 384 })
    await expectNoSidewaysScroll(page)
    await page.setViewportSize({ width: 1366, height: 768 })
  })

  it('is closed by somebody who did none of it, and stands so on its entry; nothing is left on the board', async () => {
    await changeSeats(app, 'Data protection lead')
    await app.open(`/decision/${withdrawal.id}`)
    await step('Check that it really happened').getByRole('button', { name: 'Change owner or day' }).click()
    const plan = dialog('Check that it really happened')
    await plan.getByLabel('Who looks after it').selectOption({ label: 'Partner B, partner' })
    await plan.getByRole('button', { name: 'Change it' }).click()
    await plan.waitFor({ state: 'detached' })
    await step('Check that it really happened').getByText(/^Partner B, by/).waitFor()
    await step('Check that it really happened').getByRole('button', { name: 'Check it' }).click()
    const check = dialog('Check that it really happened')
    await check.getByLabel('What you looked at, and what you saw').fill('The certificate, and the supplier’s list.')
    await check.getByRole('button', { name: 'Checked: it happened' }).click()
    await page.getByText(/^Closed on .* by Data protection lead/).waitFor()
    await app.open(`/entry/${withdrawal.entry}`)
    await page.locator('#decisions').getByText('Closed: withdraw').waitFor()
    await app.open('/follow-through')
    await page.getByRole('heading', { name: 'Nothing has to be carried out' }).waitFor()
    await page.getByText('0 in force · 2 closed').waitFor()
    await inBothThemes()
  })

  it('can be undone only by a new decision that is linked to it', async () => {
    await app.open(`/decision/${withdrawal.id}`)
    expect(await page.getByRole('link', { name: 'Change of mind: decide anew' }).getAttribute('href')).toBe(`/entry/${withdrawal.entry}/decide?replaces=${withdrawal.id}`)
  })
})
