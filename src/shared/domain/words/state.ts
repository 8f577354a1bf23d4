import type { EntryKind } from '../kind.ts'
import type { EntryState, Standing } from '../state.ts'

const general = Object.freeze({
  offered: 'Offered', active: 'Active', 'under-protest': 'Under protest', frozen: 'Frozen', restricted: 'Restricted',
  'notice-given': 'Notice given', withdrawn: 'Withdrawn', 'on-with-controls': 'On with controls',
  'prompts-ignored': 'On, prompts ignored', off: 'Off', deferred: 'Deferred', signed: 'Signed', unknown: 'Unknown', closed: 'Closed',
} as const satisfies Record<EntryState, string>)

const ofKind: Readonly<Partial<Record<EntryKind, Readonly<Partial<Record<EntryState, string>>>>>> = Object.freeze({
  'gp-connect-setting': { active: 'On', 'under-protest': 'On, under protest' },
  'medicines-tool': { active: 'On' },
  declaration: { offered: 'Not signed yet', 'under-protest': 'Signed under protest' },
})

/** An agreement is active where a setting or a tool is on. */
export function stateWord(kind: EntryKind, state: EntryState): string {
  return ofKind[kind]?.[state] ?? general[state]
}

const standings = Object.freeze({
  offered: 'Offered, not signed', 'in-use': 'In use, no signed copy known', signed: 'Signed', on: 'On',
  'on-with-controls': 'On with controls', off: 'Off', unknown: 'Not known', ended: 'Ended',
} as const satisfies Record<Standing, string>)

/** How a person answers "how does it stand today?". */
export function standingWord(kind: EntryKind, standing: Standing): string {
  return kind === 'declaration' && standing === 'offered' ? 'Asked for, not signed' : standings[standing]
}
