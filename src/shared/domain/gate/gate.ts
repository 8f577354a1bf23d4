import type { IsoDate } from '../date.ts'
import { gateAnswers, offers, requirements } from '../gate-answer.ts'
import type { GateAnswer, GateResult, GateSubject, Offer } from '../gate-answer.ts'
import { positionsFor, positionSubjectOf } from '../position-lookup.ts'
import type { Position } from '../position.ts'
import type { Verb } from '../verb.ts'
import { stateAdmits } from './admits.ts'
import { classUndetermined, directCare, exclusivelySecondary, withdrawMixed } from './class-rules.ts'
import { forceUnknown, paidScheme, requiredByContract, requiredByLaw } from './force-rules.ts'
import { noPositionCovers, positionAllows, positionToVerify, sourcesDiffer } from './position-rules.ts'
import { reason } from './rule.ts'
import type { Finding, GateCase, GatePolicy, Rule } from './rule.ts'
import { freezeOfSigned, stateRefuses, verbOfAnotherKind } from './state-rules.ts'
import { freezeEnds, mixedTool, noNoticePeriod, safetyNote } from './term-rules.ts'

const rules: readonly Rule[] = [
  verbOfAnotherKind, stateRefuses, freezeOfSigned, withdrawMixed,
  classUndetermined, forceUnknown, directCare,
  requiredByLaw, requiredByContract, paidScheme,
  noNoticePeriod, freezeEnds, safetyNote, mixedTool,
  positionToVerify, sourcesDiffer, noPositionCovers,
  exclusivelySecondary, positionAllows,
]

/**
 * May this be decided about this entry, for the day it would take effect? Pure: the same question has the same answer.
 * All rules are asked; the most severe answer wins and all they require adds up. It never says what is or is not in breach.
 * @param effectiveDate the day the decision would take effect, which is the day whose position counts.
 */
export function gate(
  entry: GateSubject, verb: Verb, effectiveDate: IsoDate, positions: readonly Position[], policy: GatePolicy,
): GateResult {
  const gateCase = caseOf(entry, verb, effectiveDate, positions, policy)
  const findings = rules.map((rule) => rule(gateCase)).filter((finding) => finding !== null)
  const required = new Set(findings.flatMap((finding) => finding.requires ?? []))
  const offered = new Set(findings.flatMap((finding) => finding.offers ?? []))
  return {
    answer: mostSevere(findings),
    reasons: reasonsOf(findings),
    requires: requirements.filter((requirement) => required.has(requirement)),
    offers: offers.filter((offer) => offered.has(offer) && isOpenTo(entry, offer)),
    position: gateCase.position,
  }
}

function caseOf(
  entry: GateSubject, verb: Verb, effectiveDate: IsoDate, positions: readonly Position[], policy: GatePolicy,
): GateCase {
  const subject = positionSubjectOf(entry, verb)
  const holding = subject
    ? positionsFor(subject, effectiveDate, positions, { legalForce: entry.legalForce, contractBindsFrom: policy.contractBindsFrom })
    : []
  return {
    entry, verb, effectiveDate, policy, subject, holding,
    position: holding[0] ?? null,
    subjectIsKnown: positions.some((row) => row.subject === subject),
  }
}

function severity(answer: GateAnswer): number {
  return gateAnswers.indexOf(answer)
}

function mostSevere(findings: readonly Finding[]): GateAnswer {
  return findings.reduce<GateAnswer>((worst, { answer }) => (severity(answer) > severity(worst) ? answer : worst), 'open')
}

function reasonsOf(findings: readonly Finding[]): GateResult['reasons'] {
  const reasons = findings.toSorted((a, b) => severity(b.answer) - severity(a.answer)).flatMap((finding) => finding.reasons)
  return reasons.length > 0 ? reasons : [reason('no-rule-against', 'No rule stands against it.')]
}

/** What is offered instead must itself be possible: not what the state refuses, nor withdrawing a mixed entry. */
function isOpenTo(entry: GateSubject, offer: Offer): boolean {
  if (offer === 'split') return entry.state !== 'closed'
  return stateAdmits(entry.kind, offer, entry.state) && !(offer === 'withdraw' && entry.class === 'mixed')
}
