import type { EvidenceCategory, SetAsideKind } from '../evidence.ts'

export const evidenceCategoryWords = Object.freeze({
  'signed-copy': 'Signed copy', dpia: 'DPIA', 'notice-sent': 'Notice sent', 'proof-of-sending': 'Proof of sending', acknowledgement: 'Acknowledgement',
  'setting-screenshot': 'Screenshot of a setting', 'ending-certificate': 'Certificate of return or destruction', correspondence: 'Correspondence',
  advice: 'Advice', minutes: 'Minutes', 'signed-page': 'Signed page', other: 'Other',
} as const satisfies Record<EvidenceCategory, string>)

export const setAsideWords = Object.freeze({
  superseded: 'Set aside, file kept', removed: 'Removed, file deleted',
} as const satisfies Record<SetAsideKind, string>)

/** "240 KB", "1.2 MB": for a person, in thousands. */
export function sizeInWords(bytes: number): string {
  if (bytes < 1000) return `${bytes} ${bytes === 1 ? 'byte' : 'bytes'}`
  const [size, unit] = bytes < 999_500 ? [bytes / 1000, 'KB'] : [bytes / 1_000_000, 'MB']
  return `${size < 10 ? Number(size.toFixed(1)) : Math.round(size)} ${unit}`
}
