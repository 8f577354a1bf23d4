import { EventEmitter } from 'node:events'
import type { CustomScheme } from 'electron'
import { emitPreventable, offered } from './offered.ts'
import type { PageRequest } from './questions.ts'

type RequestListener = NonNullable<Parameters<Electron.WebRequest['onBeforeRequest']>[0]>
type PermissionRequestHandler = Parameters<Electron.Session['setPermissionRequestHandler']>[0]
type PermissionCheckHandler = Parameters<Electron.Session['setPermissionCheckHandler']>[0]
type SchemeHandler = Parameters<Electron.Protocol['handle']>[1]

const events = new EventEmitter()
const schemeHandlers = new Map<string, SchemeHandler>()
let beforeRequest: ((details: PageRequest, decide: (answer: { cancel?: boolean }) => void) => void) | null = null
let requestHandler: PermissionRequestHandler = null
let checkHandler: PermissionCheckHandler = null

const webRequest = {
  onBeforeRequest: (listener: unknown) => {
    beforeRequest = typeof listener === 'function' ? (listener as RequestListener as typeof beforeRequest) : null
  },
} satisfies Pick<Electron.WebRequest, 'onBeforeRequest'>

const methods = {
  setPermissionRequestHandler: (handler) => { requestHandler = handler },
  setPermissionCheckHandler: (handler) => { checkHandler = handler },
  setDevicePermissionHandler: () => undefined,
  setSpellCheckerEnabled: () => undefined,
} satisfies Pick<
  Electron.Session,
  'setPermissionRequestHandler' | 'setPermissionCheckHandler' | 'setDevicePermissionHandler' | 'setSpellCheckerEnabled'
>

const defaultSession = offered('session.defaultSession', Object.assign(events, methods, { webRequest: offered('webRequest', webRequest) }))
export const session = offered('session', { defaultSession })

const privilegesNeverGiven = ['bypassCSP', 'corsEnabled', 'allowServiceWorkers', 'allowExtensions'] as const

export const protocol = offered('protocol', {
  registerSchemesAsPrivileged: (schemes: CustomScheme[]) => {
    for (const { scheme, privileges } of schemes) {
      const wrong = privilegesNeverGiven.filter((name) => privileges?.[name] === true)
      if (wrong.length > 0) throw new Error(`the stand-in for Electron refuses the scheme ${scheme}: ${wrong.join(', ')}`)
    }
  },
  handle: (scheme: string, handler: SchemeHandler) => {
    if (schemeHandlers.has(scheme)) throw new Error(`a second handler for ${scheme}:`)
    schemeHandlers.set(scheme, handler)
  },
} satisfies Pick<Electron.Protocol, 'registerSchemesAsPrivileged' | 'handle'>)

export async function answerFetch({ url, method }: { url: string; method: string }) {
  const handler = schemeHandlers.get(new URL(url).protocol.slice(0, -1))
  if (handler === undefined) throw new Error(`nobody serves ${url}`)
  const response = await handler(new Request(url, { method }))
  return {
    status: response.status,
    headers: Object.fromEntries(response.headers),
    body: new Uint8Array(await response.arrayBuffer()),
  }
}

/** Whether the app's own filter lets a request through; without a filter everything is let through, as in Electron. */
export function mayRequest(request: PageRequest): Promise<boolean> {
  const listener = beforeRequest
  if (listener === null) return Promise.resolve(true)
  return new Promise((resolve) => listener(request, ({ cancel }) => resolve(cancel !== true)))
}

/** Those of the permissions that the app grants. Electron grants what no handler denies. */
export function permitted(names: readonly string[], contents: Electron.WebContents): string[] {
  return names.filter((name) => {
    const permission = name as Parameters<NonNullable<PermissionCheckHandler>>[1]
    let granted = requestHandler === null
    const details = { isMainFrame: true, requestingUrl: '' }
    requestHandler?.(contents, permission, (answer) => { granted = answer }, details)
    return granted || checkHandler === null || checkHandler(contents, permission, '', details)
  })
}

export function mayDownload(url: string): boolean {
  return !emitPreventable(events, 'will-download', {}, { getURL: () => url })
}
