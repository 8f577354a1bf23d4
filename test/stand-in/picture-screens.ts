import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { Page } from 'playwright-core'
import demoRegister from '../../resources/demo-register.json' with { type: 'json' }
import type { AppDriver } from './driver.ts'
import { launchStandIn } from './launch-stand-in.ts'

type Reply<T> = { ok: true; value: T } | { ok: false; error: { happened: string } }
type Person = { id: string; name: string; role: string }
type Bridge = { psr: { call: (name: string, input: unknown) => Promise<Reply<unknown>> } }

/** Whose screens are pictured: who keeps the register, and who signs. */
const viewers = [
  { role: 'data-protection-lead', prefix: '', only: /./ },
  { role: 'partner', prefix: 'partner-', only: /^(home|sign-off)/ },
] as const

/**
 * Pictures every screen that can be reached by links in a demo register, in light and dark, into a folder. Of screens
 * that differ only in what they show (one entry or another) the first is pictured.
 * @returns the pictures' paths
 */
export async function pictureScreens({ register, folder }: { register: string; folder: string }): Promise<string[]> {
  mkdirSync(folder, { recursive: true })
  const userData = mkdtempSync(path.join(os.tmpdir(), 'psr-pictures-'))
  const app = await launchStandIn({ userData, register, viewport: { width: 1280, height: 860 } })
  try {
    const pictures = await pictureAll(app, folder)
    await app.close()
    return pictures
  } catch (error) {
    await app.kill()
    throw error
  } finally {
    rmSync(userData, { recursive: true, force: true })
  }
}

async function pictureAll(app: AppDriver, folder: string): Promise<string[]> {
  const pictures = await picture(app.page, path.join(folder, 'sign-in'))
  for (const { role, prefix, only } of viewers) {
    await signIn(app, role)
    for (const [name, address] of await screens(app, only)) {
      await app.open(address)
      pictures.push(...await picture(app.page, path.join(folder, prefix + name)))
    }
    await ask(app.page, 'session.lock', {})
  }
  return pictures
}

async function ask<T>(page: Page, name: string, input: unknown): Promise<T> {
  const reply = await page.evaluate(([name, input]) => (window as unknown as Bridge).psr.call(name, input), [name, input] as const)
  if (!reply.ok) throw new Error(`${name}: ${reply.error.happened}`)
  return reply.value as T
}

async function signIn(app: AppDriver, role: string): Promise<void> {
  const { practice } = await ask<{ practice: { ods: string } | null }>(app.page, 'app.status', {})
  if (practice?.ods !== demoRegister.practice.ods) throw new Error('Only a demo register’s screens are pictured, so that no practice’s data gets into a picture.')
  const person = (await ask<Person[]>(app.page, 'session.people', {})).find((somebody) => somebody.role === role)
  if (person === undefined) throw new Error(`The demo register has nobody with the role ${role}.`)
  await ask(app.page, 'session.sign-in', { person: person.id, passphrase: demoRegister.passphrase })
}

/** Follows the links of each new kind of screen. Name to address, in the order found. */
async function screens(app: AppDriver, only: RegExp): Promise<Map<string, string>> {
  const found = new Map<string, string>([['home', '/']])
  for (const address of found.values()) {
    await app.open(address)
    await settled(app.page)
    const links = await app.page.locator('a[href^="/"]').evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? '/'))
    for (const link of links) {
      const name = screenName(link)
      if (only.test(name) && !found.has(name)) found.set(name, link)
    }
  }
  return found
}

/** `/entry/0f3c…/edit` is the screen `entry-edit`: what names one thing has a digit in it, what names a screen has none. */
function screenName(address: string): string {
  const [pathname = '/'] = address.split(/[?#]/)
  const parts = pathname.split('/').filter((part) => part !== '')
  const words = parts.filter((part) => !/\d/.test(part))
  const one = parts.length > words.length && words.length === 1 ? ['one'] : []
  return words.length === 0 ? 'home' : [...words, ...one].join('-')
}

async function settled(page: Page): Promise<void> {
  await page.locator('h1').first().waitFor()
  await page.waitForFunction(() => document.querySelector('.psr-loading') === null)
  await page.evaluate(() => document.fonts.ready.then(() => undefined))
}

async function picture(page: Page, name: string): Promise<string[]> {
  const pictures: string[] = []
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await settled(page)
    const file = `${name}-${colorScheme}.png`
    await page.screenshot({ path: file, fullPage: true })
    pictures.push(file)
  }
  return pictures
}

if (import.meta.main) {
  const [register, folder] = process.argv.slice(2)
  if (register === undefined || folder === undefined) throw new Error('Say which demo register, and which folder the pictures go into.')
  for (const file of await pictureScreens({ register, folder })) process.stdout.write(`${file}\n`)
}
