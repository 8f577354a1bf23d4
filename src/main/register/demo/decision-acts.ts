import { dayInEngland } from '../../../shared/domain/date.ts'
import { decisionDraft } from '../../../shared/domain/decision-draft.ts'
import { standingStatement, type DecisionRecord } from '../../../shared/domain/decision-record.ts'
import { purposeClassOf } from '../../../shared/domain/entry-record.ts'
import type { DemoData, DemoDecision, DemoDecisionStep } from './demo-data.ts'
import type { DemoNames } from './demo-names.ts'
import type { DemoOffice } from './demo-office.ts'
import { recordOf } from './entry-acts.ts'

export async function drawDemoDecision(office: DemoOffice, names: DemoNames, { key, entry, verb, replaces }: DemoDecision): Promise<void> {
  const { id } = await office.call('decision.draft', { entry: names.entry(entry), verb, replaces: replaces === undefined ? null : names.decision(replaces) })
  names.keepDecision(key, id)
}

/** One step in the life of a decision, taken by whoever is signed in. */
export async function takeDecisionStep(office: DemoOffice, names: DemoNames, data: DemoData, decision: DemoDecision, step: DemoDecisionStep): Promise<void> {
  const id = names.decision(decision.key)
  if ('write' in step) await write(office, names, decisionIn(office, id), step.write)
  else if ('advice' in step) {
    const { role, view, text, on } = step.advice
    const name = data.people.find((person) => person.role === role)?.name ?? role
    await office.call('decision.record-advice', { id, advice: { role, name, view, text, on: on ?? dayInEngland(office.clock.now()) } })
  } else if ('fix' in step) {
    const { required } = await office.call('decision.get', { id })
    if (step.ifAsked && required.some(({ met }) => !met)) await write(office, names, decisionIn(office, id), step.ifAsked)
    await office.call('decision.fix', { id })
  }
  else if ('answer' in step) await answer(office, decisionIn(office, id), data.passphrase, step)
  else await office.call('decision.cancel', { id, reason: step.cancel })
}

type Write = Extract<DemoDecisionStep, { write: unknown }>['write']

async function write(office: DemoOffice, names: DemoNames, decision: DecisionRecord, { secondPartner, purposesKept, ...rest }: Write): Promise<void> {
  const entry = recordOf(office, decision.entry)
  const draft = decisionDraft.parse({
    ...decision.draft, ...rest,
    ...(secondPartner === undefined ? {} : { secondPartner: secondPartner && names.person(secondPartner) }),
    ...(purposesKept === undefined ? {} : { purposesKept: entry.purposes.filter((purpose) => purposesKept.includes(purposeClassOf(purpose))).map(({ id }) => id) }),
  })
  await office.call('decision.change', { id: decision.id, draft })
}

async function answer(office: DemoOffice, decision: DecisionRecord, passphrase: string, given: Extract<DemoDecisionStep, { answer: unknown }>): Promise<void> {
  const fixed = standingStatement(decision)
  if (!fixed) throw new Error(`${decision.ref} has no statement to answer.`)
  await office.call('decision.effects-shown', { id: decision.id, statementHash: fixed.hash })
  await office.call('decision.answer', { id: decision.id, statementHash: fixed.hash, answer: given.answer, comment: given.comment ?? null, passphrase })
}

function decisionIn({ store }: DemoOffice, id: string): DecisionRecord {
  const decision = store.records.decision(id)
  if (!decision) throw new Error('The demo data speaks of a decision that is not in the register.')
  return decision
}
