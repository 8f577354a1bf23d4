import { Fragment } from 'react'
import type { EvidenceSpan } from '../../shared/domain/suggestion.ts'
import { Words } from './clause-text.tsx'

/** A reason with the words it rests on marked as they are in the clause. Quoted words that are no evidence stay quoted. */
export function MarkedReason({ reason, evidence }: Readonly<{ reason: string; evidence: readonly EvidenceSpan[] }>) {
  const pieces = reason.split(/“([^”]+)”/)
  return pieces.map((piece, index) => {
    const span = index % 2 === 1 ? evidence.find(({ words }) => sameWords(words, piece)) : undefined
    const plain = index % 2 === 1 ? `“${piece}”` : piece
    // The pieces have no identity but their place.
    // oxlint-disable-next-line react/no-array-index-key
    return <Fragment key={index}>{span ? <Words points={span.points}>{piece}</Words> : plain}</Fragment>
  })
}

const sameWords = (words: string, quoted: string): boolean => words.replaceAll(/\s+/g, ' ').trim() === quoted.replaceAll(/\s+/g, ' ').trim()
