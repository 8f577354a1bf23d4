import type { Role } from '../role.ts'

export const roleWords = Object.freeze({
  'data-protection-lead': 'Data protection lead',
  partner: 'Partner',
  'practice-manager': 'Practice manager',
  dpo: 'Data protection officer',
  'caldicott-guardian': 'Caldicott Guardian',
  auditor: 'Auditor',
} as const satisfies Record<Role, string>)
