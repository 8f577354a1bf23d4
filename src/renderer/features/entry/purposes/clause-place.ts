import type { ClausePlace } from '../../../../shared/domain/purpose.ts'
import { groupsOfFour } from '../../../components/hash-text.tsx'

/** "Clause 3.1, page 3 of Shared care record agreement, as written." */
export function placeInWords({ clause, page, document, sha256 }: ClausePlace): string {
  const where = [clause && (/^\d/.test(clause) ? `clause ${clause}` : clause), page && `page ${page}`].filter(Boolean).join(', ')
  const place = where === '' ? document ?? '' : document ? `${where} of ${document}` : where
  return place === '' ? 'As written. Where it stands is not recorded.' : `${place.charAt(0).toUpperCase()}${place.slice(1)}, as written.${sha256 ? ` The file’s SHA-256 starts with ${groupsOfFour(sha256.slice(0, 16))}.` : ''}`
}
