import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { resourcesFolder } from '../../../src/main/exchange/resource-folder.ts'

describe('the folder of resources', () => {
  it('is the project’s own when the code runs unbuilt', () => {
    expect(resourcesFolder()).toBe(path.resolve(import.meta.dirname, '../../../resources'))
  })

  it('is the app’s own when it is built, also from a chunk, and never the installation’s folder of the same name', () => {
    const installed = mkdtempSync(path.join(os.tmpdir(), 'psr-installed-'))
    const app = path.join(installed, 'resources/app.asar')
    mkdirSync(path.join(app, 'out/main/chunks'), { recursive: true })
    mkdirSync(path.join(app, 'resources/fonts'), { recursive: true })
    writeFileSync(path.join(app, 'package.json'), '{}')
    for (const from of ['out/main', 'out/main/chunks']) expect(resourcesFolder(path.join(app, from))).toBe(path.join(app, 'resources'))
  })

  it('is missed in words', () => {
    expect(() => resourcesFolder(mkdtempSync(path.join(os.tmpdir(), 'psr-empty-')))).toThrow('"resources"')
  })
})
