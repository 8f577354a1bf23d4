/** The app's own pages live under one scheme and one host; nothing else is ever shown. */
export const pageScheme = 'app'
export const pageHost = 'register'
export const startAddress = `${pageScheme}://${pageHost}/`

/**
 * Whether an address is one of our pages. `URL.origin` is the text 'null' for a scheme of our own,
 * so scheme and host are compared instead.
 */
export function isOurPage(address: string): boolean {
  const url = URL.parse(address)
  return (
    url !== null && url.protocol === `${pageScheme}:` && url.host === pageHost && url.username === '' && url.password === ''
  )
}
