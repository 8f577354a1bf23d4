import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { readAttachment } from '../../src/shared/pdf/pdf-attachment.ts'
import { verifyFile } from '../../src/main/register/verify-file.ts'
import { trailJson } from '../../src/shared/trail/trail-json.ts'
import { describeHost, launch, type AppDriver } from '../stand-in/launch.ts'
import { readPdf } from '../unit/reports/read-pdf.ts'
import { clauseOf, fillDate, passphrases, setUpPractice, signInAs, switchTo } from './acts.ts'

const userData = mkdtempSync(path.join(os.tmpdir(), 'psr-main-path-'))
const title = 'Risk scoring for the commissioner'
const pdf = path.join(userData, 'audit-trail.pdf')
let app: AppDriver

type Bridge = { psr: { call: (name: string, input: unknown) => Promise<{ ok: boolean; value?: unknown }> } }
const head = (): Promise<number> => app.page.evaluate(async () => ((await (window as unknown as Bridge).psr.call('app.status', {})).value as { seq: number }).seq)

beforeAll(async () => {
  process.stdout.write(`${describeHost()}\n`)
  app = await launch({ userData })
  app.page.setDefaultTimeout(45_000)
})
afterAll(async () => {
  await app.kill()
  rmSync(userData, { recursive: true, force: true })
})

it('makes a register with two partners and a lead', async () => {
  await setUpPractice(app.page)
  expect(await head()).toBe(6)
})

it('adds the entry from its pasted purpose clause, with its class confirmed and its force recorded', async () => {
  const { page } = app
  await page.getByRole('link', { name: 'Add an entry' }).click()
  await page.getByRole('link', { name: /Paste a purpose clause/ }).click()
  await page.getByLabel(/clause that says/).fill(clauseOf('rs-for-commissioning'))
  await page.getByLabel(/From which paper/).fill('Risk scoring agreement, version 2')
  await page.getByRole('button', { name: 'Read it' }).click()
  const confirm = page.getByRole('button', { name: 'Confirm secondary use' })
  await confirm.first().waitFor()
  while ((await confirm.count()) > 0) await confirm.first().click()
  await page.getByRole('button', { name: 'Continue' }).click()
  await page.getByLabel('Title').fill(title)
  await page.getByLabel('Signed', { exact: true }).check()
  await page.getByLabel(/^Voluntary/).check()
  await page.getByLabel(/What shows it/).fill('Clause 2.1, page 2')
  await page.getByRole('button', { name: 'Add an organisation' }).click()
  await page.getByRole('group', { name: 'Organisations in it' }).getByRole('textbox').first().fill('Demo Integrated Care Board')
  await page.getByLabel('How many').fill('3')
  await page.getByLabel('Of what').selectOption({ label: 'months' })
  await page.getByLabel(/Clause that states the notice/).fill('clause 14.2')
  await page.getByRole('button', { name: 'Add to the register' }).click()
  await page.getByRole('heading', { level: 1, name: title }).waitFor()
  await expect.poll(() => page.getByRole('main').textContent()).toContain('exclusively secondary use')
})

it('has the class checked by a second person', async () => {
  const { page } = app
  await switchTo(page, 'Partner A')
  await page.getByRole('heading', { level: 1, name: title }).waitFor()
  const check = page.getByRole('button', { name: /checked|It is right|Check it/i })
  await check.first().waitFor()
  while ((await check.count()) > 0) {
    const before = await check.count()
    await check.first().click()
    await expect.poll(() => check.count()).toBeLessThan(before)
  }
  await switchTo(page, 'Data protection lead')
})

it('lets a withdrawal through the gate, and the switching off of Update Record only with an override', async () => {
  const { page } = app
  const judged = await page.evaluate(async () => {
    const { call } = (window as unknown as Bridge).psr
    const fields = { mechanism: 'update-record', clinicalSystem: 'emis-web', direction: 'write', users: 'Community pharmacies', writtenForm: 'coded', settingPlace: null, settingCheckedOn: null, reviewEveryMessage: true, stripCodes: null, filingRole: null, auditEvery: null, fallbackRoute: null, fallbackWatcher: null, reviewOn: null }
    const added = await call('entry.add', {
      title: 'GP Connect Update Record', summary: '', owner: null, tags: [], standing: { standing: 'on', on: '2025-10-01', note: null },
      what: { kind: 'gp-connect-setting', fields }, clause: null, force: { force: 'core-contract', reference: 'Contract from October 2025', checkedOn: '2026-01-02', note: null },
      purposes: [{ text: 'Pharmacies send what they did for a patient to the practice.', proposal: null, classification: { category: 'individual-care', class: 'direct-care', reason: null } }],
    })
    return added.ok ? (added.value as { id: string }).id : null
  })
  expect(judged).not.toBeNull()
  await app.open(`/entry/${judged}/decide`)
  const offCard = page.getByRole('listitem').filter({ has: page.getByRole('radio', { name: 'Switch off' }) })
  await expect.poll(() => offCard.textContent()).toContain('Needs an override')
  expect(await offCard.textContent()).toContain('may be a breach')

  await page.getByRole('link', { name: 'Register', exact: true }).first().click()
  await page.getByRole('link', { name: title }).click()
  await page.getByRole('link', { name: 'Decide' }).click()
  await page.getByRole('radio', { name: 'Withdraw' }).check()
  await page.getByRole('button', { name: 'Draw up: withdraw' }).click()
})

it('draws up the decision and fixes its statement', async () => {
  const { page } = app
  await page.getByLabel('Why the practice decides this').fill('The flow plans services and helps no named patient.')
  await page.getByLabel('Service', { exact: true }).fill('The monthly risk report stops. Our own case finding goes on.')
  await page.getByLabel('Money', { exact: true }).fill('No payment depends on it.')
  await page.getByLabel('Patients', { exact: true }).fill('No one’s care relies on it.')
  await page.getByLabel('Contract', { exact: true }).fill('Clause 14.2 binds us to give notice.')
  const nextYear = new Date().getUTCFullYear() + 1
  await fillDate(page.getByRole('group', { name: 'Notice goes out on' }), [11, 1, nextYear])
  await page.getByLabel(/Counts as received after/).fill('2')
  await expect.poll(() => page.getByRole('main').textContent(), { timeout: 10_000 }).toContain(`13 April ${nextYear}`)
  await page.getByRole('button', { name: 'Fix and ask partners' }).click()
  await expect.poll(() => page.getByRole('main').textContent()).toContain('Partner B')
})

it('is made when both partners have signed after each other, each alone', async () => {
  const { page } = app
  for (const [partner, others] of [['Partner A', null], ['Partner B', 'Partner A']] as const) {
    await switchTo(page, partner)
    await page.getByRole('link', { name: /^Sign-off/ }).click()
    await page.getByRole('heading', { level: 2, name: `Withdraw from ${title}` }).or(page.getByRole('heading', { level: 1, name: `Withdraw from ${title}` })).first().waitFor()
    await page.getByRole('radio', { name: /^Agree/ }).waitFor()
    if (others) expect(await page.getByRole('main').textContent()).not.toMatch(new RegExp(`${others}\\s*agree`, 'i'))
    await page.getByRole('radio', { name: /^Agree/ }).check()
    await page.getByLabel('Your passphrase', { exact: true }).fill(passphrases[partner] ?? '')
    const before = await head()
    await page.getByRole('button', { name: /^Sign/ }).last().click()
    await expect.poll(head, { timeout: 15_000 }).toBeGreaterThan(before)
  }
  await switchTo(page, 'Data protection lead')
  await page.getByRole('link', { name: 'Register', exact: true }).first().click()
  await page.getByRole('link', { name: title }).click()
  await expect.poll(() => page.getByRole('main').textContent()).toMatch(/Being carried out: withdraw/)
})

it('exports the audit trail, whose text is the data and which can be verified', async () => {
  const { page } = app
  await app.dialogs.answerSave(pdf)
  await page.getByRole('link', { name: 'Trail' }).click()
  await page.getByRole('button', { name: /Export audit trail/ }).click()
  await expect.poll(() => page.getByRole('main').textContent(), { timeout: 30_000 }).toContain('audit-trail.pdf')

  const bytes = new Uint8Array(readFileSync(pdf))
  const attached = readAttachment(bytes, 'trail.json')
  const trail = trailJson.parse(JSON.parse(Buffer.from(attached ?? []).toString('utf8')))
  const text = (await readPdf(bytes)).pages.join(' ').replaceAll(/\s+/g, ' ')
  for (const words of [title, 'Demo Integrated Care Board', 'The flow plans services and helps no named patient.', 'Partner A', 'Partner B', 'clause 14.2', trail.head.hash.slice(0, 4)]) expect(text).toContain(words)
  expect((await verifyFile(pdf, null)).verdict).toMatchObject({ verdict: 'matches', checked: { signatures: 2, statements: 1 } })
})

it('keeps every acknowledged event when it is killed in the middle of recording', async () => {
  const acknowledged = await killWhileRecording()
  app = await launch({ userData })
  app.page.setDefaultTimeout(45_000)
  await signInAs(app.page, 'Data protection lead')
  await app.page.getByRole('link', { name: 'Trail' }).click()
  const bodies = await app.page.evaluate(async () => {
    const listed = await (window as unknown as Bridge).psr.call('trail.list', { words: '', types: ['entry.changed'], people: [], from: null, to: null, offset: 0, limit: 500 })
    return JSON.stringify(listed.value)
  })
  for (const summary of acknowledged) expect(bodies).toContain(summary)
  await app.page.getByRole('button', { name: 'Check now' }).click()
  await expect.poll(() => app.page.getByRole('main').textContent()).toContain('Matches')
  expect((await verifyFile(path.join(userData, 'register.psr'), pdf)).verdict.verdict).toBe('matches')
  expect(app.blockedRequests).toEqual([])
})

/** Changes the entry again and again from the page, and pulls the plug in the middle. */
async function killWhileRecording(): Promise<string[]> {
  const acknowledged: string[] = []
  await app.page.exposeFunction('acknowledge', (summary: string) => { acknowledged.push(summary) })
  const recording = app.page.evaluate(async () => {
    const { call } = (window as unknown as Bridge).psr
    const listed = await call('entry.list', { filter: { view: 'all', search: 'commissioner', kinds: [], classes: [], forces: [], states: [], owners: [], tags: [], closedToo: true }, sort: 'ref', descending: false, offset: 0, limit: 1 })
    const id = (listed.value as { rows: { id: string }[] }).rows[0]?.id
    for (let n = 1; n < 500; n += 1) {
      const got = (await call('entry.get', { id })).value as { entry: { changedAt: string; title: string; owner: null; tags: string[]; kind: string; fields: object } }
      const { entry } = got
      const summary = `Recorded before the plug was pulled, number ${n}.`
      const changed = await call('entry.change', { id, seen: entry.changedAt, title: entry.title, summary, owner: entry.owner, tags: entry.tags, what: { kind: entry.kind, fields: entry.fields } })
      if (changed.ok) (window as unknown as { acknowledge: (summary: string) => void }).acknowledge(`number ${n}.`)
    }
  }).catch(() => undefined)
  await expect.poll(() => acknowledged.length, { timeout: 20_000 }).toBeGreaterThan(8)
  await app.kill()
  await recording
  return acknowledged
}
