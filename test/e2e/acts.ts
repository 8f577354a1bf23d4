import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Locator, Page } from 'playwright-core'

/** What people do on the screens, in the words that stand on them. */

export const passphrases: Readonly<Record<string, string>> = Object.freeze({
  'Data protection lead': 'the lead keeps the register',
  'Partner A': 'partner a signs what is right',
  'Partner B': 'partner b reads before signing',
})

/** The purpose clause of one of the labelled flows, as a practice would paste it. */
export function clauseOf(flow: string): string {
  const lines = readFileSync(path.join(import.meta.dirname, '../fixtures/flows-labelled.jsonl'), 'utf8').trim().split('\n')
  const found = lines.map((line) => JSON.parse(line) as { id: string; input: { purposeText: string } }).find(({ id }) => id === flow)
  if (!found) throw new Error(`There is no flow ${flow}`)
  return found.input.purposeText
}

/** The first run: a practice, a lead and two partners who all have to agree. */
export async function setUpPractice(page: Page): Promise<void> {
  await page.getByLabel('Name of the practice').fill('Demo Surgery')
  await page.getByLabel('ODS code').fill('A99999')
  await page.getByLabel('Clinical system').selectOption({ label: 'EMIS Web' })
  await page.getByRole('button', { name: 'Continue' }).click()
  const people = [['Data protection lead', 'Data protection lead'], ['Partner A', 'Partner'], ['Partner B', 'Partner']] as const
  for (const [index, [name, role]] of people.entries()) {
    const field = page.getByLabel(`Name of person ${index + 1}`)
    if ((await field.count()) === 0) await page.getByRole('button', { name: 'Add another person' }).click()
    await field.fill(name)
    await page.getByLabel(`Role of person ${index + 1}`).selectOption({ label: role })
  }
  await page.getByRole('button', { name: 'Continue' }).click()
  await page.getByLabel('all partners agree').check()
  await page.getByRole('button', { name: 'Continue' }).click()
  await page.getByLabel('Who are you?').selectOption({ label: 'Data protection lead, data protection lead' })
  await page.getByLabel('Your passphrase', { exact: true }).fill(passphrases['Data protection lead'] ?? '')
  await page.getByLabel('The same again').fill(passphrases['Data protection lead'] ?? '')
  await page.getByRole('button', { name: 'Make the register' }).click()
  await page.getByRole('heading', { level: 1, name: 'What needs attention' }).waitFor()
}

/** On the sign-in screen: whoever it is, with a passphrase chosen now or known before. */
export async function signInAs(page: Page, name: string): Promise<void> {
  const heading = page.getByRole('heading', { level: 1 })
  await heading.getByText(/Sign in|Locked/).waitFor()
  const other = page.getByRole('button', { name: /Somebody else|Not you/ })
  if (await other.isVisible()) await other.click()
  await page.getByRole('button', { name: new RegExp(`^${name}`) }).click()
  const first = page.getByLabel('Choose a passphrase')
  const known = page.getByLabel('Your passphrase', { exact: true })
  await first.or(known).waitFor()
  const words = passphrases[name] ?? ''
  if (await first.isVisible()) {
    await first.fill(words)
    await page.getByLabel('The same again').fill(words)
    await page.getByRole('button', { name: 'Choose it and sign in' }).click()
  } else {
    await known.fill(words)
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  }
  await page.getByRole('button', { name: 'Switch', exact: true }).waitFor()
}

/** Another person takes the chair; the page stays. */
export async function switchTo(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Switch', exact: true }).click()
  await signInAs(page, name)
}

export async function fillDate(group: Locator, [day, month, year]: readonly [number, number, number]): Promise<void> {
  await group.getByLabel('Day').fill(String(day))
  await group.getByLabel('Month').fill(String(month))
  await group.getByLabel('Year').fill(String(year))
}
