import { createHash } from 'node:crypto'
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { headInWords } from '../../src/shared/trail/head-words.ts'
import { launch, type AppDriver } from '../stand-in/launch.ts'
import { passphrases, setUpPractice, signInAs, switchTo } from './acts.ts'
import { ask, expectAccessible } from './in-the-app.ts'

const userData = mkdtempSync(path.join(os.tmpdir(), 'psr-people-'))
let app: AppDriver
let page: Page

async function start(register?: string): Promise<void> {
  app = await launch({ userData, ...(register ? { register } : {}), viewport: { width: 1280, height: 800 } })
  ;({ page } = app)
  page.setDefaultTimeout(45_000)
  await page.getByRole('heading', { level: 1 }).first().waitFor()
}
const main = () => page.getByRole('main').filter({ visible: true }).textContent()
const inBothThemes = async () => {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    await expectAccessible(page)
  }
  await page.emulateMedia({ colorScheme: 'light' })
}
const press = (name: string | RegExp) => page.getByRole('button', { name, exact: typeof name === 'string' }).click()

beforeAll(() => start(), 60_000)
afterAll(async () => {
  await app.kill()
  rmSync(userData, { recursive: true, force: true })
})

describe('the first run', () => {
  it('finds what was typed again after a power cut, step and all', async () => {
    await inBothThemes()
    await page.getByLabel('Name of the practice').fill('Demo Surgery')
    await press('Continue')
    await page.getByText('There is a problem').waitFor()
    await page.getByLabel('ODS code').fill('A99999')
    await page.getByLabel('Clinical system').selectOption({ label: 'SystmOne' })
    await press('Continue')
    await page.getByLabel('Name of person 2').fill('Partner A')
    await page.getByText(/Kept as a draft, /).waitFor()
    await expect.poll(async () => (await ask(page, 'setup.draft', {}))?.values['people']).toMatchObject([{ name: '' }, { name: 'Partner A' }, { name: '' }])
    await app.kill()
    await start()
    await expect.poll(() => page.getByLabel('Name of person 2').inputValue()).toBe('Partner A')
    await press('Back')
    expect(await page.getByLabel('Name of the practice').inputValue()).toBe('Demo Surgery')
    expect(JSON.stringify(readdirSync(userData, { recursive: true }))).not.toContain('.psr')
  }, 90_000)

  it('makes the register and signs in whoever sits there', async () => {
    await setUpPractice(page)
    expect((await ask(page, 'app.status', {})).person?.name).toBe('Data protection lead')
  })
})

describe('passphrases', () => {
  it('tells what a passphrase is for when it is first chosen', async () => {
    await switchTo(page, 'Partner A')
    await page.getByRole('button', { name: 'Switch', exact: true }).click()
    await press(/^Partner B/)
    await expect.poll(main).toContain('signs your answers')
    await page.getByLabel('Choose a passphrase').fill('too short')
    await page.getByLabel('The same again').fill('too long')
    await press('Choose it and sign in')
    await page.getByText('There is a problem').waitFor()
    await inBothThemes()
    await press('Somebody else')
    await signInAs(page, 'Partner B')
  })

  it('makes the wait grow after wrong tries, counts it down and lets others in meanwhile', async () => {
    await page.getByRole('button', { name: 'Lock', exact: true }).click()
    const field = page.getByLabel('Your passphrase', { exact: true }).filter({ visible: true })
    for (let tries = 1; tries <= 5; tries += 1) {
      await field.fill(`not these words ${tries}`)
      await press('Sign in')
      await expect.poll(async () => (await ask(page, 'session.people', {})).find(({ name }) => name === 'Partner B')?.waitUntil !== null || (await field.inputValue()) === '').toBe(true)
    }
    const timer = page.getByRole('timer')
    await timer.waitFor()
    const seen = await timer.textContent()
    expect(seen).toMatch(/^(1:00|0:\d\d)$/)
    await expect.poll(() => timer.textContent()).not.toBe(seen)
    expect(await page.getByRole('button', { name: 'Sign in', exact: true }).getAttribute('aria-disabled')).toBe('true')
    await inBothThemes()
    await signInAs(page, 'Data protection lead')
    const { rows } = await ask(page, 'trail.list', { words: '', types: ['session.refused'], people: [], from: null, to: null, offset: 0, limit: 10 })
    expect(rows.map(({ who }) => who)).toEqual(Array.from({ length: 5 }, () => 'Partner B'))
  }, 90_000)

  it('replaces a lost one when another partner vouches, and signs in with it', async () => {
    await page.getByRole('button', { name: 'Switch', exact: true }).click()
    await press(/^Partner B/)
    await press('I have lost my passphrase')
    await page.getByLabel('New passphrase of Partner B').fill('partner b starts again')
    await page.getByLabel('The same again').fill('partner b starts again')
    await page.getByLabel('Partner who vouches').selectOption({ label: 'Partner A' })
    await page.getByLabel('Their own passphrase').fill('a guess')
    await inBothThemes()
    await press('Make the new key')
    await page.getByRole('link', { name: /not the right passphrase/ }).waitFor()
    expect(await page.getByLabel('New passphrase of Partner B').inputValue()).toBe('partner b starts again')
    await page.getByLabel('Their own passphrase').fill(passphrases['Partner A'] ?? '')
    await press('Make the new key')
    await page.getByRole('button', { name: 'Switch', exact: true }).waitFor()
    expect((await ask(page, 'app.status', {})).person?.name).toBe('Partner B')
  })
})

describe('people and policy', () => {
  it('shows keys with who vouched, and to partners only what partners may change', async () => {
    await page.getByRole('link', { name: 'People and policy' }).click()
    await page.getByRole('button', { name: 'Partner B' }).click()
    await expect.poll(() => page.getByRole('dialog').textContent()).toContain('vouched for by Partner A')
    expect(await page.getByRole('dialog').getByRole('button', { name: 'Change name or role' }).count()).toBe(0)
    await inBothThemes()
    await page.keyboard.press('Escape')
    expect(await page.getByRole('button', { name: 'Add a person' }).count()).toBe(0)
    expect(await page.getByRole('button', { name: 'Change how you decide' }).count()).toBe(1)
  })

  it('adds somebody, records that they leave, and changes the rule with a reason', async () => {
    await switchTo(page, 'Data protection lead')
    await page.getByRole('heading', { level: 1, name: 'People and policy' }).waitFor()
    await press('Add a person')
    await page.getByLabel('Name', { exact: true }).fill('Partner A')
    await page.getByLabel('Role').selectOption({ label: 'Partner' })
    await press('Add the person')
    await page.getByRole('link', { name: /Somebody in office has this name/ }).waitFor()
    await page.getByLabel('Name', { exact: true }).fill('Partner C')
    await press('Add the person')
    await page.getByRole('button', { name: 'Partner C' }).click()
    await press('They leave')
    await press('Record that they leave')
    await page.getByRole('button', { name: 'Show 1 person who left' }).click()
    await expect.poll(main).toContain('Partner C')

    await press('Change how you decide')
    await page.getByLabel('a number of partners agree').check()
    await page.getByLabel(/^How many/).fill('3')
    await press('Save the change')
    await page.getByRole('link', { name: 'Enter why the rule changes' }).waitFor()
    await page.getByLabel('Why it changes').fill('The partnership deed of this spring.')
    await press('Save the change')
    await page.getByRole('link', { name: /There are 2 partners in office/ }).waitFor()
    await inBothThemes()
    await page.getByLabel(/^How many/).fill('2')
    await press('Save the change')
    await expect.poll(main).toContain('2 of 2 partners agree')
    await inBothThemes()
  })
})

describe('the trail', () => {
  const file = path.join(userData, 'trail.pdf')

  it('checks, and says what it found', async () => {
    await page.getByRole('link', { name: 'Trail' }).click()
    await press('Check now')
    await expect.poll(main).toMatch(/Matches.*whole, in order and tied together/)
    await expect.poll(main).toMatch(/took \d+(\.\d)? seconds/)
    await inBothThemes()
  })

  it('exports the whole of it, with the hash of the very file', async () => {
    await app.dialogs.answerSave(file)
    await press('Export audit trail')
    await page.getByRole('button', { name: 'Show in folder' }).waitFor()
    const sha = createHash('sha256').update(readFileSync(file)).digest('hex')
    expect((await main())?.replaceAll(' ', '')).toContain(sha)
    await press('Show in folder')
    await expect.poll(() => app.shownInFolder()).toContain(file)
    await page.getByRole('link', { name: 'Home' }).click()
    await page.getByRole('link', { name: 'Trail' }).click()
    expect((await main())?.replaceAll(' ', '')).toContain(sha)
  })

  it('says nothing when the person changes their mind', async () => {
    await press('Export audit trail')
    await expect.poll(() => page.getByRole('button', { name: 'Export audit trail' }).getAttribute('aria-disabled')).toBeNull()
    expect(await page.getByRole('alertdialog').count()).toBe(0)
  })

  it('compares with what others hold: a file, or the digits at its foot', async () => {
    await app.dialogs.answerOpen(file)
    await press('Choose a PDF or trail.json')
    await expect.poll(main).toMatch(/Matches\. .* added since\.Compared with trail\.pdf/)
    const { head, rows } = await ask(page, 'trail.list', { words: '', types: [], people: [], from: null, to: null, offset: 0, limit: 3 })
    const older = rows[2]
    const typed = async (seq: string, digits: string) => {
      await page.getByLabel('Event', { exact: true }).fill(seq)
      await page.getByLabel('First 16 digits').fill(digits)
      await press('Go')
    }
    await typed(String(older?.seq), older?.hash.slice(0, 16).toUpperCase().replaceAll(/(.{4})/g, '$1 ') ?? '')
    await expect.poll(main).toContain('2 events were added since.')
    await typed(String(older?.seq), '0000 0000 0000 0000')
    await expect.poll(main).toContain('Changed.')
    await typed(String(head.seq + 5), '0000 0000 0000 0000')
    await expect.poll(main).toContain('Cut short.')
    // The line for the minutes stands on the page, and goes whole into either field.
    await expect.poll(main).toContain(headInWords(head))
    for (const [seq, digits] of [[headInWords(head), ''], ['', headInWords(head)]] as const) {
      await typed(String(head.seq + 5), '0000 0000 0000 0000')
      await expect.poll(main).toContain('Cut short.')
      await typed(seq, digits)
      await expect.poll(main).toContain('Nothing was added since.')
    }
    await page.getByRole('button', { name: 'Copy the line' }).waitFor()
    await typed('soon', '12')
    await page.getByRole('link', { name: 'Enter the number of the event' }).waitFor()
    const other = path.join(userData, 'other.pdf')
    writeFileSync(other, 'not a trail')
    await app.dialogs.answerOpen(other)
    await press('Choose a PDF or trail.json')
    await expect.poll(main).toContain('Could not check.')
    await inBothThemes()
  })

  it('is narrowed by kind, person, words and period, all of it in the address', async () => {
    await press('Kind of event: any')
    await page.getByRole('checkbox', { name: 'Wrong passphrases' }).check()
    await page.keyboard.press('Escape')
    await expect.poll(main).toMatch(/6 of \d+/)
    await page.getByLabel('Words in the trail').fill('radiolgy')
    await expect.poll(main).toContain('No event has “radiolgy”.')
    expect(page.url()).toContain('q=radiolgy')
    await press('Clear all')
    await expect.poll(main).toMatch(/(\d+) of \1/)
  })
})

describe('a register that does not open', () => {
  it('says what happened, what is safe and what to do, and opens another', async () => {
    await app.close()
    const register = readdirSync(userData, { recursive: true }).map(String).find((name) => name.endsWith('.psr'))
    const broken = path.join(userData, 'broken.psr')
    writeFileSync(broken, 'This is a letter, not a register.')
    await start(broken)
    await page.getByRole('heading', { level: 1, name: 'This is not a register' }).waitFor()
    await expect.poll(main).toMatch(/What is safe.*What to do/)
    await inBothThemes()
    await press('Try again')
    await page.getByRole('heading', { level: 1, name: 'This is not a register' }).waitFor()
    const copy = path.join(userData, 'copy.psr')
    copyFileSync(path.join(userData, register ?? ''), copy)
    await app.dialogs.answerOpen(copy)
    await press('Open another register')
    await page.getByRole('heading', { name: 'Who is there?' }).waitFor()
    expect(readFileSync(broken, 'utf8')).toBe('This is a letter, not a register.')
  }, 90_000)
})
