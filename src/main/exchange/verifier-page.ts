import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { refuse } from '../../shared/contract/refused.ts'
import { resourcesFolder } from './resource-folder.ts'
import { writeWhole } from './write-whole.ts'

export const verifierName = 'verifier.html'

/** The built checking page, beside the built app. */
const builtPage = (): string => path.join(path.dirname(resourcesFolder()), 'out', 'verifier', verifierName)

/** Only a checkout that was never built has none. */
export const hasVerifier = (): boolean => existsSync(builtPage())

/**
 * Writes the checking page, one file that works on its own, beside its place first and then under its name.
 * @throws Refused `export-failed` or `disk-full`, with nothing left behind; `not-found` where the page was never built
 */
export function saveVerifier(file: string, from = builtPage()): void {
  if (!existsSync(from)) throw refuse('not-found', { happened: 'The checking page has not been built yet.', todo: 'Run npm run build once.' })
  const page = readFileSync(from)
  writeWhole(file, page)
}

/** Puts the checking page into a folder. @returns its name, or null where it was never built */
export function writeVerifier(folder: string): string | null {
  if (!hasVerifier()) return null
  saveVerifier(path.join(folder, verifierName))
  return verifierName
}
