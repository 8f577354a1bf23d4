import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { mutationNames, type Source } from '../fixtures/mutations/mutate.ts'
import { sources } from '../fixtures/mutations/sources.ts'
import { tryMutations, type Tried } from '../fixtures/mutations/try-mutations.ts'
import { tempFolder } from '../fixtures/temp-folder.ts'

// `node test/bench/mutations.ts 10000` does the same more often, from another beginning.
const times = 300

describe('whatever is done to a trail.json or a PDF', () => {
  let from: Source[]
  let tried: Tried
  beforeAll(async () => {
    from = await sources()
    tried = await tryMutations(from, times, 20_263_000, tempFolder())
  }, 240_000)
  afterAll(() => { from = [] })

  it('app, checking page and command line say the same, and nobody says that it matches where it says anything but what was recorded', () => {
    expect(tried.wrong).toEqual([])
  })

  it('is of every kind, and most of it is found', () => {
    expect([...tried.tally.keys()].toSorted()).toEqual([...mutationNames].toSorted())
    const answers = [...tried.tally.values(), ...tried.kept.values()]
    for (const verdict of ['matches', 'changed', 'could-not-check', 'cut-short'] as const) expect(answers.some((row) => row[verdict] > 0), verdict).toBe(true)
    expect(tried.harmless).toBeLessThan(times / 3)
  })
})
