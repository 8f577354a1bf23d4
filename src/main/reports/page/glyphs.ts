import type { EntryClass } from '../../../shared/domain/class.ts'
import type { GateAnswer } from '../../../shared/domain/gate-answer.ts'
import type { LegalForce } from '../../../shared/domain/legal-force.ts'
import type { PositionCode } from '../../../shared/domain/position.ts'
import type { VerdictCode } from '../../../shared/trail/verdict.ts'
import type { Ink } from './measures.ts'
import { circle, curve, fill, leftHalf, line, move, placed, polygon, rectangle, stroke } from './shapes.ts'

/** The codes as drawings. A word always stands beside one; class has round ends, force and position have steps. */
export type GlyphName = `class-${EntryClass}` | `force-${LegalForce}` | `position-${PositionCode}` | `gate-${GateAnswer}` | `verdict-${VerdictCode}`

/** A drawing in its own grid: `width` and `height` in grid units of `unit` points. */
type Drawing = Readonly<{ width: number; height: number; unit: number; shape: string }>

const disc = (shape: string): Drawing => ({ width: 12, height: 12, unit: 0.625, shape })
const steps = (shape: string): Drawing => ({ width: 13.5, height: 12, unit: 0.64, shape })
const outline = (colour: Ink, shape: string, width = 1.6): Drawing => ({ width: 20, height: 20, unit: 0.56, shape: `1 J 1 j ${stroke(colour, width)}${shape}` })

function ladder(colour: Ink, taken: number): Drawing {
  const step = (index: number): string => `${fill(index < taken ? colour : 'faint')}${rectangle(index * 3.6, 9 - index * 3, 2.7, 3 + index * 3)}f\n`
  return steps([0, 1, 2, 3].map(step).join(''))
}
const dashedLadder = steps(stroke('undetermined', 0.8, [1.3, 1])
  + [0, 1, 2, 3].map((index) => `${rectangle(0.4 + index * 3.6, 9.4 - index * 3, 2, 2.2 + index * 3)}S\n`).join(''))

const tick = `${move(6.5, 10.3)}${line(8.9, 12.7)}${line(13.5, 7.7)}S\n`
const octagon = `${polygon([[7, 2.8], [13, 2.8], [17.2, 7], [17.2, 13], [13, 17.2], [7, 17.2], [2.8, 13], [2.8, 7]])}S\n`
const cross = `${move(7.5, 7.5)}${line(12.5, 12.5)}S\n${move(12.5, 7.5)}${line(7.5, 12.5)}S\n`
const bang = `${move(10, 8)}${line(10, 12)}S\n${move(10, 14)}${line(10, 14.2)}S\n`
const question = `${move(8, 8)}${curve(8, 6.9, 8.9, 6, 10, 6)}${curve(11.1, 6, 12, 6.9, 12, 8)}${curve(12, 8.9, 11.5, 9.6, 10.8, 9.9)}${curve(10.2, 10.2, 10, 10.6, 10, 11.3)}S\n${move(10, 13.8)}${line(10, 14)}S\n`

const drawings: Readonly<Record<GlyphName, Drawing>> = Object.freeze({
  'class-direct-care': disc(`${fill('direct')}${circle(6, 6, 4.5)}f\n`),
  'class-secondary-use': disc(`${stroke('secondary', 2.4)}${circle(6, 6, 3.5)}s\n`),
  'class-mixed': disc(`${stroke('secondary', 1.8)}${circle(6, 6, 3.8)}s\n${fill('direct')}${leftHalf(6, 6, 4.8)}f\n`),
  'class-undetermined': disc(`${stroke('undetermined', 1.6, [2.2, 1.8])}${circle(6, 6, 4.2)}s\n`),
  'force-law': ladder('law', 4),
  'force-core-contract': ladder('core', 3),
  'force-des': ladder('scheme', 2),
  'force-les': ladder('scheme', 2),
  'force-voluntary': ladder('voluntary', 1),
  'force-unknown': dashedLadder,
  'position-required-by-law': ladder('law', 4),
  'position-required-by-contract': ladder('core', 3),
  'position-local-contract': ladder('scheme', 2),
  'position-permitted': ladder('voluntary', 1),
  'position-no-call': ladder('voluntary', 0),
  'position-verify': dashedLadder,
  'gate-open': outline('good', `${circle(10, 10, 7)}s\n${tick}`),
  'gate-warn': outline('warning', `${polygon([[10, 3], [17.5, 16.5], [2.5, 16.5]])}S\n${bang}`),
  'gate-needs-override': outline('bad', octagon + bang),
  'gate-not-available': outline('quiet', `${circle(10, 10, 7)}s\n${move(5, 5)}${line(15, 15)}S\n`),
  'verdict-matches': outline('good', `${circle(10, 10, 7)}s\n${tick}`),
  'verdict-changed': outline('bad', octagon + cross),
  'verdict-cut-short': outline('warning', `${move(3, 10)}${line(11, 10)}S\n[2 2] 0 d\n${move(13, 4)}${line(13, 16)}S\n[] 0 d\n${circle(5, 10, 2)}s\n`),
  'verdict-could-not-check': outline('quiet', `[3 2.4] 0 d\n${circle(10, 10, 7)}s\n[] 0 d\n${question}`),
})

const gapAfter = 3.4

/** Room the drawing takes in a line of text, with the gap after it. */
export const glyphWidth = (name: GlyphName): number => drawings[name].width * drawings[name].unit + gapAfter

/** Draws a code beside words whose baseline is at `y`. */
export function drawGlyph(name: GlyphName, x: number, y: number): string {
  const { height, unit, shape } = drawings[name]
  return placed(x, y - 3.1 - (height * unit) / 2, unit, shape)
}
