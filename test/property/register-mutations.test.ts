import { beforeAll, describe, expect, it } from 'vitest'
import { registerToTouch } from '../fixtures/mutations/register-to-touch.ts'
import { registerMutationNames, tryRegisters, type TriedRegisters } from '../fixtures/mutations/registers.ts'
import { tempFolder } from '../fixtures/temp-folder.ts'

describe('whatever is done to a register file', () => {
  let tried: TriedRegisters
  beforeAll(async () => { tried = await tryRegisters(await registerToTouch(), 150, 20_261_122, tempFolder()) }, 240_000)

  it('app and command line say the same, and never that it matches where it is not what was recorded', () => {
    expect(tried.wrong).toEqual([])
  })

  it('is of every kind', () => {
    expect([...tried.tally.keys()].toSorted()).toEqual(registerMutationNames.toSorted())
  })
})
