import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { smallPdf } from '../fixtures/evidence.ts'
import { wholeDraft } from '../fixtures/forms.ts'
import { launch, type AppDriver } from '../stand-in/launch.ts'
import { addAgreement, ask, createRegister, expectAccessible, expectNoSidewaysScroll, passphrase } from './in-the-app.ts'

const folder = mkdtempSync(path.join(os.tmpdir(), 'psr-elsewhere-'))
const at = (name: string): string => path.join(folder, name)
const [packFile, answersFile, pdfFile] = [at('pack.psr-pack'), at('answers.psr-answers'), at('to sign.pdf')]
const today = new Date().toISOString().slice(0, 10)
let practice: AppDriver
let home: AppDriver
let decision = ''
let hash = ''

/** A screenshot where somebody wants to look: `PSR_LOOKS` names the folder. */
const look = async (page: Page, name: string): Promise<void> => {
  if (process.env.PSR_LOOKS) await page.screenshot({ path: path.join(process.env.PSR_LOOKS, `${name}.png`), fullPage: true })
}
const person = async (name: string): Promise<string> => (await ask(practice.page, 'session.people', {})).find((one) => one.name === name)?.id ?? ''
const seat = async (name: string): Promise<void> => {
  await ask(practice.page, 'session.lock', {})
  await ask(practice.page, 'session.sign-in', { person: await person(name), passphrase })
}
const fixed = async (title: string): Promise<{ id: string; statementHash: string }> => {
  const { id: entry } = await addAgreement(practice.page, { title, party: 'Demo ICB', purpose: 'secondary-use', force: 'voluntary' })
  const { id } = await ask(practice.page, 'decision.draft', { entry, verb: 'withdraw', replaces: null })
  await ask(practice.page, 'decision.change', { id, draft: wholeDraft({ noticePeriodWording: 'Three months', effectiveOn: '2030-03-01', noticeSentOn: null, noticeReceivedOn: null, dataEndingBy: '2030-06-01' }) })
  const { statementHash } = await ask(practice.page, 'decision.fix', { id })
  return { id, statementHash: statementHash ?? '' }
}

beforeAll(async () => {
  practice = await launch({ userData: at('practice'), viewport: { width: 1280, height: 800 } })
  practice.page.setDefaultTimeout(45_000)
  await practice.page.getByRole('heading', { level: 1 }).waitFor()
  await createRegister(practice.page)
  for (const name of ['Partner A', 'Partner B']) await ask(practice.page, 'session.choose-passphrase', { person: await person(name), passphrase })
  await seat('Data protection lead')
  ;({ id: decision, statementHash: hash } = await fixed('Risk scoring for planning'))
  // One partner has agreed already; the answer from elsewhere settles it.
  await seat('Partner A')
  await ask(practice.page, 'decision.effects-shown', { id: decision, statementHash: hash })
  await ask(practice.page, 'decision.answer', { id: decision, statementHash: hash, answer: 'agree', comment: null, passphrase })
  await seat('Data protection lead')
}, 90_000)
afterAll(async () => {
  await practice.kill()
  await home?.kill()
  rmSync(folder, { recursive: true, force: true })
})

describe('a sign-off pack', () => {
  it('is made for one partner, and says that their key travels with it', async () => {
    const { page } = practice
    await practice.open('/sign-off/list')
    await page.getByRole('button', { name: 'Make a sign-off pack' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel(/^Partner B/).check()
    await dialog.getByText('own key travels with it').waitFor()
    await expectAccessible(page)
    await look(page, 'pack-dialog')
    await practice.dialogs.answerSave(packFile)
    await dialog.getByRole('button', { name: 'Save the pack' }).click()
    await page.getByRole('dialog', { name: 'The pack is saved' }).waitFor()
    await expectAccessible(page)
    await look(page, 'pack-saved')
    await dialog.getByRole('button', { name: 'Close' }).last().click()
    expect(JSON.parse(readFileSync(packFile, 'utf8'))).toMatchObject({ format: 'psr-pack/1', signatory: { name: 'Partner B' }, key: { kdf: 'scrypt', n: 2 ** 17 } })
  })

  it('is read and signed on a second, empty installation, which keeps nothing of it', async () => {
    home = await launch({ userData: at('home'), viewport: { width: 1280, height: 800 } })
    const { page } = home
    page.setDefaultTimeout(45_000)
    await page.getByRole('button', { name: 'Answer statements from a pack' }).click()
    await page.getByRole('heading', { level: 1, name: 'Answer statements from a pack' }).waitFor()
    await expectAccessible(page)
    await look(page, 'elsewhere-door')
    writeFileSync(at('cut.psr-pack'), readFileSync(packFile).subarray(0, 2000))
    await home.dialogs.answerOpen(at('cut.psr-pack'))
    await page.getByRole('button', { name: 'Choose the pack' }).click()
    await page.getByText('cut off or damaged on the way').waitFor()
    await expectAccessible(page)
    await look(page, 'elsewhere-refused')
    await home.dialogs.answerOpen(packFile)
    await page.getByRole('button', { name: 'Choose another file' }).click()
    await page.getByRole('heading', { level: 1, name: 'Statement 1 of 1' }).waitFor()
    await page.getByText('What changes in practice').waitFor()
    await page.getByText('The extract stops.').waitFor()
    await expectAccessible(page)
    await expectNoSidewaysScroll(page)
    await look(page, 'elsewhere-statement')
    await page.getByLabel('Agree', { exact: false }).first().check()
    await page.getByLabel('Comment').fill('Read at home.')
    await page.getByLabel('Your passphrase').fill('not the right words')
    await page.getByRole('button', { name: 'Sign', exact: true }).click()
    await page.getByRole('link', { name: /not the right passphrase/ }).waitFor()
    await page.getByLabel('Your passphrase').fill(passphrase)
    await page.getByRole('button', { name: 'Sign', exact: true }).click()
    await page.getByRole('heading', { level: 1, name: 'All answered' }).waitFor()
    await expectAccessible(page)
    await look(page, 'elsewhere-done')
    await page.getByRole('button', { name: 'Leave', exact: true }).click()
    await page.getByRole('alertdialog', { name: 'Leave without saving?' }).waitFor()
    await page.getByRole('button', { name: 'Stay' }).click()
    await home.dialogs.answerSave(answersFile)
    await page.getByRole('button', { name: 'Save your answers' }).click()
    await page.getByRole('heading', { name: 'Send the file back to the practice' }).waitFor()
    await look(page, 'elsewhere-saved')
    await page.getByRole('button', { name: 'Close the pack' }).click()
    await page.getByRole('heading', { level: 1, name: 'Which practice is this?' }).waitFor()
    await home.close()
    const left = readdirSync(at('home'), { recursive: true, encoding: 'utf8' }).filter((name) => !/Cache|Local Storage|Session/.test(name))
    for (const name of left) {
      let text = ''
      try { text = readFileSync(path.join(at('home'), name), 'latin1') } catch { continue }
      expect(text.includes(hash), name).toBe(false)
    }
  }, 120_000)

  it('comes back, is shown before anything is recorded, and makes the decision', async () => {
    const { page } = practice
    await practice.open('/sign-off/list')
    await practice.dialogs.answerOpen(answersFile)
    await page.getByRole('button', { name: 'Bring back answers' }).click()
    const dialog = page.getByRole('dialog', { name: 'Answers of Partner B' })
    await dialog.getByText('with it the decision is made').waitFor()
    expect((await ask(page, 'decision.get', { id: decision })).decision.status).toBe('fixed')
    await expectAccessible(page)
    await look(page, 'brought-back')
    await dialog.getByRole('button', { name: 'Record 1 answer' }).click()
    await page.getByRole('dialog', { name: 'The answers are recorded' }).waitFor()
    await page.getByRole('button', { name: 'Close' }).last().click()
    const detail = await ask(page, 'decision.get', { id: decision })
    expect(detail.decision.status).toBe('made')
    expect(detail.answers.find(({ name }) => name === 'Partner B')).toMatchObject({ how: 'pack', comment: 'Read at home.', recordedBy: 'Data protection lead' })
    expect((await ask(page, 'trail.check', {})).verdict.verdict).toBe('matches')
    await practice.open(`/decision/${decision}`)
    await page.getByText('brought back by Data protection lead').first().waitFor()
    await practice.dialogs.answerOpen(answersFile)
    await practice.open('/sign-off/list')
    await page.getByRole('button', { name: 'Bring back answers' }).click()
    await page.getByText('was made meanwhile').waitFor()
    expect(await page.getByRole('button', { name: /^Record/ }).count()).toBe(0)
    await look(page, 'brought-back-refused')
    await page.getByRole('dialog').getByRole('button', { name: 'Close' }).last().click()
  })
})

describe('a page signed in ink', () => {
  it('is printed, recorded with its scan, and refused with the code of another text', async () => {
    const { page } = practice
    const other = await fixed('Another flow')
    await practice.open(`/sign-off/${other.id}`)
    await page.getByRole('button', { name: 'Print for signing on paper' }).click()
    await expectAccessible(page)
    await look(page, 'paper-print')
    await practice.dialogs.answerSave(pdfFile)
    await page.getByRole('button', { name: 'Save the PDF' }).click()
    await page.getByRole('dialog', { name: 'The pages are saved' }).waitFor()
    await page.getByRole('dialog').getByRole('button', { name: 'Close' }).last().click()
    expect(readFileSync(pdfFile).subarray(0, 5).toString()).toBe('%PDF-')
    writeFileSync(at('Scan.pdf'), smallPdf('Signed page'))
    await practice.dialogs.answerOpen(at('Scan.pdf'))
    await page.getByRole('button', { name: 'Record a paper answer' }).click()
    const dialog = page.getByRole('dialog', { name: 'Record a paper answer' })
    await dialog.getByLabel('Whose page is it?').selectOption({ label: 'Partner B' })
    await dialog.getByLabel('Code of the text on the page').fill(hash.slice(0, 16))
    await dialog.getByLabel('Disagree').check()
    await dialog.getByLabel('Why they disagree, word for word').fill('The notice is too short.')
    const [year = '', month = '', day = ''] = today.split('-')
    for (const [label, value] of [['Day', day], ['Month', month], ['Year', year]] as const) await dialog.getByRole('group', { name: 'Day signed' }).getByLabel(label, { exact: true }).fill(value)
    await dialog.getByRole('button', { name: 'Record it' }).click()
    await dialog.getByRole('link', { name: /belongs to another text/ }).waitFor()
    await expectAccessible(page)
    await look(page, 'paper-refused')
    await dialog.getByLabel('Code of the text on the page').fill(other.statementHash.slice(0, 16).replace(/(.{4})(?=.)/g, '$1 '))
    await dialog.getByRole('button', { name: 'Record it' }).click()
    await dialog.waitFor({ state: 'detached' })
    await page.getByText(/on paper, .* recorded by Data protection lead/).waitFor()
    await expectAccessible(page)
    await look(page, 'paper-recorded')
    expect(await ask(page, 'decision.get', { id: other.id })).toMatchObject({ decision: { status: 'refused' } })
    expect((await ask(page, 'trail.check', {})).verdict.verdict).toBe('matches')
  }, 90_000)
})
