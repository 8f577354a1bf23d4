import { copyFileSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { chromium, type Browser, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { verifyFile } from '../../src/main/register/verify-file.ts'
import { openOffice } from '../fixtures/office.ts'
import { typedOf } from '../fixtures/typed-head.ts'
import { tempFolder } from '../fixtures/temp-folder.ts'
import { pdfCases, vectorCases, vectorFolder, type Case } from '../fixtures/verifier-cases.ts'
import { longTrail } from '../fixtures/long-trail.ts'
import { requireChromium } from '../stand-in/find-chromium.ts'
import { findFirefox, launchFirefox, type Firefox } from './firefox.ts'
import { expectAccessible, expectNoSidewaysScroll } from './in-the-app.ts'

const built = path.resolve(import.meta.dirname, '../../out/verifier/verifier.html')
const folder = tempFolder()
/** As a practice hands it on: a copy in a folder of its own, opened from there. */
const page = path.join(folder, 'verifier.html')
copyFileSync(built, page)
const address = pathToFileURL(page).href
/** Made once for both browsers, with what the app says of each. */
let known: Promise<readonly Known[]> | null = null
type Known = Case & Readonly<{ summary: string }>
async function everyCase(): Promise<readonly Known[]> {
  const cases = [...vectorCases(), ...await pdfCases(folder)]
  return Promise.all(cases.map(async (one) => ({ ...one, summary: (await verifyFile(one.file, one.against)).verdict.summary })))
}
const cases = (): Promise<readonly Known[]> => (known ??= everyCase())
const vector = (name: string): string => path.join(vectorFolder, name)

describe('the checking page', () => {
  it('is saved by the app where the person says, and not where they cancel', async () => {
    const office = await openOffice()
    const chosen = path.join(office.folder, 'checking.html')
    office.dialogs.push(chosen)
    expect(await office.call('report.save-verifier', {})).toEqual({ fileName: 'checking.html' })
    expect(readFileSync(chosen)).toEqual(readFileSync(built))
    expect(await office.call('report.save-verifier', {})).toBeNull()
    await office.close()
  })

  it('is one small file that names no other and allows itself nothing but its own script and style', () => {
    const html = readFileSync(built, 'utf8')
    expect(statSync(built).size).toBeLessThan(2_500_000)
    const policy = /<meta http-equiv="Content-Security-Policy" content="([^"]+)">/.exec(html)?.[1] ?? ''
    expect(policy).toMatch(/^default-src 'none'; script-src 'sha256-[\w+/=]+'; style-src 'sha256-[\w+/=]+'; connect-src 'none';/)
    expect(policy).not.toContain('unsafe')
    const [head = ''] = html.split('<style>')
    expect(head + (html.split('</style>')[1] ?? '').split('<script')[0]).not.toMatch(/(?:src|href)="/)
  })
})

const answered = (tab: Page) => tab.locator('[data-verdict]').getAttribute('data-verdict')

async function check(tab: Page, file: string, against: string | null): Promise<{ verdict: string | null; said: string }> {
  await tab.goto(address)
  const typed = typedOf(against)
  if (typed) {
    await tab.getByText('Or type what is printed').click()
    await tab.getByLabel('Event number').fill(String(typed.seq))
    await tab.getByLabel('First 16 digits').fill(typed.digits)
    await tab.getByRole('button', { name: 'Compare' }).click()
  } else if (against !== null) await tab.setInputFiles('#earlier-input', against)
  await tab.setInputFiles('#file-input', file)
  const verdict = await answered(tab)
  return { verdict, said: await tab.locator('#verdict p').innerText() }
}

describe('the checking page in Chromium', () => {
  let browser: Browser
  beforeAll(async () => { browser = await chromium.launch({ executablePath: requireChromium(), args: ['--no-sandbox', '--disable-gpu'] }) })
  afterAll(() => browser.close())

  /** A page without a network that fails the test on any error of its own and on any request. */
  async function opened(options: Parameters<Browser['newContext']>[0] = {}): Promise<{ tab: Page; wrong: string[] }> {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, offline: true, acceptDownloads: true, ...options })
    const tab = await context.newPage()
    const wrong: string[] = []
    tab.on('pageerror', (error) => wrong.push(String(error)))
    tab.on('console', (message) => { if (message.type() === 'error') wrong.push(message.text()) })
    tab.on('request', (request) => { if (request.url() !== address && !request.url().startsWith('blob:')) wrong.push(request.url()) })
    await tab.goto(address)
    return { tab, wrong }
  }

  it('gives every published vector, and PDFs whole and damaged, the verdict and the words of the app', async () => {
    const { tab, wrong } = await opened()
    expect((await cases()).length).toBeGreaterThan(40)
    for (const { what, file, against, verdict, summary } of await cases()) {
      const answer = await check(tab, file, against)
      expect(answer.verdict, what).toBe(verdict)
      expect(answer.said.startsWith(summary), `${what}: ${answer.said}`).toBe(true)
    }
    expect(wrong).toEqual([])
  }, 180_000)

  it('is worked with the keyboard alone, and tells the verdict to a screen reader', async () => {
    const { tab, wrong } = await opened()
    tab.on('filechooser', (chooser) => void chooser.setFiles(vector('cut-tail.json')))
    // The browser is told to leave its dialog to the test before the first key.
    await tab.reload()
    expect(await tab.getByRole('heading', { level: 1 }).innerText()).toBe('Is this trail as it was recorded?')
    await tab.keyboard.press('Tab')
    expect(await tab.locator(':focus').innerText()).toBe('Choose a file')
    await tab.keyboard.press('Enter')
    await expect.poll(() => tab.getByRole('status').innerText()).toMatch(/^Matches\s/)
    await expect.poll(() => tab.locator(':focus').innerText()).toContain('Change')
    for (const [key, name] of [['Tab', 'Choose'], ['Tab', 'Or type what is printed at the foot of a page']] as const) {
      await tab.keyboard.press(key)
      expect(await tab.locator(':focus').innerText()).toBe(name)
    }
    await tab.keyboard.press('Enter')
    await tab.keyboard.press('Tab')
    await tab.keyboard.type('31')
    await tab.keyboard.press('Tab')
    await tab.keyboard.type('FF63 82e8')
    await tab.keyboard.press('Enter')
    expect(await tab.getByRole('alert').innerText()).toContain('16 digits')
    await tab.keyboard.type(' feb0 9632')
    await tab.keyboard.press('Enter')
    await expect.poll(() => answered(tab)).toBe('cut-short')
    expect(await tab.getByRole('status').innerText()).toMatch(/^Cut short\s+What was kept goes to event 31/)
    await tab.getByRole('button', { name: 'Remove what to compare with' }).press('Enter')
    await expect.poll(() => answered(tab)).toBe('matches')
    // The line from minutes, whole into the second field.
    await tab.getByText('Or type what is printed').click()
    await tab.getByLabel('First 16 digits').fill('Event 31, ff63 82e8, feb0 9632')
    await tab.getByRole('button', { name: 'Compare' }).click()
    await expect.poll(() => answered(tab)).toBe('cut-short')
    expect(wrong).toEqual([])
  })

  it('takes files that are dropped on it, on either card', async () => {
    const { tab } = await opened()
    const drop = async (target: string, name: string): Promise<void> => {
      const data = await tab.evaluateHandle(([name, text]) => {
        const transfer = new DataTransfer()
        transfer.items.add(new File([text], name))
        return transfer
      }, [name, readFileSync(vector(name), 'utf8')] as const)
      await tab.dispatchEvent(target, 'drop', { dataTransfer: data })
    }
    await drop('main', 'rewritten.json')
    expect(await answered(tab)).toBe('matches')
    await drop('#earlier', 'whole.json')
    await expect.poll(() => answered(tab)).toBe('changed')
    expect(await tab.getByRole('heading', { name: 'What differs in event 9' }).isVisible()).toBe(true)
    expect(await tab.locator('.differences').innerText()).toMatch(/Title\s+Risk scoring for planning\s+Something else/)
  })

  it('passes axe in every verdict, light and dark, and never scrolls sideways, also at 200 % zoom', async () => {
    const cases = [[null, null], ['whole.json', null], ['answer-turned.json', 'whole.json'], ['cut-tail.json', 'whole.json'], ['another-form.json', null]] as const
    for (const colorScheme of ['light', 'dark'] as const) {
      const { tab } = await opened({ colorScheme })
      for (const [file, against] of cases) {
        if (file !== null) await check(tab, vector(file), against === null ? null : vector(against))
        await expectAccessible(tab)
      }
      await tab.setViewportSize({ width: 640, height: 400 })
      await check(tab, vector('answer-turned.json'), vector('whole.json'))
      await expectNoSidewaysScroll(tab)
      await expectAccessible(tab)
    }
  }, 120_000)

  it('saves the answer as text and prints it on paper without its buttons', async () => {
    const { tab } = await opened()
    await check(tab, vector('answer-turned.json'), vector('whole.json'))
    const [download] = await Promise.all([tab.waitForEvent('download'), tab.getByRole('button', { name: 'Save this answer' }).click()])
    expect(download.suggestedFilename()).toMatch(/^Checked answer-turned \d{4}-\d{2}-\d{2}\.txt$/)
    const text = readFileSync(await download.path(), 'utf8')
    expect(text).toContain('Changed. Event 21: the signature is not valid.')
    expect(text).toContain(`Held against: whole.json, ${statSync(vector('whole.json')).size.toLocaleString('en-GB')} bytes, SHA-256 `)
    await tab.emulateMedia({ media: 'print', colorScheme: 'light' })
    expect(await tab.getByRole('button', { name: 'Print' }).isVisible()).toBe(false)
    expect(await tab.getByRole('heading', { name: 'Changed' }).isVisible()).toBe(true)
    expect((await tab.pdf({ format: 'A4' })).length).toBeGreaterThan(10_000)
  })

  it('goes on answering while it checks a long trail, and gives up an old check for a new one', async () => {
    const { tab, wrong } = await opened()
    const long = longTrail(folder, 6000)
    await tab.evaluate(() => {
      const gaps: number[] = []
      Object.assign(window, { gaps })
      let last = performance.now()
      const tick = (now: number): void => {
        gaps.push(now - last)
        last = now
        requestAnimationFrame(tick)
      }
      requestAnimationFrame(tick)
    })
    await tab.setInputFiles('#file-input', long)
    await tab.locator('progress').waitFor()
    await expect.poll(() => tab.locator('progress').evaluate((bar: HTMLProgressElement) => bar.value)).toBeGreaterThan(0)
    await tab.locator('[data-verdict]').waitFor({ timeout: 60_000 })
    expect(await answered(tab)).toBe('matches')
    expect(await tab.locator('#verdict p').innerText()).toContain('6,000 events are whole')
    // What it drew in between: many times, and not once after it was all over.
    expect(await tab.evaluate(() => (window as unknown as { gaps: number[] }).gaps.length)).toBeGreaterThan(8)
    await tab.setInputFiles('#file-input', long)
    await tab.setInputFiles('#file-input', vector('another-form.json'))
    await expect.poll(() => answered(tab)).toBe('could-not-check')
    await tab.waitForTimeout(500)
    expect(await answered(tab)).toBe('could-not-check')
    expect(wrong).toEqual([])
  }, 120_000)
})

const firefoxProgram = findFirefox()

describe.runIf(firefoxProgram !== null)('the checking page in Firefox', () => {
  let firefox: Firefox
  beforeAll(async () => { firefox = await launchFirefox(firefoxProgram ?? '') }, 90_000)
  afterAll(() => firefox.close())
  const verdict = () => firefox.ask(`document.querySelector('[data-verdict]')?.dataset.verdict`)
  const said = () => firefox.ask(`document.querySelector('#verdict p')?.textContent`)

  async function check(file: string, against: string | null): Promise<void> {
    await firefox.open(address)
    const typed = typedOf(against)
    if (typed) {
      await firefox.ask(`(document.querySelector('details').open = true, document.querySelector('#typed-seq').value = '${typed.seq}', document.querySelector('#typed-digits').value = '${typed.digits}', document.querySelector('form').requestSubmit(), true)`)
    } else if (against !== null) await firefox.choose('#earlier-input', against)
    await firefox.choose('#file-input', file)
    await expect.poll(verdict, { interval: 15 }).not.toBeNull()
  }

  // Chromium answers every vector. This is to show that another engine reads, unpacks, hashes and checks signatures alike.
  it('gives vectors of every verdict, and PDFs whole and damaged, the verdict and the words of the app', async () => {
    const all = await cases()
    const some = all.filter((one) => one.file.endsWith('.pdf') || all.filter(({ verdict: same, file: name }) => same === one.verdict && !name.endsWith('.pdf')).indexOf(one) % 5 === 0)
    expect(new Set(some.filter((one) => !one.file.endsWith('.pdf')).map((one) => one.verdict)).size).toBe(4)
    for (const { what, file, against, verdict: expected, summary } of some) {
      await check(file, against)
      expect(await verdict(), what).toBe(expected)
      const told = String(await said())
      expect(told.startsWith(summary), `${what}: ${told}`).toBe(true)
    }
  }, 180_000)

  it('is reached with the keyboard, in the order of the page', async () => {
    await firefox.open(address)
    const focused = () => firefox.ask('document.activeElement.textContent')
    for (const name of ['Choose a file', 'Choose', 'Or type what is printed at the foot of a page']) {
      await firefox.press('\uE004')
      expect(await focused()).toBe(name)
    }
    await firefox.press('\uE007', '\uE004')
    await firefox.press('3', '1')
    expect(await firefox.ask(`document.querySelector('#typed-seq').value`)).toBe('31')
  })
})
