import { mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { describeError, openLog } from '../../../src/main/desktop/log.ts'

const newFolder = () => path.join(mkdtempSync(path.join(os.tmpdir(), 'psr-log-')), 'logs')
const clock = () => '2026-11-22T10:15:30.123Z'
const read = (folder: string) => readFileSync(path.join(folder, 'app.log'), 'utf8').trim().split('\n').map((line) => JSON.parse(line) as unknown)

describe('the log', () => {
  it('keeps codes, numbers and plain words', () => {
    const folder = newFolder()
    const log = openLog(folder, clock)
    log('info', 'register-opened', { events: 12, how: 'read-only' })
    log('error', 'disk-full')
    expect(read(folder)).toEqual([
      { at: clock(), level: 'info', code: 'register-opened', events: 12, how: 'read-only' },
      { at: clock(), level: 'error', code: 'disk-full' },
    ])
  })

  it('keeps a place in the app’s own code', () => {
    const folder = newFolder()
    const where = 'at Object.dispatch (out/main/index.js:12:3)'
    openLog(folder, clock)('error', 'call-failed', { where, elsewhere: 'at read (/home/somebody/src/main/index.js:1:2)' })
    expect(read(folder)).toMatchObject([{ where, elsewhere: '(left out)' }])
  })

  it('leaves out what could be a name, a path or free text', () => {
    const folder = newFolder()
    openLog(folder, clock)('warning', 'odd', { who: 'Partner A', where: 'C:\\Users\\somebody', text: 'x'.repeat(65) })
    expect(read(folder)).toEqual([{ at: clock(), level: 'warning', code: 'odd', who: '(left out)', where: '(left out)', text: '(left out)' }])
  })

  it('keeps two files of limited size', () => {
    const folder = newFolder()
    const log = openLog(folder, clock)
    log('info', 'first')
    for (const round of [1, 2, 3]) {
      writeFileSync(path.join(folder, 'app.log'), 'x'.repeat(500_001))
      log('info', `round-${round}`)
    }
    expect(readdirSync(folder).sort()).toEqual(['app.1.log', 'app.log'])
    expect(read(folder)).toMatchObject([{ code: 'round-3' }])
    expect(statSync(path.join(folder, 'app.1.log')).size).toBe(500_001)
  })

  it('does not stop the app where it cannot be written', () => {
    const folder = newFolder()
    writeFileSync(folder, 'a file where the folder should be')
    expect(() => openLog(folder, clock)('info', 'anything')).not.toThrow()
  })
})

describe('describeError', () => {
  it('gives the code before the name, and no message', () => {
    const error = Object.assign(new Error('no such file /home/somebody'), { code: 'ENOENT' })
    expect(describeError(error).error).toBe('ENOENT')
    expect(JSON.stringify(describeError(error))).not.toContain('somebody')
  })

  it('manages what is no error', () => expect(describeError('text')).toEqual({ error: 'string', place: 'unknown' }))
})
