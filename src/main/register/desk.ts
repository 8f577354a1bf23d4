import type { IsoDate, IsoInstant } from '../../shared/domain/date.ts'
import type { PersonRecord } from '../../shared/domain/person-record.ts'
import type { RegisterHead } from '../../shared/domain/register-record.ts'
import type { IsWorkingDay } from '../../shared/domain/effective-date.ts'
import type { CompiledRules } from '../../shared/domain/classification/compile-rules.ts'
import type { Actor, NewEvent } from '../../shared/trail/event.ts'
import type { FileActs } from '../store/evidence-files.ts'
import type { RegisterStore } from '../store/register-store.ts'
import type { Ports } from './ports.ts'

/** What a query may look at: the open register and today's date. */
export type Reading = Readonly<{
  store: RegisterStore
  head: RegisterHead
  now: IsoInstant
  today: IsoDate
  rules: CompiledRules
  isWorkingDay: IsWorkingDay
  /** Whoever is signed in; null on the sign-in screen. */
  person: PersonRecord | null
}>

/** What a command may look at: also who acts. It reads, decides and returns events; it writes nothing. */
export type Acting = Reading & Readonly<{ person: PersonRecord; actor: Actor; newId: () => string }>

export type Decided<T> = Readonly<{ events: readonly NewEvent[]; result: T; files?: FileActs }>

export type { Ports }
