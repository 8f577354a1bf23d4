import type { EntryKind } from '../kind.ts'
import type { Offer } from '../gate-answer.ts'
import { holdingWith, mainSource, reason, stopsTheFlow } from './rule.ts'
import type { Rule } from './rule.ts'

const dutyToProvide = 'https://www.legislation.gov.uk/ukpga/2012/7/section/259'
const remedialNotices = 'https://www.hempsons.co.uk/?p=3419487'

/** A tool has no verb under protest: nothing is signed or shared by it. */
const underProtest = Object.freeze({
  'sharing-agreement': ['continue-under-protest'], 'gp-connect-setting': ['keep-under-protest'], 'medicines-tool': [], declaration: ['sign-under-protest'],
} as const satisfies Record<EntryKind, readonly Offer[]>)

export const forceUnknown: Rule = ({ entry }) =>
  entry.legalForce === 'unknown'
    ? {
        answer: 'needs-override',
        reasons: [reason('force-unknown', 'Nobody has found out why this exists. Until then it is not treated as voluntary: find out whether law, a contract or a paid scheme requires it.')],
        requires: ['find-out-force'],
      }
    : null

export const requiredByLaw: Rule = (gateCase) => {
  const { entry, verb } = gateCase
  const byPosition = holdingWith(gateCase, 'required-by-law')
  if (!stopsTheFlow(verb) || (entry.legalForce !== 'law' && !byPosition)) return null
  return {
    answer: 'needs-override',
    reasons: [
      ...(entry.legalForce === 'law'
        ? [reason('force-law', 'It is recorded as required by law. Where a Data Provision Notice asks for data, practices must supply them as it says.', dutyToProvide)]
        : []),
      ...(byPosition ? [reason('position-required-by-law', byPosition.text, mainSource(byPosition))] : []),
    ],
    requires: ['dpo-advice', 'override-reason'],
    offers: underProtest[entry.kind],
  }
}

export const requiredByContract: Rule = (gateCase) => {
  const { entry, verb, policy } = gateCase
  const byPosition = holdingWith(gateCase, 'required-by-contract')
  if (!stopsTheFlow(verb) || (entry.legalForce !== 'core-contract' && !byPosition)) return null
  return {
    answer: 'needs-override',
    reasons: [
      ...(entry.legalForce === 'core-contract'
        ? [reason('force-core-contract', 'It is recorded as required by the core contract, so stopping it may be a breach.')]
        : []),
      ...(byPosition ? [reason('position-required-by-contract', byPosition.text, mainSource(byPosition))] : []),
      ...(byPosition?.perPractice && policy.contractBindsFrom === null
        ? [reason('contract-date-not-known', 'The national date is used, because no date of the practice’s own contract variation is recorded.')]
        : []),
      reason('remedial-notice-risk', 'The commissioner could send a remedial notice, usually with 28 days to put it right. Repeated cases can lead to sanctions or the end of the contract.', remedialNotices),
    ],
    requires: ['override-reason', 'second-partner'],
    offers: entry.mechanism === 'update-record' ? ['keep-with-controls', 'keep-under-protest'] : [],
  }
}

export const paidScheme: Rule = (gateCase) => {
  const { entry, verb } = gateCase
  const byPosition = holdingWith(gateCase, 'local-contract')
  const byForce = entry.legalForce === 'des' || entry.legalForce === 'les'
  if (!stopsTheFlow(verb) || (!byForce && !byPosition)) return null
  return {
    answer: 'warn',
    reasons: [
      ...(byForce
        ? [reason(`force-${entry.legalForce}`, `It is recorded as part of ${entry.legalForce === 'des' ? 'a national enhanced service (DES)' : 'a local paid scheme (LES)'}. Look up the payment at risk and the date it ends.`)]
        : []),
      ...(byPosition ? [reason('position-local-contract', byPosition.text, mainSource(byPosition))] : []),
    ],
    requires: ['contract-reference'],
  }
}
