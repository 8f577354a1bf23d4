import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { nodeCrypto } from '../../../src/main/identity/node-crypto.ts'
import { checkTrailJson } from '../../../src/shared/trail/check-trail.ts'
import { eventTypes } from '../../../src/shared/trail/event.ts'
import { hashOf, rechained, trailOf, type PlainEvent } from '../../fixtures/trail/book.ts'
import { carriedStory } from '../../fixtures/trail/carried-story.ts'
import { elsewhereStory } from '../../fixtures/trail/elsewhere-story.ts'
import { typedOf } from '../../fixtures/typed-head.ts'
import { vectorCases, vectorFolder } from '../../fixtures/verifier-cases.ts'
import { demoStory } from '../reports/demo-story.ts'
import { stranger, type Kept } from './stranger.ts'

const readme = readFileSync(path.join(vectorFolder, 'README.md'), 'utf8')
const listed = /All types of this version: (.+?)\. Any other/.exec(readme)?.[1]?.match(/(?<=`)[^`, ]+(?=`)/g) ?? []
const known = new Set(listed)
const read = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'))

function keptFrom(against: string | null): Kept {
  if (against === null) return null
  const typed = typedOf(against)
  if (typed) return typed
  const { verdict, hashes, register } = stranger(read(against), null, known)
  return verdict === 'changed' || register === null || hashes.length === 0 ? 'unusable' : { register, hashes }
}

describe('the description of the formats', () => {
  it('lists every type of event', () => {
    expect(listed.toSorted()).toEqual(eventTypes.toSorted())
  })

  it.each(vectorCases())('is enough to write a verifier that agrees on $what ($against)', ({ file, against, verdict, at }) => {
    const opinion = stranger(read(file), keptFrom(against), known)
    expect({ verdict: opinion.verdict, at: opinion.at }).toEqual({ verdict, at })
  })

  it.each([['a register of half a year', () => demoStory().trail()], ['one with answers from elsewhere', () => trailOf(elsewhereStory())], ['one that was carried out, with evidence', () => trailOf(carriedStory())]])('is enough for %s, and for each of its events dropped, with the old chain and with one made anew', (_, make) => {
    const trail = make()
    expect(stranger(structuredClone(trail), null, known)).toMatchObject({ verdict: 'matches', at: null })
    const seen = new Set<string>()
    for (let at = 0; at < trail.events.length; at += 1) {
      const left = trail.events.filter((_, index) => index !== at) as PlainEvent[]
      const events = rechained(left)
      const hashes = events.map(hashOf)
      for (const file of [{ ...trail, events: left }, { ...trail, events, hashes, head: { seq: hashes.length, hash: hashes.at(-1) ?? '' } }]) {
        const { verdict, at: first } = checkTrailJson(file, nodeCrypto).verdict
        const opinion = stranger(structuredClone(file), null, known)
        expect({ at, verdict: opinion.verdict, first: opinion.at }).toEqual({ at, verdict, first })
        seen.add(verdict)
      }
    }
    expect([...seen].toSorted()).toEqual(['changed', 'matches'])
  })
})
