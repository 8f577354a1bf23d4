import { addPeriod, dayInEngland } from '../../../shared/domain/date.ts'
import type { DemoCarryingStep, DemoDecision } from './demo-data.ts'
import type { DemoNames } from './demo-names.ts'
import type { DemoOffice } from './demo-office.ts'

/** One step of carrying a made decision out, taken on the day of the demo's clock by whoever is signed in. */
export async function takeCarryingStep(office: DemoOffice, names: DemoNames, { key }: DemoDecision, step: DemoCarryingStep): Promise<void> {
  const id = names.decision(key)
  const on = dayInEngland(office.clock.now())
  const evidence = 'proof' in step ? (step.proof ?? []).map(names.file) : []
  if ('attach' in step) {
    const { key: file, category, note, daysOld = 0, ...made } = step.attach
    names.keepFile(file, await office.attach({ kind: 'decision', id }, made, { category, note, evidenceOn: addPeriod(on, `-P${daysOld}D`), expiresOn: null }))
  } else if ('done' in step) await office.call('decision.record-step', { id, step: step.done, on, how: step.how, evidence, receivedOn: step.receivedOn ?? null })
  else if ('notNeeded' in step) await office.call('decision.step-not-needed', { id, step: step.notNeeded, reason: step.reason })
  else if ('plan' in step) await office.call('decision.plan-step', { id, step: step.plan, owner: names.person(step.owner), due: step.due, reason: step.reason })
  else if ('checks' in step) await office.call('decision.check', { id, on, how: step.checks, evidence })
  else if ('looks' in step) await office.call('decision.watch', { id, on, met: step.met ?? false, note: step.looks, nextOn: step.nextOn ?? null })
  else if ('ends' in step) await office.call('decision.end', { id, on, because: step.ends, note: step.note ?? '' })
  else await office.call('decision.lapse', { id, reason: step.lapse })
}
