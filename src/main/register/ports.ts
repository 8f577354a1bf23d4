import type { IsoInstant } from '../../shared/domain/date.ts'
import type { Cost } from '../identity/passphrase.ts'

export type FileKind = Readonly<{ name: string; extensions: readonly string[] }>

/** What the core needs from whatever hosts it: the desktop shell, the command line, a test. */
export type Ports = Readonly<{
  /** Folders that exist and may be written to. `settings` is the app's own; `documents` is where people keep files. */
  folders: Readonly<{ settings: string; documents: string; temporary: string }>
  clock: () => IsoInstant
  /** Version of the app, written into each event. */
  appVersion: string
  /** A name for this computer, for the note beside a register that is open. */
  computer: string
  log: (level: 'info' | 'warning' | 'error', code: string, detail?: Readonly<Record<string, string | number>>) => void
  /** Paths come from the person through the system's own dialog, never from the page. Null when cancelled. */
  chooseFileToOpen: (question: { title: string; kinds: readonly FileKind[] }) => Promise<string | null>
  chooseFileToSave: (question: { title: string; suggestion: string; kinds: readonly FileKind[] }) => Promise<string | null>
  showInFolder: (path: string) => void
  /** Opens a file in whatever program the computer has for it. False when it has none, or would not. */
  openOutside: (path: string) => Promise<boolean>
  /** A register file named when the app was started, by a double-click or on the command line. */
  registerToOpen?: string | null
  /** A sign-off pack named when the app was started. */
  packToOpen?: string | null
  /** What it costs to try a passphrase. Left out everywhere but in tests, which make thousands of keys; then it is `usualCost`. */
  keyCost?: Cost
}>
