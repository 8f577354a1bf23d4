/**
 * Chromium has no `app:` scheme, so the app's pages have a secure address of their own there. Requests to it never
 * leave the browser: the handler that the app registered for its scheme answers them.
 */
const webAddress = /^https:\/\/([a-z]+)\.app\.localhost(?=[/?#]|$)/
export const webOrigin = 'https://register.app.localhost'

export function toWeb(address: string): string {
  return address.replace(/^app:\/\/([a-z]+)/, 'https://$1.app.localhost')
}

export function toApp(address: string): string {
  return address.replace(webAddress, 'app://$1')
}

export function isAppAddress(address: string): boolean {
  return webAddress.test(address)
}
