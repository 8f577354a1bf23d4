import type { BrowserContext, Page, Request, Route } from 'playwright-core'
import { isAppAddress, toApp } from './addresses.ts'
import type { MainProcess } from './main-process.ts'
import type { PageRequest } from './questions.ts'

export type PageOfWindow = { windowId: number; hostNavigates: boolean }
type Surroundings = {
  ask: MainProcess['ask']
  windows: ReadonlyMap<Page, PageOfWindow>
  blockedRequests: string[]
  letThrough: string[]
}

const resourceTypes: Readonly<Record<string, PageRequest['resourceType']>> = {
  document: 'mainFrame', stylesheet: 'stylesheet', script: 'script', image: 'image', font: 'font', media: 'media',
  xhr: 'xhr', fetch: 'xhr', ping: 'ping', websocket: 'webSocket',
}

/** Puts every request a page makes before the app: its navigation guard, its network filter, its own file server. */
export async function routeRequests(context: BrowserContext, surroundings: Surroundings): Promise<void> {
  await context.route('**/*', async (route) => {
    try {
      await answerRoute(route, surroundings)
    } catch {
      // The page or the main process went while this was being answered; nobody waits for it any more.
      await route.abort().catch(() => undefined)
    }
  })
  // A web socket cannot be held up here, so one that the page's policy let through has got out.
  context.on('page', (page) => page.on('websocket', (socket) => {
    surroundings.blockedRequests.push(socket.url())
    surroundings.letThrough.push(`web socket to ${socket.url()}`)
  }))
}

async function answerRoute(route: Route, { ask, windows, blockedRequests, letThrough }: Surroundings): Promise<void> {
  const request = route.request()
  const window = windowOf(request, windows)
  // A page that is no window of the app was opened by a page, and is closed again where that is noticed.
  if (window === null) return route.abort('blockedbyclient')
  const url = toApp(request.url())
  if (request.isNavigationRequest() && !window.hostNavigates) {
    const isMainFrame = request.frame().parentFrame() === null
    const allowed = await ask('may-navigate', { windowId: window.windowId, url, isMainFrame })
    if (!allowed) return route.abort('aborted')
    if (isMainFrame) letThrough.push(`navigation to ${url}`)
  }
  const allowed = await ask('may-request', { url, resourceType: resourceTypes[request.resourceType()] ?? 'other' })
  if (!isAppAddress(request.url())) {
    blockedRequests.push(url)
    if (allowed) letThrough.push(`request for ${url}`)
  }
  if (!allowed || !isAppAddress(request.url())) return route.abort('blockedbyclient')
  const { status, headers, body } = await ask('fetch', { url, method: request.method() })
  await route.fulfill({ status, headers, body: Buffer.from(body) })
}

function windowOf(request: Request, windows: ReadonlyMap<Page, PageOfWindow>): PageOfWindow | null {
  try {
    return windows.get(request.frame().page()) ?? null
  } catch {
    // The first request of a page that a page opened comes before its frame.
    return null
  }
}
