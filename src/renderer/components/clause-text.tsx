import { Fragment } from 'react'
import type { PurposeClass } from '../../shared/domain/class.ts'

/** Words in a clause that speak for a class, as places in the text. */
export type Mark = Readonly<{ start: number; end: number; points: PurposeClass }>
/** A numbered disc that ends a purpose in the clause; the same number stands before its reason. */
export type Disc = Readonly<{ at: number; number: number }>

type ClauseTextProps = Readonly<{ text: string; marks?: readonly Mark[]; discs?: readonly Disc[] }>

const none: readonly never[] = []

/** Quoted source text in serif. Solid underline: care. Dotted: not care. Overlapping marks keep the one that starts first. */
export function ClauseText({ text, marks = none, discs = none }: ClauseTextProps) {
  return (
    <blockquote className="psr-clause">
      {piecesOf(text, marks, discs).map((piece) => (
        <Fragment key={`${piece.kind}${piece.at}`}>
          {piece.kind === 'plain' && piece.text}
          {piece.kind === 'mark' && <Words points={piece.points}>{piece.text}</Words>}
          {piece.kind === 'disc' && <NumberDisc number={piece.number} />}
        </Fragment>
      ))}
    </blockquote>
  )
}

/** Marked words, in a clause or in a reason. What they point to is said by the style sheet, so that copied text stays as quoted. */
export function Words({ points, children }: Readonly<{ points: PurposeClass; children: string }>) {
  return <mark className={`psr-words psr-words--${points}`}>{children}</mark>
}

export function NumberDisc({ number }: Readonly<{ number: number }>) {
  return <span className="psr-disc"><span className="psr-vh">Purpose </span>{number}</span>
}

export type Piece =
  | Readonly<{ kind: 'plain'; at: number; text: string }>
  | Readonly<{ kind: 'mark'; at: number; text: string; points: PurposeClass }>
  | Readonly<{ kind: 'disc'; at: number; number: number }>

/** Cuts the text at its marks and discs. Joined again, the texts give the clause unchanged. */
export function piecesOf(text: string, marks: readonly Mark[], discs: readonly Disc[]): Piece[] {
  const kept = withoutOverlap(marks, text.length)
  const cuts = [...new Set([0, text.length, ...kept.flatMap(({ start, end }) => [start, end]), ...discs.map(({ at }) => Math.min(at, text.length))])].sort((a, b) => a - b)
  const pieces: Piece[] = []
  for (const [index, at] of cuts.entries()) {
    for (const disc of discs) if (Math.min(disc.at, text.length) === at) pieces.push({ kind: 'disc', at, number: disc.number })
    const end = cuts[index + 1]
    if (end === undefined) continue
    const mark = kept.find((one) => one.start <= at && end <= one.end)
    pieces.push(mark ? { kind: 'mark', at, text: text.slice(at, end), points: mark.points } : { kind: 'plain', at, text: text.slice(at, end) })
  }
  return pieces
}

function withoutOverlap(marks: readonly Mark[], length: number): Mark[] {
  const kept: Mark[] = []
  for (const mark of [...marks].sort((a, b) => a.start - b.start || b.end - a.end)) {
    if (mark.start < (kept.at(-1)?.end ?? 0) || mark.start >= mark.end || mark.end > length) continue
    kept.push(mark)
  }
  return kept
}
