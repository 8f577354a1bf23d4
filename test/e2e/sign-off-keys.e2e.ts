import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launch, type AppDriver } from '../stand-in/launch.ts'
import { ask, expectAccessible, expectNoSidewaysScroll } from './in-the-app.ts'
import { focusedOn, walkTo } from './keys.ts'

const userData = mkdtempSync(path.join(os.tmpdir(), 'psr-keys-'))
let app: AppDriver
let page: Page
let words = ''
let first = ''

const focused = () => focusedOn(page)
const tabTo = (wanted: RegExp, key?: string) => walkTo(page, wanted, key)

const title = () => page.getByRole('heading', { level: 1 }).filter({ visible: true }).textContent()
const trailLength = async () => (await ask(page, 'app.status', {})).seq

beforeAll(async () => {
  app = await launch({ userData, viewport: { width: 1280, height: 800 } })
  ;({ page } = app)
  page.setDefaultTimeout(45_000)
  await page.getByRole('heading', { level: 1 }).waitFor()
}, 60_000)
afterAll(async () => {
  await app.kill()
  rmSync(userData, { recursive: true, force: true })
})

describe('a sitting with keys alone', () => {
  it('opens the demo register through the other door and tells its passphrase', async () => {
    await tabTo(/^Explore with demo data/)
    await page.keyboard.press('Enter')
    await tabTo(/^Open the demo register/)
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Who is there?' }).waitFor({ timeout: 50_000 })
    words = (await page.locator('.psr-who__words').textContent()) ?? ''
    expect(words.length).toBeGreaterThanOrEqual(12)
    await expectAccessible(page)
  }, 90_000)

  it('signs in and comes to the first statement that waits', async () => {
    await tabTo(/^Partner C/)
    await page.keyboard.press('Enter')
    await expect.poll(focused).toMatch(/Your passphrase/)
    await page.keyboard.type(words)
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Switch', exact: true }).waitFor()
    await tabTo(/^Sign-off/)
    await page.keyboard.press('Enter')
    await expect.poll(title).toMatch(/^Sign-off, 1 of \d+$/)
    await expect.poll(focused).toMatch(/^Sign-off, 1 of/)
    await expectAccessible(page)
  })

  it('keeps the answer in sight and hides how others answered', async () => {
    const sign = page.getByRole('button', { name: /^Sign/ }).last()
    expect(await sign.evaluate((button) => button.getBoundingClientRect().bottom <= window.innerHeight)).toBe(true)
    await expectNoSidewaysScroll(page)
    const { items } = await ask(page, 'signoff.queue', {})
    first = items.find(({ mine }) => mine === 'waiting')?.decision ?? ''
    const detail = await ask(page, 'decision.get', { id: first })
    expect(detail).toMatchObject({ answersShown: false, answers: [], myAnswer: null })
    expect(detail.decision.statements.at(-1)?.answers).toEqual([])
    expect(await page.getByRole('main').textContent()).not.toMatch(/Partner [AB]\s*(Agreed|Disagreed|Stood aside)/)
    const shown = await ask(page, 'trail.list', { words: '', types: ['decision.effects-shown'], people: [], from: null, to: null, offset: 0, limit: 1 })
    expect(shown.rows[0]?.who).toBe('Partner C')
  })

  it('says what is missing, and leads to it', async () => {
    await tabTo(/^Agree/)
    await page.keyboard.press('ArrowDown')
    await expect.poll(focused).toMatch(/^Disagree/)
    await tabTo(/^Sign/)
    await page.keyboard.press('Enter')
    await page.getByText('There is a problem').waitFor()
    await tabTo(/^Say why you disagree/)
    await page.keyboard.press('Enter')
    await expect.poll(focused).toMatch(/^Why you disagree/)
    await expectAccessible(page)
  })

  it('keeps what was typed when the passphrase is wrong, but not the passphrase', async () => {
    await page.keyboard.type('The notice is too short for the clinics.')
    await tabTo(/^Your passphrase/)
    await page.keyboard.type('not the right words')
    const before = await trailLength()
    await page.keyboard.press('Enter')
    await page.getByRole('link', { name: /not the right passphrase/ }).waitFor()
    expect(await page.getByLabel('Why you disagree').inputValue()).toBe('The notice is too short for the clinics.')
    expect(await page.getByLabel('Your passphrase').inputValue()).toBe('')
    expect(await trailLength()).toBe(before + 1)
  })

  it('signs, counts it and goes to the next', async () => {
    await tabTo(/^Your passphrase/)
    await page.keyboard.type(words)
    await page.keyboard.press('Enter')
    await expect.poll(title).toMatch(/^Sign-off, 2 of/)
    await expect.poll(() => page.getByRole('main').textContent()).toContain('signed: disagreed')
    const { answeredToday } = await ask(page, 'signoff.queue', {})
    expect(answeredToday).toBe(1)
  })

  it('skips one, goes back to it and signs the rest, to the calm end', async () => {
    await tabTo(/^Skip for now/)
    await page.keyboard.press('Enter')
    await expect.poll(title).toMatch(/^Sign-off, 3 of/)
    await tabTo(/^Back/)
    await page.keyboard.press('Enter')
    await expect.poll(title).toMatch(/^Sign-off, 2 of/)
    for (;;) {
      const { items } = await ask(page, 'signoff.queue', {})
      const left = items.filter(({ mine }) => mine === 'waiting').length
      if (left === 0) break
      await tabTo(/^Agree/)
      await page.keyboard.press('Space')
      await tabTo(/^Your passphrase/)
      await page.keyboard.type(words)
      await page.keyboard.press('Enter')
      await expect.poll(async () => (await ask(page, 'signoff.queue', {})).items.filter(({ mine }) => mine === 'waiting').length).toBe(left - 1)
      await page.getByText(left === 1 ? 'All answered' : /^Sign-off, /).first().waitFor()
    }
    await page.getByRole('heading', { name: 'All answered' }).waitFor()
    await expectAccessible(page)
  })

  it('shows how others answered once the own answer is given', async () => {
    await app.open(`/sign-off/${first}`)
    await page.getByRole('heading', { name: /Who is asked|How it was answered/ }).waitFor()
    const { answers, answersShown } = await ask(page, 'decision.get', { id: first })
    expect(answersShown).toBe(true)
    for (const { name, comment } of answers.filter(({ voided }) => !voided)) expect(await page.getByRole('main').textContent()).toContain(comment ?? name)
    expect(await page.getByRole('main').textContent()).toMatch(/Partner C\s*Disagreed/)
  })
})

describe('for everybody else', () => {
  it('is a list of who is still asked, without an answer to give', async () => {
    await page.getByRole('button', { name: 'Switch', exact: true }).click()
    await page.getByRole('button', { name: /^Data protection lead/ }).click()
    await page.getByLabel('Your passphrase').fill(words)
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Switch', exact: true }).waitFor()
    await app.open('/sign-off')
    await page.getByRole('heading', { level: 1, name: 'Statements to answer' }).waitFor()
    const { items } = await ask(page, 'signoff.queue', {})
    await expect.poll(() => page.getByRole('main').getByRole('row').count()).toBe(items.length === 0 ? 0 : items.length + 1)
    expect(await page.getByRole('radio').count()).toBe(0)
    await expectAccessible(page)
  })
})
