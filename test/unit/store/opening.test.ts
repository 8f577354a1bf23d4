import Database from 'better-sqlite3'
import { spawn } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { newestSchema } from '../../../src/main/store/migrations/index.ts'
import { openStore, type RegisterStore } from '../../../src/main/store/register-store.ts'
import { StoreFailure } from '../../../src/main/store/store-failure.ts'
import { ended, said, startChild } from '../../fixtures/children/run-child.ts'
import { addEntry, newStore, storeHost } from '../../fixtures/store.ts'
import { tempFolder } from '../../fixtures/temp-folder.ts'

let open: RegisterStore | undefined
afterEach(() => { open?.close() })

async function failure(file: string): Promise<StoreFailure> {
  try {
    open = await openStore(file, storeHost)
  } catch (error) {
    if (error instanceof StoreFailure) return error
    throw error
  }
  throw new Error('It opened')
}

async function closedRegister(entries = 3): Promise<string> {
  const store = await newStore()
  for (let number = 1; number <= entries; number += 1) addEntry(store, number)
  store.close()
  return store.file
}

async function asNobody(file: string): Promise<string> {
  const { out, err } = await ended(startChild('open-as-nobody.ts', file))
  return out || err
}

const withFile = (bytes: string | Buffer): string => {
  const file = path.join(tempFolder(), 'some.psr')
  writeFileSync(file, bytes)
  return file
}

describe('a register', () => {
  it('opens again with everything in it', async () => {
    const file = await closedRegister()
    open = await openStore(file, storeHost)
    expect(open.trail.head().seq).toBe(4)
    expect(open.records.entries().map(({ ref }) => ref)).toEqual(['DSA-0001', 'DSA-0002', 'DSA-0003'])
    addEntry(open, 4)
    expect(open.trail.head().seq).toBe(5)
  })

  it('that is not there is not made by opening it', async () => {
    const file = path.join(tempFolder(), 'gone.psr')
    expect((await failure(file)).code).toBe('register-not-found')
    expect(existsSync(file)).toBe(false)
  })

  it.each([
    ['a text', 'Dear colleague, please find attached', 'register-not-ours'],
    ['a picture', Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.alloc(5000, 7)]), 'register-not-ours'],
    ['an empty file', '', 'register-damaged'],
    ['a file that only begins like a database', 'SQLite format 3\0', 'register-not-ours'],
  ])('that is %s is told apart and left as it is', async (_, bytes, code) => {
    const file = withFile(bytes)
    expect((await failure(file)).code).toBe(code)
    expect(readFileSync(file).equals(Buffer.from(bytes))).toBe(true)
    expect(readdirSync(path.dirname(file))).toEqual(['some.psr'])
  })

  it('that is another program’s database is told apart and left as it is', async () => {
    const file = path.join(tempFolder(), 'other.psr')
    const other = new Database(file)
    other.exec('create table patients (name text); insert into patients values (1)')
    other.close()
    const before = readFileSync(file)
    expect((await failure(file)).code).toBe('register-not-ours')
    expect(readFileSync(file).equals(before)).toBe(true)
  })

  it('that a newer version wrote is refused with its number and left as it is', async () => {
    const file = await closedRegister()
    const raw = new Database(file)
    raw.pragma(`user_version = ${newestSchema + 1}`)
    raw.close()
    const before = readFileSync(file)
    expect(await failure(file)).toMatchObject({ code: 'register-newer', detail: String(newestSchema + 1) })
    expect(readFileSync(file).equals(before)).toBe(true)
  })

  it('whose middle is overwritten with noise is called damaged', async () => {
    const file = await closedRegister()
    const bytes = readFileSync(file)
    writeFileSync(file, Buffer.concat([bytes.subarray(0, 100), Buffer.alloc(bytes.length - 100, 0x5a)]))
    expect((await failure(file)).code).toBe('register-damaged')
  })

  it('that was cut off anywhere is called damaged, never opened and never shortened further', async () => {
    const whole = readFileSync(await closedRegister())
    for (const length of [120, 512, 4095, 4096, 8192, Math.floor(whole.length / 2), whole.length - 4096, whole.length - 1]) {
      const file = withFile(whole)
      truncateSync(file, length)
      expect((await failure(file)).code, `cut to ${length}`).toBe('register-damaged')
      expect(readFileSync(file).length).toBe(length)
    }
  })
})

describe('a register that somebody else has open', () => {
  it('is not opened; the message names their computer; when they are gone it opens', async () => {
    const file = await closedRegister()
    const child = startChild('hold-register.ts', file)
    try {
      await said(child, 'held')
      const before = readFileSync(file)
      expect(await failure(file)).toMatchObject({ code: 'register-locked', detail: expect.stringMatching(/^RECEPTION-1, since 2026-11-23T/) })
      expect(readFileSync(file).equals(before)).toBe(true)
    } finally {
      child.kill('SIGKILL')
    }
    await ended(child)
    // The note of the one who was killed is still there, but the lock went with them.
    expect(existsSync(`${file}.open`)).toBe(true)
    open = await openStore(file, storeHost)
    expect(open.trail.head().seq).toBe(4)
  })

  it('is not opened twice by the same program either', async () => {
    const file = await closedRegister()
    open = await openStore(file, storeHost)
    await expect(openStore(file, storeHost)).rejects.toMatchObject({ code: 'register-locked' })
    addEntry(open, 4)
    expect(open.trail.head().seq).toBe(5)
  })
})

describe('a register without the right to write', () => {
  it('because the file is read-only, says so', async () => {
    const file = await closedRegister()
    chmodSync(path.dirname(file), 0o777)
    chmodSync(file, 0o444)
    expect(await asNobody(file)).toBe('open: register-read-only\nclose: done\n')
  })

  it('because its folder is read-only, says so and nothing is lost', async () => {
    const file = await closedRegister()
    chmodSync(file, 0o666)
    chmodSync(path.dirname(file), 0o555)
    const told = await asNobody(file)
    chmodSync(path.dirname(file), 0o755)
    expect(told).toMatch(/^open: register-read-only\nclose: done\n$/)
    open = await openStore(file, storeHost)
    expect(open.trail.head().seq).toBe(4)
  })

  it('opens for somebody who has that right', async () => {
    const file = await closedRegister()
    chmodSync(file, 0o666)
    chmodSync(path.dirname(file), 0o777)
    expect(await asNobody(file)).toBe('record: done\nopen: done\nclose: done\n')
  })
})

describe('the note beside an open register', () => {
  it('stands there while it is open and goes with it', async () => {
    const store = await newStore()
    expect(JSON.parse(readFileSync(`${store.file}.open`, 'utf8'))).toEqual({ computer: 'RECEPTION-1', since: '2026-11-23T09:00:00.000Z', process: process.pid })
    store.close()
    expect(readdirSync(path.dirname(store.file))).toEqual(['register.psr'])
  })

  it('may be missing: a register is opened and closed where there is no room for it', async () => {
    const file = await closedRegister()
    mkdirSync(`${file}.open`)
    open = await openStore(file, storeHost)
    expect(() => { open?.close() }).not.toThrow()
  })

  it('and an emptied journal are all that stands beside it between two acts', async () => {
    open = await newStore()
    addEntry(open, 1)
    expect(readdirSync(path.dirname(open.file)).toSorted()).toEqual(['register.psr', 'register.psr-journal', 'register.psr.open'])
    expect(readFileSync(`${open.file}-journal`).length).toBe(0)
  })
})

describe('a new register', () => {
  it('is not written over one that is there', async () => {
    const file = await closedRegister()
    const before = readFileSync(file)
    await expect(newStore(file)).rejects.toBeInstanceOf(StoreFailure)
    expect(readFileSync(file).equals(before)).toBe(true)
  })

  it('is not written over any other file', async () => {
    const file = withFile('Dear colleague')
    await expect(newStore(file)).rejects.toBeInstanceOf(StoreFailure)
    expect(readFileSync(file, 'utf8')).toBe('Dear colleague')
  })

  it.runIf(process.platform !== 'win32')('that the disk has no room for leaves nothing behind', async () => {
    const file = path.join(tempFolder(), 'register.psr')
    const script = path.join(import.meta.dirname, '../../fixtures/children/create-register.ts')
    // No file may grow beyond 32 kB: a disk that fills up while the register is made.
    const child = spawn('sh', ['-c', 'trap "" XFSZ; ulimit -f 64; exec "$0" "$1" "$2"', process.execPath, script, file], { stdio: ['ignore', 'pipe', 'pipe'] })
    const { out, err } = await ended(child)
    expect(out || err).toMatch(/^disk-(full|error)\n$/)
    expect(readdirSync(path.dirname(file))).toEqual([])
  })
})
