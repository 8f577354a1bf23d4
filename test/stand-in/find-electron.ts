import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'

/** Where the package's folder is. Its module is never imported: that alone would try to download the binary. */
export const electronPackage = path.resolve(import.meta.dirname, '../../node_modules/electron')

/** Electron's binary, or null where it has not been downloaded. */
export function findElectron(): string | null {
  const pathFile = path.join(electronPackage, 'path.txt')
  if (!existsSync(pathFile)) return null
  const binary = path.join(electronPackage, 'dist', readFileSync(pathFile, 'utf8').trim())
  return existsSync(binary) ? binary : null
}
