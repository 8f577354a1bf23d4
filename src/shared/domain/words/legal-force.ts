import type { LegalForce } from '../legal-force.ts'

export const legalForceWords = Object.freeze({
  law: 'Law',
  'core-contract': 'Core contract',
  des: 'DES',
  les: 'LES',
  voluntary: 'Voluntary',
  unknown: 'Unknown',
} as const satisfies Record<LegalForce, string>)

export const legalForceLines = Object.freeze({
  law: 'An act, a direction or a Data Provision Notice requires it.',
  'core-contract': 'The GMS or PMS contract, or its regulations, require it.',
  des: 'A national enhanced service that the practice has signed up to depends on it.',
  les: 'A local paid scheme that the practice has signed up to depends on it.',
  voluntary: 'The practice agreed to it and nothing else requires it.',
  unknown: 'Nobody has found out yet. It is never treated as voluntary.',
} as const satisfies Record<LegalForce, string>)

/** How somebody came to say it: what nobody has found out yet was recorded, never checked. */
export const forceSaid = (force: LegalForce): 'Recorded' | 'Checked' => (force === 'unknown' ? 'Recorded' : 'Checked')
