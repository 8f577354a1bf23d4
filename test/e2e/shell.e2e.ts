import { existsSync, mkdtempSync, readFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { launch, type AppDriver } from '../stand-in/launch.ts'

type Bridge = { psr: { call: (name: unknown, input?: unknown) => Promise<{ ok: boolean; error?: { code: string } }> } }

const userData = mkdtempSync(path.join(os.tmpdir(), 'psr-shell-'))
let app: AppDriver

/** The codes in the app's own log, which is the same file on every host. */
function logged(): string[] {
  const file = path.join(userData, 'logs/app.log')
  if (!existsSync(file)) return []
  return readFileSync(file, 'utf8').trim().split('\n').map((line) => (JSON.parse(line) as { code: string }).code)
}
const count = (code: string): number => logged().filter((entry) => entry === code).length
const call = (name: unknown, input?: unknown) =>
  app.page.evaluate(([name, input]) => (window as unknown as Bridge).psr.call(name, input), [name, input] as const)

const status = (address: string, method = 'GET') =>
  app.page.evaluate(async ([address, method]) => (await fetch(address, { method })).status, [address, method] as const)

/** Runs in the page: does what the policy forbids, and answers with the rule that stopped it. */
function breakPolicy(act: string): Promise<string> {
  const elements: Record<string, [tag: string, properties: object]> = {
    'inline script': ['script', { textContent: 'window.ran = true' }],
    'inline style': ['style', { textContent: 'body { display: none }' }],
    'script from elsewhere': ['script', { src: 'https://example.invalid/a.js' }],
    'picture from elsewhere': ['img', { src: 'https://example.invalid/a.png' }],
    'frame': ['iframe', { src: '/index.html' }],
    'base': ['base', { href: 'https://example.invalid/' }],
  }
  return new Promise((resolve) => {
    document.addEventListener('securitypolicyviolation', (event) => resolve(event.effectiveDirective), { once: true })
    setTimeout(() => resolve('not blocked'), 3000)
    const element = elements[act]
    if (element) document.body.append(Object.assign(document.createElement(element[0]), element[1]))
    if (act === 'event attribute') document.body.setAttribute('onclick', 'window.ran = true')
    if (act === 'fetch') void fetch('https://example.invalid/').catch(() => undefined)
    if (act === 'beacon') navigator.sendBeacon('https://example.invalid/', 'x')
    if (act === 'web socket') Reflect.construct(WebSocket, ['wss://example.invalid/'])
    if (act === 'form') {
      const form = Object.assign(document.createElement('form'), { action: '/elsewhere', method: 'post' })
      document.body.append(form)
      form.submit()
    }
  })
}

beforeAll(async () => {
  app = await launch({ userData })
})
beforeEach(() => app.open('/'))
afterAll(() => app.kill())

describe('the bridge', () => {
  it('is one frozen object with one function', async () => {
    const found = await app.page.evaluate(() => {
      const { psr } = window as unknown as Bridge
      const replaced = [Reflect.set(psr, 'call', null), Reflect.set(psr, 'other', 1), Reflect.set(window, 'psr', null), Reflect.deleteProperty(window, 'psr')]
      return { names: Object.getOwnPropertyNames(psr), kind: typeof psr.call, replaced, still: (window as unknown as Bridge).psr === psr }
    })
    expect(found).toEqual({ names: ['call'], kind: 'function', replaced: [false, false, false, false], still: true })
  })

  it('leaves the page nothing of Node, Electron or the wire beneath it', async () => {
    const found = await app.page.evaluate(() => ({
      types: ['require', 'process', 'module', 'Buffer', 'global', 'electron', 'ipcRenderer'].map((name) => typeof Reflect.get(window, name)),
      odd: Object.getOwnPropertyNames(window).filter((name) => /^(host|settle)-|^ipc/i.test(name)),
    }))
    expect(found).toEqual({ types: Array(7).fill('undefined'), odd: [] })
  })

  it('answers a call that is on the list', async () => {
    expect(await call('app.status', {})).toMatchObject({ ok: true })
  })

  it.each(['app.nothing', 'constructor', '__proto__', '', 7, null])('refuses the name %j', async (name) => {
    expect(await call(name)).toMatchObject({ ok: false, error: { code: 'untrusted-caller' } })
  })
})

describe('the content policy', () => {
  it.each([
    ['inline script', 'script-src-elem'], ['inline style', 'style-src-elem'], ['event attribute', 'script-src-attr'],
    ['script from elsewhere', 'script-src-elem'], ['picture from elsewhere', 'img-src'], ['fetch', 'connect-src'], ['beacon', 'connect-src'],
    ['web socket', 'connect-src'], ['frame', 'frame-src'], ['base', 'base-uri'], ['form', 'form-action'],
  ])('blocks: %s', async (act, directive) => {
    expect(await app.page.evaluate(breakPolicy, act)).toBe(directive)
    expect(await app.page.evaluate(() => Reflect.has(window, 'ran'))).toBe(false)
  })
})

describe('the files', () => {
  it.each(['/..%2f..%2fpackage.json', '/..%2fmain%2findex.js', '/..%2f..%2f..%2f..%2fetc%2fpasswd'])('%s is out of reach', async (address) => {
    expect(await status(address)).toBe(403)
  })
  it('are only read', async () => expect(await status('/', 'POST')).toBe(405))
  it('are there for every screen', async () => expect(await status('/entry/DSA-0007')).toBe(200))
})

describe('the page stays where it is', () => {
  it.each(['https://example.invalid/', '/elsewhere', 'file:///etc/passwd'])('and is not led to %s', async (address) => {
    const before = app.page.url()
    await app.page.evaluate((address) => {
      const link = Object.assign(document.createElement('a'), { href: address })
      document.body.append(link)
      link.click()
    }, address)
    await app.page.waitForTimeout(200)
    expect(app.page.url()).toBe(before)
    expect(await call('app.status', {})).toMatchObject({ ok: true })
  })

  it('logs that it was asked to leave', async () => {
    const before = count('navigation-blocked')
    await app.page.evaluate(() => location.assign('/elsewhere'))
    await expect.poll(() => count('navigation-blocked')).toBe(before + 1)
  })

  it('opens no window', async () => {
    const before = count('window-blocked')
    await app.page.evaluate(() => {
      window.open('https://example.invalid/')
      const link = Object.assign(document.createElement('a'), { href: '/', target: '_blank' })
      document.body.append(link)
      link.click()
    })
    await expect.poll(() => count('window-blocked')).toBe(before + 2)
    await expect.poll(() => app.context.pages().length).toBe(1)
  })

  it('downloads nothing', async () => {
    const before = count('download-blocked')
    await app.page.evaluate(() => Object.assign(document.createElement('a'), { href: '/index.html', download: 'a.html' }).click())
    await expect.poll(() => count('download-blocked')).toBe(before + 1)
  })

  it.each(['geolocation', 'notifications', 'camera', 'clipboard-read'])('has no permission for %s', async (name) => {
    const state = await app.page.evaluate(async (name) => (await navigator.permissions.query({ name: name as PermissionName })).state, name)
    expect(state).toBe('denied')
  })
})

describe('the network', () => {
  it('is not needed', async () => {
    await app.context.setOffline(true)
    await app.open('/')
    expect(await call('app.status', {})).toMatchObject({ ok: true })
    await app.context.setOffline(false)
  })

  it('is closed by the app itself, also to what the content policy does not see', async () => {
    expect(app.blockedRequests).toEqual([])
    const errorPage = app.page.waitForEvent('framenavigated')
    await expect(app.page.goto('https://example.invalid/')).rejects.toThrow('ERR_BLOCKED_BY_CLIENT')
    await errorPage
    expect(app.blockedRequests).toEqual(['https://example.invalid/'])
    expect(app.letThrough).toEqual([])
    expect(logged()).toContain('request-blocked')
  })
})

describe('one app a folder', () => {
  it('ends a second one at once and brings the first forward', async () => {
    await expect(launch({ userData })).rejects.toThrow()
    await expect.poll(() => count('second-instance')).toBe(1)
    expect(await call('app.status', {})).toMatchObject({ ok: true })
  })

  it('starts again on the same folder after it was killed, and ends cleanly when its window is closed', async () => {
    expect((await app.kill()).signal).toBe('SIGKILL')
    app = await launch({ userData })
    expect(await call('app.status', {})).toMatchObject({ ok: true })
    expect(await app.close()).toEqual({ code: 0, signal: null })
    app = await launch({ userData })
  })

  it('keeps a log without paths or texts', () => {
    const text = readFileSync(path.join(userData, 'logs/app.log'), 'utf8')
    expect(text).not.toContain('example.invalid')
    expect(text).not.toContain(os.homedir())
  })
})
