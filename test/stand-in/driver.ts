import type { BrowserContext, Page } from 'playwright-core'
import type { Dialogs } from './dialogs.ts'

export type Exit = { code: number | null; signal: NodeJS.Signals | null }

/** One running app, the same to a test whether Electron or the stand-in runs it. */
export type AppDriver = Readonly<{
  host: 'electron' | 'stand-in'
  /** The app's window. */
  page: Page
  context: BrowserContext
  /** Goes to a screen by its address, `/register`, as if the app had been started there. */
  open: (address: string) => Promise<void>
  /** Answers the system's dialogs and tells which were asked. */
  dialogs: Dialogs
  /** Files and folders the app asked the system to show. */
  shownInFolder: () => Promise<readonly string[]>
  /** Files the app asked the system to open in another program. */
  openedOutside: () => Promise<readonly string[]>
  /** Every request that was not for the app's own pages. Empty in an offline app. */
  blockedRequests: readonly string[]
  /** Requests, navigations, windows and downloads that nothing in the app itself stopped. Always empty. */
  letThrough: readonly string[]
  /** What the main process wrote to its standard output and error. */
  output: () => string
  /** Ends the main process at once, as a crash or a power cut would (SIGKILL). */
  kill: () => Promise<Exit>
  /** Closes the window as a person would and waits until the app has ended. */
  close: () => Promise<Exit>
  exited: Promise<Exit>
}>

export type LaunchOptions = Readonly<{
  /** The app's settings folder. A relaunch on the same folder is the same installation. */
  userData: string
  /** A register file to open at the start. */
  register?: string
  /** Where the app believes a person keeps documents. Only in the stand-in; inside `userData` unless told. */
  documents?: string
  /** The built main process. `out/main/index.js` unless told. */
  main?: string
  environment?: Readonly<Record<string, string>>
  colorScheme?: 'light' | 'dark'
  viewport?: Readonly<{ width: number; height: number }>
  /** Shows the window on a screen instead of drawing it out of sight. Only in the stand-in. */
  visible?: boolean
}>
