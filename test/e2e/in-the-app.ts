import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import type { Bridge } from '../../src/shared/contract/bridge.ts'
import type { CallName } from '../../src/shared/contract/call-names.ts'
import type { CallInput, CallOutput } from '../../src/shared/contract/contract.ts'
import { emptyFields } from '../../src/shared/domain/entry-fields.ts'

export const passphrase = 'a short sentence to remember'

/** Asks the main side over the page's own bridge, as a screen would. */
export async function ask<N extends CallName>(page: Page, name: N, input: CallInput<N>): Promise<CallOutput<N>> {
  const reply = await page.evaluate(([name, input]) => (window as unknown as { psr: Bridge }).psr.call(name, input), [name, input] as const)
  if (!reply.ok) throw new Error(`${name}: ${JSON.stringify(reply.error)}`)
  return reply.value as CallOutput<N>
}

/** A new register with a lead, who is then signed in, and two partners. */
export function createRegister(page: Page): Promise<CallOutput<'setup.create'>> {
  return ask(page, 'setup.create', {
    practice: { name: 'Demo Surgery', ods: 'A99999', contractType: 'gms', clinicalSystem: 'emis-web', icb: null, pcn: null },
    policy: { quorum: 'majority', number: null, waitForAll: false, secondCheck: false, ownCheckReason: null, contractBindsFrom: null },
    people: [{ name: 'Data protection lead', role: 'data-protection-lead' }, { name: 'Partner A', role: 'partner' }, { name: 'Partner B', role: 'partner' }],
    me: 0, passphrase, where: 'own-folder',
  })
}

type Agreement = Readonly<{ title: string; party?: string; summary?: string; reviewOn?: string; purpose?: 'direct-care' | 'secondary-use'; force?: 'voluntary' | 'law' | 'les'; owner?: string | undefined }>

export function addAgreement(page: Page, { title, party, summary = '', reviewOn, purpose, force, owner }: Agreement): Promise<CallOutput<'entry.add'>> {
  const what = emptyFields('sharing-agreement')
  if (what.kind === 'sharing-agreement') {
    what.fields.reviewOn = reviewOn ?? null
    if (party) what.fields.parties = [{ name: party, role: 'controller', odsCode: null }]
  }
  return ask(page, 'entry.add', {
    title, summary, owner: owner ?? null, tags: [], what, standing: { standing: 'signed', on: '2026-01-01', note: null }, clause: null,
    purposes: purpose ? [{ text: 'As the agreement says', proposal: null, classification: { category: purpose === 'direct-care' ? 'individual-care' : 'commissioning', class: purpose, reason: 'Read in full' } }] : [],
    force: force ? { force, reference: 'Clause 2', checkedOn: '2026-01-01', note: null } : null,
  })
}

/** Nothing that axe can find against WCAG 2.0 to 2.2, levels A and AA. */
export async function expectAccessible(page: Page): Promise<void> {
  // Colours are judged once they have come to rest: a button halfway from light to dark has neither theme's contrast.
  // A change of theme starts its transitions with the frame after it, so some frames are let pass first.
  await page.evaluate(async () => {
    for (let turn = 0; turn < 3; turn++) {
      await new Promise((next) => { requestAnimationFrame(() => requestAnimationFrame(next)) })
      const ending = document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity)
      await Promise.allSettled(ending.map(({ finished }) => finished))
    }
  })
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' ')}`)).toEqual([])
}

/** The page itself never scrolls sideways; what is wide scrolls in a box of its own. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0)
}
