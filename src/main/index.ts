import path from 'node:path'
import { app, BrowserWindow, dialog, ipcMain, Menu, nativeTheme, protocol, session, shell } from 'electron'
import { connectBridge } from './desktop/bridge.ts'
import { closeTidily } from './desktop/closing.ts'
import { createLastWords } from './desktop/failure.ts'
import { lockPages, lockSession } from './desktop/lockdown.ts'
import { openLog } from './desktop/log.ts'
import { menuTemplate } from './desktop/menu.ts'
import { pageScheme } from './desktop/page-address.ts'
import { createPorts } from './desktop/ports.ts'
import { pageSchemePrivileges, servePages } from './desktop/protocol.ts'
import { givenArguments, isHeadless, packToOpen, registerToOpen } from './desktop/start-arguments.ts'
import { bringForward, offerTextMenu, openWindow, showFirstPage } from './desktop/window.ts'
import { createRegisterApp } from './register/app.ts'

const given = givenArguments(process.argv, app.isPackaged)
const log = openLog(path.join(app.getPath('userData'), 'logs'), () => new Date().toISOString())
const lastWords = createLastWords(app, dialog, log)
const circumstances = { packaged: app.isPackaged, log }

async function start(): Promise<void> {
  lockPages(app, circumstances)
  lockSession(session.defaultSession, circumstances)
  protocol.handle(pageScheme, servePages(path.join(import.meta.dirname, '../renderer')))
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate({ packaged: app.isPackaged, mac: process.platform === 'darwin' })))

  const ports = createPorts({
    app, dialog, shell, log,
    parent: () => BrowserWindow.getAllWindows()[0] ?? null,
    registerToOpen: registerToOpen(given, process.env), packToOpen: packToOpen(given),
  })
  const registerApp = createRegisterApp(ports)
  connectBridge(ipcMain, { registerApp, log })

  const preload = path.join(import.meta.dirname, '../preload/index.cjs')
  const window = openWindow(BrowserWindow, { ...circumstances, preload, dark: nativeTheme.shouldUseDarkColors })
  closeTidily(app, window, registerApp, log)
  offerTextMenu(window, Menu)
  app.on('second-instance', () => {
    log('info', 'second-instance')
    bringForward(window)
  })
  await showFirstPage(window)
}

async function runHeadless(): Promise<void> {
  const { runCli } = await import('./cli.ts')
  const code = await runCli(given, {
    out: (text) => void process.stdout.write(`${text}\n`),
    err: (text) => void process.stderr.write(`${text}\n`),
  })
  app.exit(code)
}

process.on('uncaughtException', lastWords)
process.on('unhandledRejection', lastWords)
protocol.registerSchemesAsPrivileged([pageSchemePrivileges])
app.enableSandbox()
// Nothing here is awaited: Electron is only ready once this file has been read to its end.
if (isHeadless(given, app.isPackaged)) runHeadless().catch(lastWords)
else if (app.requestSingleInstanceLock()) app.whenReady().then(start).catch(lastWords)
else app.exit(0)
