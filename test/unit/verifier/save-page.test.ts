import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { saveVerifier } from '../../../src/main/exchange/verifier-page.ts'
import { Refused } from '../../../src/shared/contract/refused.ts'
import { tempFolder } from '../../fixtures/temp-folder.ts'

function refusalOf(act: () => void): Refused {
  try {
    act()
  } catch (error) {
    if (error instanceof Refused) return error
    throw error
  }
  throw new Error('It was not refused')
}

describe('saving the checking page', () => {
  it('writes it whole, also over an older one, and leaves nothing beside it', () => {
    const folder = tempFolder()
    const page = path.join(tempFolder(), 'page.html')
    const file = path.join(folder, 'verifier.html')
    for (const text of ['<!doctype html>one', '<!doctype html>two']) {
      writeFileSync(page, text)
      saveVerifier(file, page)
      expect(readFileSync(file, 'utf8')).toBe(text)
    }
    expect(readdirSync(folder)).toEqual(['verifier.html'])
  })

  it('says in words what is in the way, and leaves nothing behind', () => {
    const folder = tempFolder()
    const page = path.join(folder, 'page.html')
    expect(refusalOf(() => saveVerifier(path.join(folder, 'x.html'), page)).refusal).toMatchObject({ code: 'not-found', happened: 'The checking page has not been built yet.' })
    writeFileSync(page, 'page')
    expect(refusalOf(() => saveVerifier(path.join(folder, 'missing', 'x.html'), page)).refusal.code).toBe('export-failed')
    const taken = path.join(folder, 'taken.html')
    mkdirSync(path.join(taken, 'inside'), { recursive: true })
    expect(refusalOf(() => saveVerifier(taken, page)).refusal.happened).toContain('taken.html')
    expect(readdirSync(folder).toSorted()).toEqual(['page.html', 'taken.html'])
  })
})
