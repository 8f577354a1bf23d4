import { existsSync } from 'node:fs'
import type { Page } from 'playwright-core'

type Question = Readonly<{ title?: string; defaultPath?: string }>

/**
 * Asks the person at the screen for a file in the browser's own box, since the stand-in has no system dialogs. Used
 * where the window is shown to somebody; a test prepares its answers instead.
 */
export function askPerson(page: () => Page) {
  return {
    open: ({ title = 'Open', defaultPath = '' }: Question): Promise<string | null> => promptFor(page(), title, defaultPath),
    save: async ({ title = 'Save', defaultPath = '' }: Question): Promise<string | null> => {
      const chosen = await promptFor(page(), title, defaultPath)
      if (chosen === null || !existsSync(chosen)) return chosen
      return await page().evaluate((text) => window.confirm(text), `${chosen} is there already. Replace it?`) ? chosen : null
    },
  }
}

async function promptFor(page: Page, title: string, defaultPath: string): Promise<string | null> {
  const answer = await page.evaluate(([text, start]) => window.prompt(text, start), [`${title}: the whole path of the file`, defaultPath] as const)
  return answer === null || answer.trim() === '' ? null : answer.trim()
}
