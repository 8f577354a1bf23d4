export const roles = ['data-protection-lead', 'partner', 'practice-manager', 'dpo', 'caldicott-guardian', 'auditor'] as const
export type Role = (typeof roles)[number]
