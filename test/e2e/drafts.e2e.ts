import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { launch, type AppDriver } from '../stand-in/launch.ts'
import { ask, createRegister, passphrase } from './in-the-app.ts'

const userData = mkdtempSync(path.join(os.tmpdir(), 'psr-drafts-'))
let app: AppDriver

beforeAll(async () => {
  app = await launch({ userData })
  await createRegister(app.page)
})
afterAll(async () => {
  await app.kill()
  rmSync(userData, { recursive: true, force: true })
})

const title = (page: Page) => page.getByLabel('Title', { exact: true })

const key = 'add-blank:declaration'

it('keeps what is typed through a power cut, for the one who typed it', async () => {
  await app.open('/add/blank/declaration')
  await title(app.page).fill('Half a declaration')
  await app.page.getByText(/Kept as a draft, \d\d:\d\d/).waitFor()
  await app.kill()

  app = await launch({ userData })
  const people = await ask(app.page, 'session.people', {})
  const [lead, partner] = [people.find(({ role }) => role === 'data-protection-lead'), people.find(({ role }) => role === 'partner')]
  if (!lead || !partner) throw new Error('The register lost its people.')
  await ask(app.page, 'session.choose-passphrase', { person: partner.id, passphrase })
  expect(await ask(app.page, 'draft.get', { key })).toBeNull()
  await ask(app.page, 'session.lock', {})
  await ask(app.page, 'session.sign-in', { person: lead.id, passphrase })
  await app.open('/add/blank/declaration')
  await title(app.page).waitFor()
  expect(await title(app.page).inputValue()).toBe('Half a declaration')
})
