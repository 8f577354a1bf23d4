import type { PositionCode, PositionSubject, SourceGrade } from '../position.ts'

export const positionCodeWords = Object.freeze({
  permitted: 'Permitted',
  'required-by-contract': 'Required by contract',
  'required-by-law': 'Required by law',
  'local-contract': 'Depends on local contract',
  'no-call': 'No national call',
  verify: 'Check',
} as const satisfies Record<PositionCode, string>)

export const positionCodeLines = Object.freeze({
  permitted: 'In the BMA’s view no contract term stands against it.',
  'required-by-contract': 'The core contract asks practices to have it. Going without may be a breach.',
  'required-by-law': 'A law, a direction or a Data Provision Notice asks practices to take part.',
  'local-contract': 'It depends on an enhanced service or another contract the practice has signed.',
  'no-call': 'No national action was found for this time. The practice decides as controller; the agreement’s own terms apply.',
  verify: 'The sources do not settle it. Check before relying on it.',
} as const satisfies Record<PositionCode, string>)

export const positionSubjectWords = Object.freeze({
  'update-record-off': 'Switch off Update Record',
  'access-record-off': 'Switch off Access Record',
  'dsa-secondary-withdraw': 'Withdraw secondary-use sharing',
  'dsa-freeze': 'Freeze new agreements',
  'mo-tool-off': 'Switch off medicines software',
  'telephony-data-defer': 'Defer telephony data',
  'online-requests-defer': 'Defer online requests sign-off',
} as const satisfies Record<PositionSubject, string>)

export const sourceGradeWords = Object.freeze({
  A: 'Official page',
  B: 'A party’s own view',
  C: 'Press or another second-hand source',
  M: 'Copy of an official page',
  G: 'General knowledge, no source',
} as const satisfies Record<SourceGrade, string>)
