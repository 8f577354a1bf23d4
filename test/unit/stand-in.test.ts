import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { windowOptions } from '../../src/main/desktop/window.ts'
import { becomeReady } from '../stand-in/electron-app.ts'
import * as standIn from '../stand-in/electron.ts'

const project = path.resolve(import.meta.dirname, '../..')
const namesImported = /import\s+(?!type)(?:(?<rest>\w+|\*\s+as\s+\w+)\s*,?\s*)?(?:\{(?<names>[^}]*)\})?\s*from\s+['"]electron['"]/g

/** The values (not types) that the main process imports from Electron. */
function importedFromElectron(): string[] {
  const files = ['src/main/index.ts', ...globSync('src/main/desktop/**/*.ts', { cwd: project })]
  const names = files.flatMap((file) => {
    const source = readFileSync(path.join(project, file), 'utf8')
    return [...source.matchAll(namesImported)].flatMap(({ groups }) => {
      if (groups?.rest !== undefined) throw new Error(`${file} imports all of Electron; name what is used`)
      return (groups?.names ?? '').split(',').map((name) => name.trim()).filter((name) => name !== '' && !name.startsWith('type '))
    })
  })
  return [...new Set(names.map((name) => name.split(/\s+as\s+/)[0] ?? name))].sort()
}

const allowed = windowOptions({ preload: 'index.cjs', packaged: false, dark: false })

describe('the stand-in for Electron', () => {
  it('offers exactly the names that the main process imports', () => {
    expect(importedFromElectron().length).toBeGreaterThan(5)
    expect(Object.keys(standIn).sort()).toEqual(importedFromElectron())
  })

  it('says the name of what it does not offer', () => {
    expect(() => Reflect.get(standIn.app, 'relaunch') as unknown).toThrow('does not offer app.relaunch')
  })

  it('makes no window before the app is ready', () => {
    expect(() => new standIn.BrowserWindow(allowed)).toThrow('before app is ready')
  })

  it('takes the window that the app makes', () => {
    becomeReady()
    const window = new standIn.BrowserWindow(allowed)
    expect(standIn.BrowserWindow.getAllWindows()).toEqual([window])
  })

  it.each([
    ['sandbox', false], ['contextIsolation', false], ['nodeIntegration', true], ['webSecurity', false], ['webviewTag', true],
    ['nodeIntegrationInSubFrames', true], ['nodeIntegrationInWorker', true], ['allowRunningInsecureContent', true],
    ['experimentalFeatures', true],
  ])('refuses a window with %s: %s', (power, value) => {
    const options = { ...allowed, webPreferences: { ...allowed.webPreferences, [power]: value } }
    expect(() => new standIn.BrowserWindow(options)).toThrow(`refuses this window: ${power}`)
  })

  it('refuses a window that leaves the sandbox to the default', () => {
    expect(() => new standIn.BrowserWindow({})).toThrow('sandbox is not on')
  })

  it('refuses a scheme that would pass by the content policy', () => {
    const scheme = { scheme: 'app', privileges: { standard: true, bypassCSP: true } }
    expect(() => standIn.protocol.registerSchemesAsPrivileged([scheme])).toThrow('bypassCSP')
  })
})
