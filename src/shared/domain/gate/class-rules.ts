import { reason } from './rule.ts'
import type { Rule } from './rule.ts'

const careDefinition = 'https://digital.nhs.uk/services/national-data-opt-out/operational-policy-guidance-document/appendix-2-definitions'

/** Withdrawing takes the care purposes with it; part of an agreement can be restricted, or the entry split by theme. */
export const withdrawMixed: Rule = ({ entry, verb }) =>
  verb === 'withdraw' && entry.class === 'mixed'
    ? {
        answer: 'not-available',
        reasons: [reason(
          'withdraw-mixed',
          'It serves care as well as secondary use. Only exclusively secondary sharing can be withdrawn as a whole. Restrict the secondary part, or split the entry by theme.',
          'https://www.bma.org.uk/gpcontract',
        )],
        offers: ['restrict', 'split'],
      }
    : null

export const classUndetermined: Rule = ({ entry }) =>
  entry.class === 'undetermined'
    ? {
        answer: 'needs-override',
        reasons: [reason('class-undetermined', 'It is not settled what this is for: care, secondary use, or both. Find that out first.')],
        requires: ['find-out-class'],
      }
    : null

/** Outside the actions, stopping a care flow touches patients. A setting is judged by its position and its safety note instead. */
export const directCare: Rule = ({ entry, verb }) => {
  if (entry.class !== 'direct-care') return null
  const agreement = entry.kind === 'sharing-agreement' && (verb === 'withdraw' || verb === 'freeze')
  const tool = entry.kind === 'medicines-tool' && verb === 'switch-off'
  if (!agreement && !tool) return null
  return {
    answer: 'needs-override',
    reasons: [reason('direct-care', 'It serves the care of individual patients, so stopping it affects their care. The actions on data sharing do not reach it.', careDefinition)],
    requires: ['clinical-safety-note'],
  }
}

export const exclusivelySecondary: Rule = ({ entry, verb }) =>
  (verb === 'withdraw' || verb === 'freeze') && entry.class === 'secondary-use' && entry.legalForce === 'voluntary'
    ? {
        answer: 'open',
        reasons: [reason('secondary-and-voluntary', 'Every purpose is secondary use, and no law, contract or paid scheme is recorded that requires it.')],
      }
    : null
