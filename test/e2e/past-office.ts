import type { CallInput } from '../../src/shared/contract/contract.ts'
import { addPeriod, dayInEngland, type IsoDate } from '../../src/shared/domain/date.ts'
import { emptyDraft, type Answer, type DecisionDraft } from '../../src/shared/domain/decision-draft.ts'
import type { Policy } from '../../src/shared/domain/practice.ts'
import type { Verb } from '../../src/shared/domain/verb.ts'
import { answer, draftedDecision, fix, secondaryAgreement, type AddEntry } from '../fixtures/forms.ts'
import { openOffice, passphraseOf, type TestOffice } from '../fixtures/office.ts'
import type { AppDriver } from '../stand-in/launch.ts'

/** A day so many days from today, on the clock of this computer. */
export const dayFromNow = (days: number): IsoDate => addPeriod(dayInEngland(new Date().toISOString()), `${days < 0 ? '-' : ''}P${Math.abs(days)}D`)

/** The same day as it is typed into a form. */
export function typed(day: IsoDate): readonly [number, number, number] {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
  return [date, month, year]
}

const at = (daysAgo: number): string => `${dayFromNow(-daysAgo)}T10:00:00.000Z`

/**
 * A register with a history: what is done here happens on earlier days, through the real commands on a clock of their
 * own. Closed and opened in the app, time has gone by and what was due has come due.
 */
export async function pastOffice(daysAgo: number, policy: Policy): Promise<TestOffice & Readonly<{ on: (daysAgo: number) => void }>> {
  const office = await openOffice({ policy, at: at(daysAgo) })
  return { ...office, on: (ago) => office.clock.moveTo(at(ago)) }
}

type Drawn = Readonly<{ entry: Partial<AddEntry>; verb: Verb; draft: Partial<DecisionDraft> }>

/** Drawn up by the lead and fixed. */
export async function fixedDecision(office: TestOffice, { entry, verb, draft }: Drawn): Promise<{ entry: string; id: string; hash: string }> {
  await office.seat('Data protection lead')
  const { today } = await office.call('follow-through.board', {})
  const added = await office.call('entry.add', secondaryAgreement({ standing: { standing: 'in-use', on: today, note: null }, force: { force: 'voluntary', reference: null, checkedOn: today, note: null }, ...entry }))
  const id = await draftedDecision(office, added.id, verb, {
    ...emptyDraft, reason: 'The practice shares for care only.', effects: { service: 'None.', money: 'None.', patients: 'None.', contract: 'None.' },
    staysTheSame: 'Care goes on as it is.', whatChanges: ['The extract stops.'], ...draft,
  })
  return { entry: added.id, id, hash: await fix(office, id) }
}

/** Answered by these partners, one after another. */
export async function answeredDecision(office: TestOffice, drawn: Drawn, answers: Readonly<Record<string, Answer>>): Promise<{ entry: string; id: string }> {
  const decision = await fixedDecision(office, drawn)
  for (const [partner, said] of Object.entries(answers)) await answer(office, partner, decision, said, said === 'agree' ? null : 'Patients would lose a clinic by it.')
  return decision
}

export async function recordedStep(office: TestOffice, by: string, step: CallInput<'decision.record-step'>): Promise<void> {
  await office.seat(by)
  await office.call('decision.record-step', step)
}

/** At the sign-in screen of the app, whoever comes to the PC. */
export async function comeToThePc({ page }: AppDriver, name: string): Promise<void> {
  await page.getByRole('heading', { level: 1 }).getByText(/Sign in|Locked/).waitFor()
  const other = page.getByRole('button', { name: /Somebody else|Not you/ })
  if (await other.isVisible()) await other.click()
  await page.getByRole('button', { name: new RegExp(`^${name}`) }).click()
  await page.getByLabel('Your passphrase', { exact: true }).fill(passphraseOf(name))
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.getByRole('button', { name: 'Switch', exact: true }).waitFor()
}

export async function changeSeats(app: AppDriver, name: string): Promise<void> {
  await app.page.getByRole('button', { name: 'Switch', exact: true }).click()
  await comeToThePc(app, name)
}
