/** Every address inside the app. Main links to the same ones from the home page's lines and the trail. */
export const paths = {
  home: '/',
  register: '/register',
  add: '/add',
  addBlank: (kind: string) => `/add/blank/${kind}`,
  addPaste: '/add/paste',
  addCatalogue: '/add/catalogue',
  catalogueItem: (id: string) => `/add/catalogue?item=${id}`,
  entry: (id: string) => `/entry/${id}`,
  editEntry: (id: string) => `/entry/${id}/edit`,
  addPurposes: (id: string) => `/entry/${id}/purposes`,
  splitEntry: (id: string) => `/entry/${id}/split`,
  decide: (decision: string) => `/decision/${decision}`,
  startDecision: (entry: string) => `/entry/${entry}/decide`,
  signOff: '/sign-off',
  signOffList: '/sign-off/list',
  signOffOn: (decision: string) => `/sign-off/${decision}`,
  followThrough: '/follow-through',
  letters: '/letters',
  letter: (id: string) => `/letter/${id}`,
  writeLetters: '/letters/write',
  writeNotice: (decision: string) => `/letters/write?decision=${decision}`,
  writeLetterAbout: (entry: string) => `/letters/write?entry=${entry}`,
  writeLetterTo: (recipient: string) => `/letters/write?recipient=${encodeURIComponent(recipient)}`,
  writeReminder: (letter: string) => `/letters/write?reminder=${letter}`,
  past: '/past',
  pastDay: (on: string) => `/past/${on}`,
  trail: '/trail',
  positions: '/positions',
  newerPositions: '/positions/newer',
  newRules: '/positions/rules',
  positionsOf: (subject: string) => `/positions?about=${subject}`,
  editPosition: '/positions/edit',
  editPositionOf: (subject: string, row?: string) => `/positions/edit?about=${subject}${row === undefined ? '' : `&row=${encodeURIComponent(row)}`}`,
  people: '/people',
} as const

/** @returns the register's address with a filter in it. Only what differs from the usual is written. */
export function registerWith(filter: Readonly<Record<string, string>>): string {
  const search = new URLSearchParams(Object.entries(filter).filter(([, value]) => value !== '')).toString()
  return search === '' ? paths.register : `${paths.register}?${search}`
}
