/** Why a flow exists. `unknown` is never treated as voluntary. */
export const legalForces = ['law', 'core-contract', 'des', 'les', 'voluntary', 'unknown'] as const
export type LegalForce = (typeof legalForces)[number]
