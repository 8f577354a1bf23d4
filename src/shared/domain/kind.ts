/** The four kinds of thing a practice keeps in its register (design section 4). */
export const entryKinds = ['sharing-agreement', 'gp-connect-setting', 'medicines-tool', 'declaration'] as const
export type EntryKind = (typeof entryKinds)[number]

/** Letters of the human reference: DSA-0007, GPC-0002, MOT-0001, DEC-0003. */
export const refPrefix = Object.freeze({
  'sharing-agreement': 'DSA',
  'gp-connect-setting': 'GPC',
  'medicines-tool': 'MOT',
  declaration: 'DEC',
} as const satisfies Record<EntryKind, string>)

/** @param number counts from 1 within a kind. */
export function entryRef(kind: EntryKind, number: number): string {
  return `${refPrefix[kind]}-${String(number).padStart(4, '0')}`
}

export function letterRef(number: number): string {
  return `L-${String(number).padStart(4, '0')}`
}

export function decisionRef(number: number): string {
  return `D-${String(number).padStart(4, '0')}`
}
