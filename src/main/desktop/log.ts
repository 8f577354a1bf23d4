import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs'
import path from 'node:path'
import type { Ports } from '../register/ports.ts'

/** Half a million bytes is some thousands of lines; two files of that are kept. */
const rotateAbove = 500_000
const plainWord = /^[\w.:-]{1,64}$/
/** A place in the app's own code, as a stack names it, without the folders above. */
const placeInOurCode = /^(at )?([\w.<>$# ]{1,80} )?\(?(src|out)\/[\w./-]{1,120}:\d+:\d+\)?$/

/**
 * A log of codes for whoever looks after the computer: one JSON line an event, no names, no free text, no paths.
 * A detail that is neither a plain word nor a place in our code is left out, so that a mistake elsewhere cannot write a person's data here.
 * Where the log itself cannot be written, the app goes on and says so on standard error.
 */
export function openLog(folder: string, clock: () => string): Ports['log'] {
  const file = path.join(folder, 'app.log')
  return (level, code, detail = {}) => {
    const line = `${JSON.stringify({ at: clock(), level, code, ...plainDetail(detail) })}\n`
    try {
      mkdirSync(folder, { recursive: true })
      if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > rotateAbove) renameSync(file, path.join(folder, 'app.1.log'))
      appendFileSync(file, line)
    } catch (error) {
      process.stderr.write(`The log could not be written (${describeError(error).error}): ${line}`)
    }
  }
}

function plainDetail(detail: Readonly<Record<string, string | number>>): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(detail).map(([key, value]) => [key, isPlain(value) ? value : '(left out)']),
  )
}

function isPlain(value: string | number): boolean {
  return typeof value === 'number' || plainWord.test(value) || placeInOurCode.test(value)
}

/** What may be logged of an error: its kind, its code and where it arose. Its message may hold a path or a name. */
export function describeError(error: unknown): { error: string; place: string } {
  if (!(error instanceof Error)) return { error: typeof error, place: 'unknown' }
  const kind = 'code' in error && typeof error.code === 'string' ? error.code : error.name
  const place = /([\w.-]+\.[cm]?[jt]s:\d+:\d+)/.exec(error.stack ?? '')?.[1]
  return { error: kind, place: place ?? 'unknown' }
}
