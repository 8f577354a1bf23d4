import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { shippedPositions } from '../../src/main/exchange/positions.ts'
import { addPeriod } from '../../src/shared/domain/date.ts'
import { gateAnswers, gateResult, gateSubject } from '../../src/shared/domain/gate-answer.ts'
import type { GateAnswer, GateSubject } from '../../src/shared/domain/gate-answer.ts'
import { gate } from '../../src/shared/domain/gate/gate.ts'
import { positionCodes } from '../../src/shared/domain/position.ts'
import type { Position } from '../../src/shared/domain/position.ts'
import { verbs } from '../../src/shared/domain/verb.ts'
import type { Verb } from '../../src/shared/domain/verb.ts'

const { kind, class: entryClass, legalForce, state, mechanism, subject } = gateSubject.shape
const entries: fc.Arbitrary<GateSubject> = fc.record({
  kind: fc.constantFrom(...kind.options), class: fc.constantFrom(...entryClass.options), legalForce: fc.constantFrom(...legalForce.options),
  state: fc.constantFrom(...state.options), mechanism: fc.constantFrom(...mechanism.unwrap().options),
  subject: fc.constantFrom(...subject.unwrap().options), noticePeriod: fc.constantFrom('', 'P1M', 'P30D', 'a month'),
}, { requiredKeys: ['kind', 'class', 'legalForce', 'state'] })
const days = fc.integer({ min: 0, max: 1600 }).map((count) => addPeriod('2024-01-01', `P${count}D`))
const anyVerb = fc.constantFrom(...verbs)
const policies = fc.record({ contractBindsFrom: fc.option(days) })
const positionSets: fc.Arbitrary<readonly Position[]> = fc.oneof(
  fc.constant(shippedPositions.positions),
  // The shipped dates with any code, and with gaps: the properties hold for what a practice edits too.
  fc.array(fc.record({ code: fc.constantFrom(...positionCodes), kept: fc.boolean(), sourcesDiffer: fc.boolean() }), {
    minLength: shippedPositions.positions.length, maxLength: shippedPositions.positions.length,
  }).map((changes) => shippedPositions.positions.flatMap((row, index) => {
    const change = changes[index]
    return change?.kept ? [{ ...row, code: change.code, sourcesDiffer: change.sourcesDiffer }] : []
  })),
)
const questions = fc.tuple(entries, anyVerb, days, positionSets, policies)
const runs = { numRuns: 3000 }

const severity = (answer: GateAnswer): number => gateAnswers.indexOf(answer)
const stopping: readonly Verb[] = ['withdraw', 'freeze', 'switch-off', 'defer']

describe('the gate, for any question', () => {
  it('answers the same each time, in the promised form, with a reason', () => {
    fc.assert(fc.property(questions, (question) => {
      const result = gate(...question)
      expect(gate(...question)).toEqual(result)
      expect(gateResult.parse(result)).toEqual(result)
      expect(result.reasons.length).toBeGreaterThan(0)
    }), runs)
  })

  it('never gets milder when a duty is added to a voluntary entry', () => {
    fc.assert(fc.property(questions, fc.constantFrom(...legalForce.options), ([entry, verb, on, positions, policy], force) => {
      const free = gate({ ...entry, legalForce: 'voluntary' }, verb, on, positions, policy)
      const bound = gate({ ...entry, legalForce: force }, verb, on, positions, policy)
      expect(severity(bound.answer)).toBeGreaterThanOrEqual(severity(free.answer))
      expect(bound.requires).toEqual(expect.arrayContaining(free.requires))
    }), runs)
  })

  it('warns at least when a paid scheme stands against a stop', () => {
    fc.assert(fc.property(questions, fc.constantFrom(...stopping), fc.constantFrom('des', 'les'), ([entry, , on, positions, policy], verb, force) => {
      const { answer, requires } = gate({ ...entry, legalForce: force }, verb, on, positions, policy)
      expect(severity(answer)).toBeGreaterThanOrEqual(severity('warn'))
      expect(requires).toContain('contract-reference')
    }), runs)
  })

  it('never opens a stop against law or the core contract', () => {
    fc.assert(fc.property(questions, fc.constantFrom(...stopping), fc.constantFrom('law', 'core-contract'), ([entry, , on, positions, policy], verb, force) => {
      const { answer, requires } = gate({ ...entry, legalForce: force }, verb, on, positions, policy)
      expect(severity(answer)).toBeGreaterThanOrEqual(severity('needs-override'))
      expect(requires).toContain('override-reason')
    }), runs)
  })

  it('never opens a stop that a position requires', () => {
    fc.assert(fc.property(questions, fc.constantFrom(...stopping), ([entry, , on, positions, policy], verb) => {
      const { answer, position } = gate(entry, verb, on, positions, policy)
      if (position?.code === 'required-by-law' || position?.code === 'required-by-contract') {
        expect(severity(answer)).toBeGreaterThanOrEqual(severity('needs-override'))
      }
    }), runs)
  })

  it('never takes unknown for voluntary, nor undetermined for either side', () => {
    fc.assert(fc.property(questions, ([entry, verb, on, positions, policy]) => {
      const unknown = gate({ ...entry, legalForce: 'unknown' }, verb, on, positions, policy)
      expect(severity(unknown.answer)).toBeGreaterThanOrEqual(severity('needs-override'))
      expect(unknown.requires).toContain('find-out-force')
      const undetermined = gate({ ...entry, class: 'undetermined' }, verb, on, positions, policy)
      expect(severity(undetermined.answer)).toBeGreaterThanOrEqual(severity('needs-override'))
      expect(undetermined.requires).toContain('find-out-class')
    }), runs)
  })

  it('passes no legal verdict', () => {
    fc.assert(fc.property(questions, (question) => {
      expect(JSON.stringify(gate(...question))).not.toMatch(/is a breach|is lawful|is unlawful|is illegal/i)
    }), runs)
  })

  it('offers only what it does not itself refuse', () => {
    fc.assert(fc.property(questions, ([entry, verb, on, positions, policy]) => {
      for (const offer of gate(entry, verb, on, positions, policy).offers) {
        if (offer === 'split') continue
        expect(offer).not.toBe(verb)
        expect(gate(entry, offer, on, positions, policy).answer).not.toBe('not-available')
      }
    }), runs)
  })
})
