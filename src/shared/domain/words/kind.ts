import type { EntryKind } from '../kind.ts'

/** `one` and `many` stand in running text, `title` stands alone. */
export const kindWords = Object.freeze({
  'sharing-agreement': { title: 'Sharing agreement', one: 'sharing agreement', many: 'sharing agreements' },
  'gp-connect-setting': { title: 'Record setting', one: 'record setting', many: 'record settings' },
  'medicines-tool': { title: 'Medicines tool', one: 'medicines tool', many: 'medicines tools' },
  declaration: { title: 'Declaration', one: 'declaration', many: 'declarations' },
} as const satisfies Record<EntryKind, { title: string; one: string; many: string }>)

/** One line under each kind, where a person chooses what to add. */
export const kindLines = Object.freeze({
  'sharing-agreement': 'An agreement or data flow that is signed, offered or simply in use.',
  'gp-connect-setting': 'One way for others to read, book in or write into the patient record, such as GP Connect Update Record.',
  'medicines-tool': 'Software that prompts prescribers, or one mode of it.',
  declaration: 'A sign-off the practice is asked for that opens a data flow.',
} as const satisfies Record<EntryKind, string>)
