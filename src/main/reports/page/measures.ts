/** Millimetres to PDF points. */
export const mm = (millimetres: number): number => (millimetres * 72) / 25.4

/** A4 and where things stand on it, in points from the top left. */
export const paper = Object.freeze({
  width: 595.28, height: 841.89,
  left: mm(20), right: mm(18),
  headTop: mm(13), bodyTop: mm(27), bodyBottom: 841.89 - mm(27), footTop: 841.89 - mm(22.5),
})
export const bodyWidth = paper.width - paper.left - paper.right
/** Height that is left for content on a fresh page. */
export const bodyHeight = paper.bodyBottom - paper.bodyTop

/** Hairlines divide rows; the rule stands under the head of a table. */
export const hairline = 0.4
export const rule = 0.8

/** Colours of print, as red, green and blue operands from 0 to 1. */
export const ink = Object.freeze({
  ink: rgb('1d262c'), quiet: rgb('4c5c67'), hair: rgb('aab4ba'), tint: rgb('f3f5f6'), faint: rgb('d6dadd'), white: rgb('ffffff'),
  direct: rgb('005eb8'), secondary: rgb('5a2ca0'), undetermined: rgb('5d7182'),
  law: rgb('d5281b'), core: rgb('c96b00'), scheme: rgb('9a7400'), schemeFill: rgb('ffcf33'), voluntary: rgb('007f3b'),
  onYellow: rgb('1d1600'), hatch: rgb('d8ad1f'),
  good: rgb('00602d'), warning: rgb('8a4700'), bad: rgb('b5170c'),
})
export type Ink = keyof typeof ink

export const faceNames = ['sans', 'bold', 'italic', 'mono'] as const
export type FaceName = (typeof faceNames)[number]

/** How a run of text is set; sizes and leading in points. */
export type TextStyle = Readonly<{ face: FaceName; size: number; leading: number; colour: Ink }>

export const styles = Object.freeze({
  title: { face: 'bold', size: 24, leading: 28, colour: 'ink' },
  subtitle: { face: 'sans', size: 13, leading: 18, colour: 'ink' },
  kicker: { face: 'sans', size: 11, leading: 15, colour: 'quiet' },
  figure: { face: 'bold', size: 19, leading: 23, colour: 'ink' },
  subject: { face: 'bold', size: 16, leading: 20, colour: 'ink' },
  section: { face: 'bold', size: 13, leading: 16, colour: 'ink' },
  strong: { face: 'bold', size: 9.5, leading: 13, colour: 'ink' },
  body: { face: 'sans', size: 9.5, leading: 13, colour: 'ink' },
  quiet: { face: 'sans', size: 9.5, leading: 13, colour: 'quiet' },
  table: { face: 'sans', size: 8.5, leading: 11, colour: 'ink' },
  tableQuiet: { face: 'sans', size: 8.5, leading: 11, colour: 'quiet' },
  tableStrong: { face: 'bold', size: 8.5, leading: 11, colour: 'ink' },
  columnHead: { face: 'bold', size: 7.5, leading: 10, colour: 'quiet' },
  small: { face: 'sans', size: 8, leading: 10.5, colour: 'quiet' },
  hash: { face: 'mono', size: 8, leading: 13, colour: 'ink' },
  tableHash: { face: 'mono', size: 7.65, leading: 11, colour: 'ink' },
} as const satisfies Record<string, TextStyle>)

function rgb(hex: string): string {
  return [0, 2, 4].map((at) => String(Math.round((parseInt(hex.slice(at, at + 2), 16) / 255) * 1000) / 1000)).join(' ')
}

/** A number as PDF writes it: at most two decimals, which is a fiftieth of a millimetre. */
export const n = (value: number): string => String(Math.round(value * 100) / 100)
