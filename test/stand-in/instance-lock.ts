import { mkdirSync, readFileSync, rmSync, watch, writeFileSync } from 'node:fs'
import path from 'node:path'

/**
 * One instance a settings folder, as Electron has it: the second one gets false, and the first one hears of it. A
 * lock whose process has gone (it was killed) is taken over.
 */
export function takeInstanceLock(folder: string, onSecond: (argv: string[]) => void): boolean {
  mkdirSync(folder, { recursive: true })
  const lock = path.join(folder, 'stand-in-instance.lock')
  const visit = path.join(folder, 'stand-in-visit.json')
  const holder = holderOf(lock)
  if (holder !== null && isRunning(holder)) {
    writeFileSync(visit, JSON.stringify(process.argv))
    return false
  }
  writeFileSync(lock, String(process.pid))
  rmSync(visit, { force: true })
  watch(folder, { persistent: false }, (_change, name) => {
    const argv = name === path.basename(visit) ? readVisit(visit) : null
    if (argv === null) return
    rmSync(visit, { force: true })
    onSecond(argv)
  })
  return true
}

function holderOf(lock: string): number | null {
  try {
    return Number(readFileSync(lock, 'utf8'))
  } catch {
    // No lock yet: nobody holds it.
    return null
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    // There is no such process any more.
    return false
  }
}

function readVisit(visit: string): string[] | null {
  try {
    return JSON.parse(readFileSync(visit, 'utf8')) as string[]
  } catch {
    // Not written to its end yet, or gone already: the next change tells.
    return null
  }
}
