import type { Tally } from '../trail/events/decision-events.ts'
import type { Answer } from './decision-draft.ts'
import type { Policy } from './practice.ts'

export type QuorumOutcome = Readonly<{ status: 'waiting' | 'made' | 'refused'; tally: Tally }>

/**
 * Where the answers stand under the practice's own rule.
 *
 * Standing aside lets the others go ahead: under "all" it takes that partner out of the count; under
 * "more than half" and "a number" the count stays as it is, because those rules speak of partners in office.
 * Answers of people who are not partners in office do not count. At least one partner has to agree.
 */
export function quorum(
  policy: Policy,
  inOffice: readonly Readonly<{ id: string; name: string }>[],
  answers: readonly Readonly<{ signatory: string; answer: Answer }>[],
  mustAgree: readonly string[] = [],
): QuorumOutcome {
  const office = new Set(inOffice.map(({ id }) => id))
  const said = (wanted: Answer) => answers.filter(({ signatory, answer }) => answer === wanted && office.has(signatory)).map(({ signatory }) => signatory)
  const [agree, disagree, standAside] = [said('agree'), said('disagree'), said('stand-aside')]
  const needed = Math.max(1, neededBy(policy, inOffice.length, standAside.length))
  const tally: Tally = {
    rule: policy.quorum, needed, waitForAll: policy.waitForAll,
    inOffice: inOffice.map(({ id, name }) => ({ id, name })).toSorted(byName), agree, disagree, standAside, mustAgree: [...mustAgree],
  }
  const open = inOffice.length - agree.length - disagree.length - standAside.length
  const missing = mustAgree.filter((id) => !agree.includes(id))
  const enough = agree.length >= needed && missing.length === 0
  const outOfReach = agree.length + open < needed || missing.some((id) => !office.has(id) || disagree.includes(id) || standAside.includes(id))
  if (policy.waitForAll && open > 0) return { status: 'waiting', tally }
  return { status: enough ? 'made' : outOfReach ? 'refused' : 'waiting', tally }
}

/** In an order that does not depend on where the people were read from, so that a check counts the same tally. */
function byName(a: { id: string; name: string }, b: { id: string; name: string }): number {
  if (a.name !== b.name) return a.name < b.name ? -1 : 1
  return a.id < b.id ? -1 : 1
}

function neededBy(policy: Policy, partners: number, standAside: number): number {
  switch (policy.quorum) {
    case 'all': return partners - standAside
    case 'majority': return Math.floor(partners / 2) + 1
    case 'number': return policy.number ?? partners
  }
}
