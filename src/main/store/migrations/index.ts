import type { Migration } from 'kysely/migration'
import { up as initial } from './0001-initial.ts'

/** In order, each named once and for ever. A released migration is history: it is never edited. */
export const migrations: Readonly<Record<string, Migration>> = Object.freeze({
  '0001-initial': { up: initial },
})

/** `user_version` of a register that has had all of them. */
export const newestSchema = Object.keys(migrations).length
