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
