import { chromium, type BrowserContext, type Page } from 'playwright-core'
import { webOrigin } from './addresses.ts'
import { askPerson } from './ask-person.ts'
import { createDialogQueue } from './dialogs.ts'
import type { AppDriver, Exit, LaunchOptions } from './driver.ts'
import { requireChromium } from './find-chromium.ts'
import { startMainProcess, type MainProcess } from './main-process.ts'
import { routeRequests } from './requests.ts'
import { createWindows } from './windows.ts'

/** Chromium's own errands are switched off, so that a request that is seen is one of ours. */
const quiet = [
  '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update',
  '--disable-sync', '--no-default-browser-check', '--disable-features=OptimizationHints,MediaRouter,Translate',
]
const endsWithin = 30_000

/** Runs the built app with its windows in Chromium. Fails where the app ends before it shows a window. */
export async function launchStandIn(options: LaunchOptions): Promise<AppDriver> {
  const context = await openBrowser(options)
  const queue = createDialogQueue()
  const answers = options.visible === true ? askPerson(() => firstPage(context)) : queue
  const shown: string[] = []
  const opened: string[] = []
  const blockedRequests: string[] = []
  const letThrough: string[] = []
  const ask: MainProcess['ask'] = (name, input) => main.ask(name, input)
  const shownWindows = createWindows({ context, ask, letThrough, keepSize: options.visible === true || options.viewport !== undefined })
  await routeRequests(context, { ask, windows: shownWindows.windows, blockedRequests, letThrough })
  const main = startMainProcess(options, {
    'load': shownWindows.load,
    'close-window': shownWindows.close,
    'bring-forward': shownWindows.bringForward,
    'save-dialog': answers.save,
    'open-dialog': answers.open,
    'show-in-folder': (path) => void shown.push(path),
    'open-path': (path) => { opened.push(path); return '' },
  })
  const closeBrowser = async (): Promise<void> => {
    await context.close()
    await context.browser()?.close()
  }
  const exited = main.exited.then(async (exit) => {
    await closeBrowser()
    return exit
  })
  // With a listener that does nothing, the browser's boxes wait for the person instead of being closed at once.
  if (options.visible === true) context.on('dialog', () => undefined)
  const page = await Promise.race([shownWindows.first.promise, exited.then((exit) => { throw endedEarly(exit, main.output()) })])
  return {
    host: 'stand-in', page, context, dialogs: queue.dialogs, blockedRequests, letThrough, exited,
    open: async (address) => void await page.goto(webOrigin + address),
    shownInFolder: async () => shown,
    openedOutside: async () => opened,
    output: main.output,
    kill: async () => {
      main.kill()
      return exited
    },
    close: async () => {
      await page.close()
      return endOf(main, exited)
    },
  }
}

async function openBrowser({ visible = false, colorScheme = 'light', viewport }: LaunchOptions): Promise<BrowserContext> {
  const settings = { executablePath: requireChromium(), args: quiet, locale: 'en-GB', timezoneId: 'Europe/London', serviceWorkers: 'block' as const, acceptDownloads: true }
  if (!visible) {
    const browser = await chromium.launch(settings)
    return browser.newContext({ ...settings, colorScheme, viewport: viewport ?? { width: 1280, height: 800 } })
  }
  // The look of an app of its own, one window without the browser's bars, needs a profile.
  return chromium.launchPersistentContext('', {
    ...settings, headless: false, colorScheme: null, viewport: null, chromiumSandbox: process.getuid?.() !== 0,
    args: [...quiet, `--app=${webOrigin}/`, '--window-size=1280,860'],
  })
}

function firstPage(context: BrowserContext): Page {
  const page = context.pages()[0]
  if (page === undefined) throw new Error('there is no window to ask in')
  return page
}

function endedEarly({ code, signal }: Exit, output: string): Error {
  return new Error(`The app ended before it showed a window (code ${code ?? 'none'}, signal ${signal ?? 'none'}).\n${output}`)
}

/** Waits for the end; an app that does not end is ended, and that is an error. */
async function endOf(main: MainProcess, exited: Promise<Exit>): Promise<Exit> {
  const timer = setTimeout(main.kill, endsWithin)
  const exit = await exited
  clearTimeout(timer)
  if (exit.signal === 'SIGKILL') throw new Error(`The app did not end within ${endsWithin / 1000} seconds of its window being closed.\n${main.output()}`)
  return exit
}
