import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { findChromium } from './find-chromium.ts'

/**
 * Makes sure that a Chromium is there: the machine's own, else Debian's package where this may be installed, else
 * the one Playwright downloads. Returns its path, or null when none can be had.
 */
export function ensureBrowser(say: (line: string) => void): string | null {
  const found = findChromium()
  if (found !== null) return found
  for (const { name, run } of [{ name: 'Debian’s chromium package', run: installDebianChromium }, { name: 'Playwright’s Chromium', run: downloadChromium }]) {
    say(`No Chromium was found. Trying ${name} …`)
    if (!run()) continue
    const installed = findChromium()
    if (installed !== null) return installed
  }
  say('No Chromium could be installed. Install Chromium or Google Chrome yourself, or set CHROMIUM_PATH to one, and start again.')
  return null
}

function installDebianChromium(): boolean {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const aptGet = (...args: string[]): boolean => spawnSync('apt-get', args, { stdio: 'inherit', env: environment }).status === 0
  return aptGet('update', '-qq') && aptGet('install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-liberation')
}

function downloadChromium(): boolean {
  const cli = path.resolve(import.meta.dirname, '../../node_modules/playwright-core/cli.js')
  return spawnSync(process.execPath, [cli, 'install', 'chromium'], { stdio: 'inherit' }).status === 0
}

if (import.meta.main) {
  const browser = ensureBrowser((line) => process.stderr.write(`${line}\n`))
  if (browser === null) process.exitCode = 1
  else process.stdout.write(`${browser}\n`)
}
