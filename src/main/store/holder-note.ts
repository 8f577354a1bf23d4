import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { z } from 'zod'

const holder = z.strictObject({ computer: z.string().max(200), since: z.string().max(40), process: z.int() })
export type Holder = z.infer<typeof holder>

const noteBeside = (file: string): string => `${file}.open`

/** A small note beside an open register, so that the next person is told who has it. The lock itself is SQLite's. */
export function writeHolderNote(file: string, note: Holder): void {
  try {
    writeFileSync(noteBeside(file), JSON.stringify(note))
  } catch {
    // Informational only: a register on a stick without room for the note is still a register.
  }
}

export function readHolderNote(file: string): Holder | null {
  try {
    return holder.parse(JSON.parse(readFileSync(noteBeside(file), 'utf8')))
  } catch {
    return null
  }
}

export function removeHolderNote(file: string): void {
  try {
    rmSync(noteBeside(file), { force: true })
  } catch {
    // A note that stays behind misleads nobody: it is only read when the register is locked.
  }
}
