import type { Page } from 'playwright-core'

/** What the focus is on, as a screen reader names it. */
export const focusedOn = (page: Page): Promise<string> => page.evaluate(() => {
  const here = document.activeElement
  if (!(here instanceof HTMLElement)) return ''
  const labels = 'labels' in here ? [...(here as HTMLInputElement).labels ?? []].map(({ textContent }) => textContent) : []
  return [...labels, here.getAttribute('aria-label'), here.textContent].filter(Boolean).join(' ').replaceAll(/\s+/g, ' ').trim()
})

/** Walks with the Tab key alone, as somebody without a mouse would. */
export async function walkTo(page: Page, wanted: RegExp, key = 'Tab'): Promise<void> {
  for (let presses = 0; presses < 60; presses += 1) {
    await page.keyboard.press(key)
    if (wanted.test(await focusedOn(page))) return
  }
  throw new Error(`The focus never came to ${String(wanted)}`)
}
