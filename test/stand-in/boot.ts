import { registerHooks } from 'node:module'
import { pathToFileURL } from 'node:url'
import { connectToHost, hostOptions } from './connection.ts'
import { becomeReady } from './electron-app.ts'
import { answerInvoke } from './electron-parts.ts'
import { answerFetch, mayDownload, mayRequest, permitted } from './electron-session.ts'
import { pageWasClosed, windowById } from './electron-window.ts'
import { emitPreventable } from './offered.ts'

// The first file of the app's process: makes `electron` mean the stand-in, joins the host, then reads the built app.
const standIn = new URL('./electron.ts', import.meta.url).href
registerHooks({
  resolve: (specifier, context, next) => (specifier === 'electron' ? { url: standIn, shortCircuit: true } : next(specifier, context)),
})

connectToHost({
  'invoke': answerInvoke,
  'fetch': answerFetch,
  'may-request': mayRequest,
  'may-navigate': ({ windowId, url, isMainFrame }) => {
    const { webContents } = windowById(windowId)
    const frameStays = emitPreventable(webContents, 'will-frame-navigate', { url, isMainFrame })
    const pageStays = isMainFrame && emitPreventable(webContents, 'will-navigate', { url, isMainFrame }, url)
    return !frameStays && !pageStays
  },
  'may-open-window': ({ windowId, url }) => {
    const details = { url, frameName: '', features: '', disposition: 'new-window', referrer: { url: '', policy: 'default' } } as const
    return windowById(windowId).webContents.openHandler?.(details).action !== 'deny'
  },
  'may-download': ({ url }) => mayDownload(url),
  'permitted': (names) => permitted(names, windowById(1).webContents as unknown as Electron.WebContents),
  'window-closed': ({ windowId }) => pageWasClosed(windowId),
  'page-crashed': ({ windowId }) => {
    windowById(windowId).webContents.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 1 })
  },
})
// The host has gone without a word, so the app has nobody to show anything to.
process.on('disconnect', () => process.exit(1))

// In Electron the app's own path stands where Node has its first file.
process.argv.splice(1, 1)
await import(pathToFileURL(hostOptions().main).href)
becomeReady()
