import { mm, styles } from './measures.ts'
import type { Ink, TextStyle } from './measures.ts'
import { glyphWidth } from './glyphs.ts'
import type { GlyphName } from './glyphs.ts'
import { counted } from './numbers.ts'
import { fill, line, move, rectangle, stroke } from './shapes.ts'
import { draw, inside, linesAt, need } from './sheet.ts'
import type { Sheet } from './sheet.ts'
import { wrap } from './typeset.ts'
import type { Rich } from './typeset.ts'

export type Series = Readonly<{ key: string; label: string; glyph: GlyphName; look: 'law' | 'core' | 'scheme' | 'voluntary' | 'dashed' }>
export type Bar = Readonly<{ label: string; glyph: GlyphName; values: Readonly<Record<string, number>> }>

const figureInBar: TextStyle = { face: 'bold', size: 8, leading: 10, colour: 'ink' }
const colours = Object.freeze({ law: 'white', core: 'onYellow', scheme: 'onYellow', voluntary: 'white', dashed: 'onYellow' } as const satisfies Record<Series['look'], Ink>)
const barHeight = 13.5
const step = 18
const labelWidth = 88.5

/** Bars of counts, one part a series, each with its number in it, and the legend beneath. Read out in words. */
export function stackedBars(sheet: Sheet, title: string, series: readonly Series[], bars: readonly Bar[]): void {
  const totals = bars.map((bar) => series.reduce((sum, { key }) => sum + (bar.values[key] ?? 0), 0))
  const room = sheet.width - labelWidth - 40
  const gaps = series.length * 1.5
  const unit = (room - gaps) / Math.max(1, ...totals)
  const height = bars.length * step + mm(2.5) + 12
  need(sheet, height)
  const top = sheet.y
  const box = [sheet.left, 841.89 - top - height, sheet.left + sheet.width, 841.89 - top] as const
  inside(sheet, 'Figure', (owner) => {
    let operators = ''
    bars.forEach((bar, index) => { operators += drawBar(sheet, bar, series, unit, totals[index] ?? 0, top + index * step) })
    operators += drawLegend(sheet, series, top + bars.length * step + mm(2.5))
    draw(sheet, owner, operators)
  }, { alt: inWords(title, series, bars, totals), box })
  sheet.y = top + height
}

function drawBar(sheet: Sheet, bar: Bar, series: readonly Series[], unit: number, total: number, top: number): string {
  let out = text(sheet, [{ glyph: bar.glyph }, { text: bar.label }], styles.body, sheet.left, top + (barHeight - styles.body.leading) / 2)
  let x = sheet.left + labelWidth
  for (const { key, look } of series) {
    const value = bar.values[key] ?? 0
    if (value === 0) continue
    const figure = wrap(sheet.faces, [{ text: counted(value), colour: colours[look] }], figureInBar, 100)
    const figureWidth = figure[0]?.width ?? 0
    const width = Math.max(value * unit, figureWidth + 6)
    out += part(look, x, top, width)
    out += linesAt(sheet, figure, figureInBar, x + (width - figureWidth) / 2, top + (barHeight - figureInBar.leading) / 2)
    x += width + 1.5
  }
  return out + text(sheet, [{ text: counted(total), colour: 'quiet' }], styles.body, x + 3, top + (barHeight - styles.body.leading) / 2)
}

function part(look: Series['look'], x: number, y: number, width: number): string {
  const box = rectangle(x, y, width, barHeight)
  switch (look) {
    case 'dashed': return `${stroke('undetermined', 0.8, [1.8, 1.5])}${rectangle(x + 0.4, y + 0.4, width - 0.8, barHeight - 0.8)}S\n`
    case 'scheme': return `${fill('schemeFill')}${box}f\nq\n${box}W n\n${hatch(x, y, width)}Q\n${stroke('scheme', 0.6)}${rectangle(x + 0.3, y + 0.3, width - 0.6, barHeight - 0.6)}S\n`
    default: return `${fill(look)}${box}f\n`
  }
}

function hatch(x: number, y: number, width: number): string {
  let out = stroke('hatch', 0.9)
  for (let at = x - barHeight; at < x + width; at += 3.8) out += move(at, y + barHeight) + line(at + barHeight, y)
  return `${out}S\n`
}

function drawLegend(sheet: Sheet, series: readonly Series[], top: number): string {
  let x = sheet.left + labelWidth
  return series.map(({ label, glyph }) => {
    const [set] = wrap(sheet.faces, label, styles.small, 200)
    const out = text(sheet, [{ glyph }, { text: label }], styles.small, x, top)
    x += glyphWidth(glyph) + (set?.width ?? 0) + mm(6)
    return out
  }).join('')
}

function text(sheet: Sheet, rich: Rich, style: TextStyle, x: number, top: number): string {
  return linesAt(sheet, wrap(sheet.faces, rich, style, 400), style, x, top)
}

function inWords(title: string, series: readonly Series[], bars: readonly Bar[], totals: readonly number[]): string {
  const parts = bars.map((bar, index) => {
    const counts = series.filter(({ key }) => (bar.values[key] ?? 0) > 0).map(({ key, label }) => `${label} ${counted(bar.values[key] ?? 0)}`)
    return `${bar.label}: ${counted(totals[index] ?? 0)}${counts.length > 0 ? ` (${counts.join(', ')})` : ''}.`
  })
  return [`${title}.`, ...parts].join(' ')
}
