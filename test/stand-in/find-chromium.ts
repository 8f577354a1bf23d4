import { existsSync } from 'node:fs'
import path from 'node:path'
import { chromium } from 'playwright-core'

const programFiles = [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA].filter((folder) => folder !== undefined)

const places: Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>> = {
  linux: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'].flatMap((name) =>
    (process.env.PATH ?? '').split(path.delimiter).map((folder) => path.join(folder, name))),
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: programFiles.flatMap((folder) => [
    path.join(folder, 'Google/Chrome/Application/chrome.exe'), path.join(folder, 'Microsoft/Edge/Application/msedge.exe'),
  ]),
}

/** A Chromium on this machine: the one named in `CHROMIUM_PATH`, the system's, or Playwright's. Null where there is none. */
export function findChromium(): string | null {
  const named = process.env.CHROMIUM_PATH
  if (named !== undefined && named !== '') {
    if (!existsSync(named)) throw new Error(`CHROMIUM_PATH names ${named}, and there is nothing there.`)
    return named
  }
  return [...(places[process.platform] ?? []), chromium.executablePath()].find((file) => existsSync(file)) ?? null
}

export function requireChromium(): string {
  const found = findChromium()
  if (found === null) throw new Error('No Chromium was found. Install Chromium or Google Chrome, or set CHROMIUM_PATH to one.')
  return found
}
