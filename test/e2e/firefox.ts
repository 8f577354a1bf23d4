import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { z } from 'zod'

/** Firefox as Debian and others install it, driven by WebDriver BiDi, the W3C's protocol, which it speaks itself. Null where there is none. */
export function findFirefox(): string | null {
  const folders = (process.env['PATH'] ?? '').split(path.delimiter)
  return ['firefox-esr', 'firefox'].flatMap((name) => folders.map((folder) => path.join(folder, name))).find((file) => existsSync(file)) ?? null
}

export type Firefox = Readonly<{
  open: (address: string) => Promise<void>
  /** Value of an expression in the page, as JSON. */
  ask: (expression: string) => Promise<unknown>
  /** Puts a file into an input, as if a person had chosen it. */
  choose: (selector: string, file: string) => Promise<void>
  /** Presses keys one after the other. */
  press: (...keys: string[]) => Promise<void>
  picture: (file: string) => Promise<void>
  close: () => Promise<void>
}>

const reply = z.looseObject({ id: z.int().optional(), type: z.string(), result: z.unknown().optional(), error: z.string().optional(), message: z.string().optional() })
const node = z.looseObject({ result: z.looseObject({ sharedId: z.string() }) })
const value = z.looseObject({ result: z.looseObject({ value: z.string() }) })
const within = 60_000

export async function launchFirefox(program: string): Promise<Firefox> {
  const profile = mkdtempSync(path.join(os.tmpdir(), 'psr-firefox-'))
  // No network of its own either: nothing is asked for on the first start.
  writeFileSync(path.join(profile, 'user.js'), [
    'user_pref("app.update.enabled", false);', 'user_pref("datareporting.policy.dataSubmissionEnabled", false);', 'user_pref("network.captive-portal-service.enabled", false);',
    'user_pref("browser.shell.checkDefaultBrowser", false);', 'user_pref("network.connectivity-service.enabled", false);', 'user_pref("toolkit.telemetry.enabled", false);',
  ].join('\n'))
  const child = spawn(program, ['--headless', '--no-remote', '--profile', profile, '--remote-debugging-port', '0', 'about:blank'], { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, HOME: profile } })
  const socket = await connect(await addressOf(child))
  const send = sender(socket)
  await send('session.new', { capabilities: {} })
  const { context } = z.looseObject({ context: z.string() }).parse(await send('browsingContext.create', { type: 'tab' }))
  await send('browsingContext.setViewport', { context, viewport: { width: 1280, height: 800 } })
  const evaluate = (expression: string): Promise<unknown> => send('script.evaluate', { expression, target: { context }, awaitPromise: true, resultOwnership: 'root' })
  return {
    open: async (url) => { await send('browsingContext.navigate', { context, url, wait: 'complete' }) },
    ask: async (expression) => JSON.parse(value.parse(await evaluate(`JSON.stringify(${expression} ?? null)`)).result.value) as unknown,
    choose: async (selector, file) => {
      const { result } = node.parse(await evaluate(`document.querySelector(${JSON.stringify(selector)})`))
      await send('input.setFiles', { context, element: { sharedId: result.sharedId }, files: [file] })
    },
    press: async (...keys) => {
      await send('input.performActions', { context, actions: [{ type: 'key', id: 'keys', actions: keys.flatMap((key) => [{ type: 'keyDown', value: key }, { type: 'keyUp', value: key }]) }] })
    },
    picture: async (file) => {
      const { data } = z.looseObject({ data: z.string() }).parse(await send('browsingContext.captureScreenshot', { context, origin: 'document' }))
      writeFileSync(file, Buffer.from(data, 'base64'))
    },
    close: async () => {
      socket.close()
      const ended = new Promise((resolve) => { child.once('exit', resolve) })
      child.kill()
      await ended
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

/** Firefox says on its error output where it listens. */
function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = ''
    const timer = setTimeout(() => reject(new Error(`Firefox did not start.\n${said}`)), within)
    child.stderr?.on('data', (data: Buffer) => {
      said += data.toString('utf8')
      const address = /WebDriver BiDi listening on (ws:\/\/\S+)/.exec(said)?.[1]
      if (address === undefined) return
      clearTimeout(timer)
      resolve(`${address}/session`)
    })
    child.once('exit', (code) => reject(new Error(`Firefox ended with ${code}.\n${said}`)))
  })
}

function connect(address: string): Promise<WebSocket> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(address)
    socket.addEventListener('open', () => resolve(socket))
    socket.addEventListener('error', () => reject(new Error(`Nobody answers at ${address}`)))
  })
}

function sender(socket: WebSocket): (method: string, params: object) => Promise<unknown> {
  let last = 0
  const waiting = new Map<number, { resolve: (result: unknown) => void; reject: (error: Error) => void }>()
  socket.addEventListener('message', ({ data }) => {
    const { id, type, result, error, message } = reply.parse(JSON.parse(String(data)))
    const asker = id === undefined ? undefined : waiting.get(id)
    if (id === undefined || !asker) return
    waiting.delete(id)
    if (type === 'success') asker.resolve(result)
    else asker.reject(new Error(`${error}: ${message}`))
  })
  return (method, params) => new Promise((resolve, reject) => {
    last += 1
    waiting.set(last, { resolve, reject })
    socket.send(JSON.stringify({ id: last, method, params }))
  })
}
