import type { MenuItemConstructorOptions } from 'electron'
import { describe, expect, it } from 'vitest'
import { staysInside } from '../../../src/main/desktop/lockdown.ts'
import { menuTemplate, textMenuTemplate } from '../../../src/main/desktop/menu.ts'
import { givenArguments, isHeadless, registerToOpen } from '../../../src/main/desktop/start-arguments.ts'
import { windowOptions } from '../../../src/main/desktop/window.ts'

describe('requests', () => {
  it.each(['app://register/', 'app://register/assets/a.js', 'data:image/svg+xml,x'])('%s stays inside', (address) => {
    expect(staysInside(address, true)).toBe(true)
  })
  it.each([
    'https://example.invalid/', 'http://localhost/', 'ws://localhost/', 'file:///etc/passwd', 'app://other/', 'blob:app://register/1',
    'data:text/html,x', 'ftp://example.invalid/', 'devtools://devtools/bundled/inspector.html',
  ])('%s does not', (address) => expect(staysInside(address, true)).toBe(false))
  it('reaches the developer tools only while developing', () => {
    expect(staysInside('devtools://devtools/bundled/inspector.html', false)).toBe(true)
  })
})

const rolesIn = (items: readonly MenuItemConstructorOptions[]): string[] =>
  items.flatMap(({ role, submenu }) => [...(role === undefined ? [] : [role]), ...(Array.isArray(submenu) ? rolesIn(submenu) : [])])
const noTools = ['reload', 'forceReload', 'toggleDevTools']

describe('the menu', () => {
  it.each([true, false])('of a packaged app reloads nothing and opens no developer tools (on a Mac: %s)', (mac) => {
    expect(rolesIn(menuTemplate({ packaged: true, mac }))).not.toEqual(expect.arrayContaining([expect.stringMatching(noTools.join('|'))]))
  })
  it('has them while developing', () => {
    expect(rolesIn(menuTemplate({ packaged: false, mac: false }))).toEqual(expect.arrayContaining(['reload', 'toggleDevTools']))
  })
  it.each([true, false])('always lets a person copy, zoom and leave (on a Mac: %s)', (mac) => {
    expect(rolesIn(menuTemplate({ packaged: true, mac }))).toEqual(expect.arrayContaining(['copy', 'paste', 'zoomIn', 'resetZoom', 'quit', 'about']))
  })
})

describe('the menu on text', () => {
  const editFlags = { canCut: false, canCopy: true, canPaste: true, canSelectAll: true }
  it('offers to paste in a field', () => {
    expect(rolesIn(textMenuTemplate({ isEditable: true, selectionText: '', editFlags }))).toEqual(['cut', 'copy', 'paste', 'selectAll'])
  })
  it('offers to copy what is marked, and nothing elsewhere', () => {
    expect(rolesIn(textMenuTemplate({ isEditable: false, selectionText: 'DSA-0007', editFlags }))).toEqual(['copy'])
    expect(textMenuTemplate({ isEditable: false, selectionText: ' ', editFlags })).toEqual([])
  })
})

describe('what was asked for at the start', () => {
  it('leaves out the program’s own paths', () => {
    expect(givenArguments(['app.exe', 'C:\\a.psr'], true)).toEqual(['C:\\a.psr'])
    expect(givenArguments(['electron', '.', 'a.psr'], false)).toEqual(['a.psr'])
  })
  it('is a register named on the command line before one in the environment', () => {
    expect(registerToOpen(['--flag', '/a/one.PSR'], { PSR_REGISTER: '/a/two.psr' })).toBe('/a/one.PSR')
    expect(registerToOpen(['--flag=x.psr', 'other.txt'], { PSR_REGISTER: '/a/two.psr' })).toBe('/a/two.psr')
  })
  it('is a headless command only in the packaged app, and only as a plain word', () => {
    expect(isHeadless(['verify', 'a.pdf'], true)).toBe(true)
    expect(isHeadless(['verify', 'a.pdf'], false)).toBe(false)
    for (const first of ['--demo', 'C:\\demo.psr', 'demo.psr', './demo', '']) expect(isHeadless([first], true)).toBe(false)
    expect(isHeadless([], true)).toBe(false)
  })
  it('is nothing when nothing is named', () => {
    expect(registerToOpen([], {})).toBeNull()
    expect(registerToOpen([], { PSR_REGISTER: '' })).toBeNull()
  })
})

describe('the window', () => {
  it('has its powers taken, and no developer tools when packaged', () => {
    const { webPreferences } = windowOptions({ preload: 'index.cjs', packaged: true, dark: false })
    expect(webPreferences).toMatchObject({
      sandbox: true, contextIsolation: true, nodeIntegration: false, webSecurity: true, webviewTag: false, spellcheck: false, devTools: false,
    })
  })
})
