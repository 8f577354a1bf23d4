import * as fc from 'fast-check'
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { minutes } from '../fixtures/clock.ts'
import { fixedWithdrawal } from '../fixtures/forms.ts'
import { openOffice, type TestOffice } from '../fixtures/office.ts'
import { answerPack, makePack, secondComputer } from '../fixtures/packs.ts'
import { tempFolder } from '../fixtures/temp-folder.ts'

let office: TestOffice
let second: TestOffice
let pack: Buffer
let answers: Buffer
let place = ''

beforeAll(async () => {
  office = await openOffice()
  await office.seat('Partner B')
  await fixedWithdrawal(office)
  second = secondComputer(office)
  const file = await makePack(office)
  pack = readFileSync(file)
  answers = readFileSync(await answerPack(second, file, [{ answer: 'disagree', comment: 'Ça va: not yet.' }]))
  office.clock.pass(minutes(5))
  place = path.join(tempFolder(), 'mutated')
})
afterAll(async () => {
  await second.close()
  await office.close()
})

/** Some bytes turned, taken out, put in twice, or a file cut short. */
const damages = fc.oneof(
  fc.record({ kind: fc.constant('turn' as const), at: fc.nat(), to: fc.integer({ min: 1, max: 255 }) }),
  fc.record({ kind: fc.constant('drop' as const), at: fc.nat(), to: fc.integer({ min: 1, max: 40 }) }),
  fc.record({ kind: fc.constant('again' as const), at: fc.nat(), to: fc.integer({ min: 1, max: 40 }) }),
  fc.record({ kind: fc.constant('cut' as const), at: fc.nat(), to: fc.constant(0) }),
  fc.record({ kind: fc.constant('digit' as const), at: fc.nat(), to: fc.integer({ min: 0, max: 9 }) }),
)
type Damage = { kind: 'turn' | 'drop' | 'again' | 'cut' | 'digit'; at: number; to: number }

function damaged(bytes: Buffer, { kind, at: anywhere, to }: Damage): Buffer {
  const at = anywhere % bytes.length
  const copy = Buffer.from(bytes)
  switch (kind) {
    case 'turn': copy[at] = (copy[at] ?? 0) ^ to; return copy
    case 'drop': return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + to)])
    case 'again': return Buffer.concat([bytes.subarray(0, at + to), bytes.subarray(at)])
    case 'cut': return bytes.subarray(0, at)
    case 'digit': copy[at] = 48 + to; return copy
  }
}

describe('a pack that was damaged on the way', () => {
  it('is refused, or is the very pack that was made', async () => {
    await fc.assert(fc.asyncProperty(damages, async (damage) => {
      const bytes = damaged(pack, damage)
      writeFileSync(place, bytes)
      second.dialogs.push(place)
      const reply = await second.app.dispatch('elsewhere.open', { from: 'dialog' })
      if (reply.ok) expect(bytes.equals(pack)).toBe(true)
      else expect(reply.error.code).toBe('could-not-read')
      await second.call('elsewhere.close', {})
    }), { numRuns: 600, interruptAfterTimeLimit: 30_000 })
  }, 60_000)
})

/** What the practice is told of a file with these bytes. */
const told = async (bytes: Buffer) => {
  writeFileSync(place, bytes)
  office.dialogs.push(place)
  return office.app.dispatch('pack.bring-back', {})
}

describe('answers that were damaged on the way', () => {
  it('are refused, or would be recorded as they were signed', async () => {
    const whole = await told(answers)
    if (!whole.ok) throw new Error(whole.error.happened)
    const { items } = whole.value as { items: { taken: boolean }[] }
    expect(items).toMatchObject([{ taken: true, answer: 'disagree', comment: 'Ça va: not yet.' }])
    let refused = 0
    await fc.assert(fc.asyncProperty(damages, async (damage) => {
      const reply = await told(damaged(answers, damage))
      if (!reply.ok) {
        refused += 1
        expect(reply.error.code).toBe('could-not-read')
        return
      }
      const found = (reply.value as { items: { taken: boolean }[] }).items
      // Names of the practice and of the program stand in no seal and in no event; all that is recorded does.
      for (const [index, item] of found.entries()) if (item.taken) expect(item).toEqual(items[index])
    }), { numRuns: 600, interruptAfterTimeLimit: 30_000 })
    expect(refused).toBeGreaterThan(100)
  }, 60_000)
})
