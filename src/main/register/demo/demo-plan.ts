import { addPeriod, type IsoDate } from '../../../shared/domain/date.ts'
import type { IsWorkingDay } from '../../../shared/domain/effective-date.ts'
import type { DemoData } from './demo-data.ts'
import { takeCarryingStep } from './carrying-acts.ts'
import { drawDemoDecision, takeDecisionStep } from './decision-acts.ts'
import { addDemoEntry, takeLaterStep } from './entry-acts.ts'
import type { DemoNames } from './demo-names.ts'
import type { DemoOffice } from './demo-office.ts'
import { beforeSigningIn, loadPositions, takeOfficeStep } from './office-acts.ts'

/**
 * One thing that somebody does at the PC, on a working day and at a time. Nobody sits there when the app itself acts.
 * What the data tells for a weekend is done on the Friday before, after what it tells for that Friday.
 */
export type DemoAct = Readonly<{ on: IsoDate; told: IsoDate; at: string; by: string | null; seated: boolean; name: string; run: (office: DemoOffice, names: DemoNames) => Promise<void> }>

type Step = Readonly<{ on: IsoDate; by: string; at?: string | undefined }>

/** Every act of the demo data in the order in which it happens. */
export function demoPlan(data: DemoData, today: IsoDate, isWorkingDay: IsWorkingDay): DemoAct[] {
  const usual = new Map(data.people.map(({ key, at }) => [key, at]))
  const lately = addPeriod(today, '-P2D')
  const acts: DemoAct[] = []
  const add = (step: Step, name: string, run: DemoAct['run'], seated = true): void => {
    acts.push({ on: step.on >= lately ? step.on : workingDay(step.on, isWorkingDay), told: step.on, at: step.at ?? usualTime(usual.get(step.by) ?? [], step.on), by: step.by, seated, name, run })
  }
  for (const on of data.positionsOn) acts.push({ on: workingDay(on, isWorkingDay), told: on, at: '07:55', by: null, seated: false, name: 'positions', run: async (office) => { loadPositions(office) } })
  for (const step of data.office) add(step, Object.keys(step).join(' '), (office, names) => takeOfficeStep(office, names, data, step), !beforeSigningIn(step))
  for (const entry of data.entries) add(entry, `add ${entry.key}`, (office, names) => addDemoEntry(office, names, data, entry))
  for (const step of data.later) add(step, 'entry' in step ? `later ${step.entry}` : 'check', (office, names) => takeLaterStep(office, names, step))
  for (const decision of data.decisions) {
    add(decision, `draw ${decision.key}`, (office, names) => drawDemoDecision(office, names, decision))
    for (const step of decision.steps) add(step, `${Object.keys(step).at(-1) ?? ''} ${decision.key}`, (office, names) => takeDecisionStep(office, names, data, decision, step))
    for (const step of decision.carrying ?? []) add(step, `carry ${decision.key}`, (office, names) => takeCarryingStep(office, names, decision, step))
  }
  return acts.toSorted((a, b) => a.on.localeCompare(b.on) || a.told.localeCompare(b.told) || a.at.localeCompare(b.at))
}

/** People come to the PC when they can: not at the same minute each day, yet at the same one each time the demo is made. */
function usualTime(times: readonly string[], day: IsoDate): string {
  return times[Number(day.slice(-2)) % times.length] ?? '09:00'
}

/** That day, or the last working day before it. */
function workingDay(day: IsoDate, isWorkingDay: IsWorkingDay): IsoDate {
  return isWorkingDay(day) ? day : workingDay(addPeriod(day, '-P1D'), isWorkingDay)
}
