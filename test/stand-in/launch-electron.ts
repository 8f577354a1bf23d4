import path from 'node:path'
import { _electron, type ElectronApplication } from 'playwright-core'
import type { AskedDialog, Dialogs, SaveAnswer } from './dialogs.ts'
import type { AppDriver, Exit, LaunchOptions } from './driver.ts'

/** What the answers and notes look like inside Electron's main process, where the dialogs are replaced. */
type Kept = { saves: SaveAnswer[]; opens: (string | null)[]; asked: AskedDialog[]; shown: string[]; opened: string[] }

const ownAddress = /^(app:\/\/register\/|data:|devtools:)/
const endsWithin = 30_000
/** Started by its folder, the app has the name and the version of package.json. */
const projectFolder = path.resolve(import.meta.dirname, '../..')

/** Runs the built app in Electron itself. */
export async function launchElectron(options: LaunchOptions, executablePath: string): Promise<AppDriver> {
  const electron = await _electron.launch({
    executablePath,
    args: [path.resolve(options.main ?? projectFolder), `--user-data-dir=${path.resolve(options.userData)}`],
    env: environment(options),
    colorScheme: options.colorScheme ?? 'light',
    locale: 'en-GB',
    timezoneId: 'Europe/London',
  })
  const child = electron.process()
  const output: string[] = []
  child.stdout?.on('data', (text) => output.push(String(text)))
  child.stderr?.on('data', (text) => output.push(String(text)))
  const exited = new Promise<Exit>((resolve) => child.once('exit', (code, signal) => resolve({ code, signal })))
  await replaceDialogs(electron)

  const context = electron.context()
  const blockedRequests: string[] = []
  context.on('request', (request) => {
    if (!ownAddress.test(request.url())) blockedRequests.push(request.url())
  })
  const letThrough: string[] = []
  context.on('response', (response) => {
    if (!ownAddress.test(response.url())) letThrough.push(`request for ${response.url()}`)
  })
  const page = await electron.firstWindow()
  if (options.viewport) await page.setViewportSize(options.viewport)
  return {
    host: 'electron', page, context, blockedRequests, letThrough, exited,
    dialogs: dialogsOf(electron),
    open: async (address) => void await page.goto(`app://register${address}`),
    shownInFolder: () => electron.evaluate(() => (globalThis as unknown as { kept: Kept }).kept.shown),
    openedOutside: () => electron.evaluate(() => (globalThis as unknown as { kept: Kept }).kept.opened),
    output: () => output.join(''),
    kill: async () => {
      child.kill('SIGKILL')
      return exited
    },
    close: async () => {
      await page.close()
      const timer = setTimeout(() => child.kill('SIGKILL'), endsWithin)
      const exit = await exited
      clearTimeout(timer)
      if (exit.signal === 'SIGKILL') throw new Error(`The app did not end after its window was closed.\n${output.join('')}`)
      return exit
    },
  }
}

function environment({ environment = {}, register }: LaunchOptions): Record<string, string> {
  const inherited = Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined)
  return { ...Object.fromEntries(inherited), ...environment, ...(register !== undefined && { PSR_REGISTER: path.resolve(register) }) }
}

async function replaceDialogs(electron: ElectronApplication): Promise<void> {
  await electron.evaluate(({ dialog, shell }) => {
    const kept: Kept = { saves: [], opens: [], asked: [], shown: [], opened: [] }
    Object.assign(globalThis, { kept })
    type Question = { title?: string; defaultPath?: string; filters?: { extensions: string[] }[] }
    const note = (kind: 'open' | 'save', { title = '', defaultPath = '', filters = [] }: Question): void => {
      kept.asked.push({ kind, title, defaultPath, extensions: filters.flatMap(({ extensions }) => extensions) })
    }
    dialog.showSaveDialog = async (...args: unknown[]) => {
      const question = args.at(-1) as Question
      note('save', question)
      const answer = kept.saves.shift() ?? null
      const name = (question.defaultPath ?? '').split(/[\\/]/).at(-1) ?? ''
      const filePath = answer === null || typeof answer === 'string' ? answer : `${answer.folder}/${name}`
      return { canceled: filePath === null, filePath: filePath ?? '' }
    }
    dialog.showOpenDialog = async (...args: unknown[]) => {
      note('open', args.at(-1) as Question)
      const answer = kept.opens.shift() ?? null
      return { canceled: answer === null, filePaths: answer === null ? [] : [answer] }
    }
    shell.showItemInFolder = (shown) => void kept.shown.push(shown)
    shell.openPath = async (opened) => { kept.opened.push(opened); return '' }
  })
}

function dialogsOf(electron: ElectronApplication): Dialogs {
  return {
    answerSave: (answer) => electron.evaluate((_electron, answer) => void (globalThis as unknown as { kept: Kept }).kept.saves.push(answer), answer),
    answerOpen: (answer) => electron.evaluate((_electron, answer) => void (globalThis as unknown as { kept: Kept }).kept.opens.push(answer), answer),
    asked: () => electron.evaluate(() => (globalThis as unknown as { kept: Kept }).kept.asked),
  }
}
