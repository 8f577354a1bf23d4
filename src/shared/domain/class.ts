/** What a single purpose is for. `undetermined` is an answer, never reported as either side. */
export const purposeClasses = ['direct-care', 'secondary-use', 'undetermined'] as const
export type PurposeClass = (typeof purposeClasses)[number]

/** What a whole entry is for, always derived from its purposes. */
export const entryClasses = ['direct-care', 'secondary-use', 'mixed', 'undetermined'] as const
export type EntryClass = (typeof entryClasses)[number]

/**
 * An entry is only as clear as its least clear purpose: no purposes, or one that nobody could place,
 * leaves the entry undetermined. `secondary-use` here means exclusively secondary.
 */
export function entryClass(purposes: readonly PurposeClass[]): EntryClass {
  if (purposes.length === 0 || purposes.includes('undetermined')) return 'undetermined'
  const care = purposes.includes('direct-care')
  const secondary = purposes.includes('secondary-use')
  if (care && secondary) return 'mixed'
  return care ? 'direct-care' : 'secondary-use'
}
