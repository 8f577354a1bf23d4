import { Fragment } from 'react'

/** Text with the words that were searched for marked. */
export function Marked({ text, pattern }: Readonly<{ text: string; pattern: RegExp | null }>) {
  if (!pattern) return <>{text}</>
  return <>{text.split(pattern).map((piece, index) => (
    // The pieces have no identity but their place; odd ones are what the pattern caught.
    // oxlint-disable-next-line react/no-array-index-key
    <Fragment key={index}>{index % 2 === 1 ? <mark>{piece}</mark> : piece}</Fragment>
  ))}</>
}

/** Catches the words of a search where one starts, whatever its case; null when there are none. */
export function markPattern(search: string): RegExp | null {
  const words = search.match(/[\p{L}\p{N}]+/gu)
  return words ? new RegExp(`(?<![\\p{L}\\p{N}])(${words.join('|')})`, 'giu') : null
}
