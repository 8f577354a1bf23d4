/** The nine actions of the 2024 page by slug; menus differ in number between years, and the ninth is two. */
export const actionSlugs = [
  'limit-contacts', 'advice-and-guidance', 'voluntary-services', 'referrals',
  'update-record-off', 'dsa-secondary-withdraw', 'dsa-freeze', 'mo-tool-off',
  'telephony-data-defer', 'online-requests-defer',
] as const
export type ActionSlug = (typeof actionSlugs)[number]

/** The practice's choice about an action. */
export const actionChoices = ['not-taken', 'considering', 'taken', 'ended'] as const
export type ActionChoice = (typeof actionChoices)[number]
/** The choices that bind the practice: partners agree to them as to any decision. The others are recorded by whoever says so. */
export const signedChoices = ['taken', 'ended'] as const satisfies readonly ActionChoice[]
export type SignedChoice = (typeof signedChoices)[number]

export const actionRef = (number: number): string => `A-${String(number).padStart(4, '0')}`

export const actionNumber = Object.freeze({
  'limit-contacts': '1', 'advice-and-guidance': '2', 'voluntary-services': '3', referrals: '4',
  'update-record-off': '5', 'dsa-secondary-withdraw': '6', 'dsa-freeze': '7', 'mo-tool-off': '8',
  'telephony-data-defer': '9a', 'online-requests-defer': '9b',
} as const satisfies Record<ActionSlug, string>)
