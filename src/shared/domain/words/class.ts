import type { EntryClass } from '../class.ts'

/** The classes of purposes are among them, so one table serves both. */
export const classWords = Object.freeze({
  'direct-care': 'Direct care',
  'secondary-use': 'Secondary use',
  mixed: 'Mixed',
  undetermined: 'Undetermined',
} as const satisfies Record<EntryClass, string>)

/** What the class of a whole entry means. */
export const classLines = Object.freeze({
  'direct-care': 'Every purpose is the care of individual patients.',
  'secondary-use': 'Every purpose is something other than the care of an individual: exclusively secondary use.',
  mixed: 'Some purposes are care and some are not.',
  undetermined: 'At least one purpose cannot be placed yet, or none is recorded. It counts as neither side.',
} as const satisfies Record<EntryClass, string>)
