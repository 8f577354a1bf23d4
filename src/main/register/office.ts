import type { Refusal } from '../../shared/contract/reply.ts'
import type { RegisterStore } from '../store/register-store.ts'
import type { Reading } from './desk.ts'
import type { ElsewhereDesk } from './packs/elsewhere-desk.ts'
import type { Ports } from './ports.ts'
import type { Session } from './session.ts'
import type { SettingsFolder } from './settings.ts'

/** What the handlers share: at most one open register, at most one person signed in. */
export type Office = Readonly<{
  ports: Ports
  settings: SettingsFolder
  session: Session
  /** A sign-off pack of some register, being answered on this computer. */
  elsewhere: ElsewhereDesk
  register: () => RegisterStore | null
  problem: () => Refusal | null
  /** The register's place, open or not. */
  place: () => string
  demoPassphrase: () => string | null
  open: (file: string) => Promise<void>
  /** Takes over a register that has just been made. */
  adopt: (store: RegisterStore) => void
  /** Something to do when the app closes. */
  atClose: (act: () => void) => void
  /** @throws Refused when no register is open */
  reading: () => Reading
}>

export const registerFileName = 'register.psr'
