import type { BrowserContext, CDPSession, Download, Page } from 'playwright-core'
import { toApp, toWeb } from './addresses.ts'
import { installPreload } from './isolated-world.ts'
import type { MainProcess } from './main-process.ts'
import type { WindowToLoad } from './questions.ts'
import type { PageOfWindow } from './requests.ts'

/** Permissions a page could ask the browser for, by Chromium's name and Electron's. */
const permissions: Readonly<Record<string, string>> = {
  'geolocation': 'geolocation', 'notifications': 'notifications', 'camera': 'media', 'microphone': 'media', 'midi': 'midi',
  'clipboard-read': 'clipboard-read', 'clipboard-write': 'clipboard-sanitized-write', 'persistent-storage': 'persistent-storage',
  'idle-detection': 'idle-detection', 'local-fonts': 'local-fonts', 'storage-access': 'storage-access',
}

type Surroundings = { context: BrowserContext; ask: MainProcess['ask']; letThrough: string[]; keepSize: boolean }

/** The app's windows as pages of the browser. */
export function createWindows({ context, ask, letThrough, keepSize }: Surroundings) {
  const windows = new Map<Page, PageOfWindow>()
  const first = Promise.withResolvers<Page>()

  const pageOf = (windowId: number): Page | null =>
    [...windows].find(([, window]) => window.windowId === windowId)?.[0] ?? null

  async function createPage({ windowId, preload, width, height }: WindowToLoad): Promise<Page> {
    const page = context.pages().find((page) => !windows.has(page)) ?? await context.newPage()
    const window = { windowId, hostNavigates: false }
    windows.set(page, window)
    letHostNavigate(page, window)
    if (!keepSize) await page.setViewportSize({ width, height })
    const cdp = await context.newCDPSession(page)
    await denyPermissions(cdp)
    if (preload !== null) {
      await installPreload(cdp, preload, ({ channel, args, url, isMainFrame }) =>
        ask('invoke', { windowId, channel, args, frame: { url: toApp(url), isMainFrame } }))
    }
    page.on('close', () => {
      windows.delete(page)
      void ask('window-closed', { windowId }).catch(() => undefined)
    })
    page.on('crash', () => void ask('page-crashed', { windowId }).catch(() => undefined))
    page.on('popup', (popup) => void closePopup(windowId, popup))
    page.on('download', (download) => void stopDownload(windowId, download))
    return page
  }

  async function closePopup(windowId: number, popup: Page): Promise<void> {
    const allowed = await ask('may-open-window', { windowId, url: toApp(popup.url()) }).catch(() => false)
    if (allowed) letThrough.push(`window ${popup.url()}`)
    await popup.close().catch(() => undefined)
  }

  async function stopDownload(windowId: number, download: Download): Promise<void> {
    const url = download.url()
    const allowed = await ask('may-download', { windowId, url }).catch(() => false)
    if (allowed) letThrough.push(`download of ${url}`)
    await download.cancel().catch(() => undefined)
  }

  async function denyPermissions(cdp: CDPSession): Promise<void> {
    const { targetInfo } = await cdp.send('Target.getTargetInfo')
    const granted = await ask('permitted', Object.values(permissions))
    for (const [name, electronName] of Object.entries(permissions)) {
      if (granted.includes(electronName)) continue
      const browserContextId = targetInfo.browserContextId
      await cdp.send('Browser.setPermission', {
        permission: { name }, setting: 'denied', ...(browserContextId !== undefined && { browserContextId }),
      })
    }
  }

  return {
    windows: windows as ReadonlyMap<Page, PageOfWindow>,
    first,
    load: async (wanted: WindowToLoad): Promise<void> => {
      const page = pageOf(wanted.windowId) ?? await createPage(wanted)
      await page.goto(toWeb(wanted.url))
      first.resolve(page)
    },
    close: async ({ windowId }: { windowId: number }): Promise<void> => pageOf(windowId)?.close(),
    bringForward: async ({ windowId }: { windowId: number }): Promise<void> => pageOf(windowId)?.bringToFront(),
  }
}

/** What a test or the app itself loads is no navigation of the page's own, so the app's guard is not asked. */
function letHostNavigate(page: Page, window: PageOfWindow): void {
  const goto = page.goto.bind(page)
  const reload = page.reload.bind(page)
  const hostNavigates = async <T>(navigate: () => Promise<T>): Promise<T> => {
    window.hostNavigates = true
    try {
      return await navigate()
    } finally {
      window.hostNavigates = false
    }
  }
  page.goto = (...args) => hostNavigates(() => goto(...args))
  page.reload = (...args) => hostNavigates(() => reload(...args))
}
