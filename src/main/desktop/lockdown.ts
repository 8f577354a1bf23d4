import type { App, Session, WebContents } from 'electron'
import type { Ports } from '../register/ports.ts'
import { isOurPage } from './page-address.ts'

type Circumstances = Readonly<{ packaged: boolean; log: Ports['log'] }>

/**
 * Whether a request stays inside the app: our own pages, pictures written into a page as data, and, while
 * developing, the developer tools' own files.
 */
export function staysInside(address: string, packaged: boolean): boolean {
  if (isOurPage(address) || address.startsWith('data:image/')) return true
  return !packaged && address.startsWith('devtools:')
}

/** Takes from every page the session shows the network, the device permissions and downloads. */
export function lockSession(session: Session, { packaged, log }: Circumstances): void {
  session.setPermissionRequestHandler((_contents, _permission, decide) => decide(false))
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
  session.setSpellCheckerEnabled(false)
  session.webRequest.onBeforeRequest((request, decide) => {
    const cancel = !staysInside(request.url, packaged)
    if (cancel) log('warning', 'request-blocked', { resource: request.resourceType })
    decide({ cancel })
  })
  session.on('will-download', (event) => {
    event.preventDefault()
    log('warning', 'download-blocked')
  })
}

/** Keeps every page, whichever way it came to be, where it is: no navigation, no window, no guest page. */
export function lockPages(app: App, circumstances: Circumstances): void {
  app.on('web-contents-created', (_event, contents) => lockPage(contents, circumstances))
}

function lockPage(contents: WebContents, { packaged, log }: Circumstances): void {
  contents.setWindowOpenHandler(() => {
    log('warning', 'window-blocked')
    return { action: 'deny' }
  })
  contents.on('will-navigate', (event) => {
    event.preventDefault()
    log('warning', 'navigation-blocked')
  })
  contents.on('will-frame-navigate', (event) => event.preventDefault())
  contents.on('will-redirect', (event) => event.preventDefault())
  contents.on('will-attach-webview', (event) => event.preventDefault())
  if (packaged) contents.on('devtools-opened', () => contents.closeDevTools())
}
