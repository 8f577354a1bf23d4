import { Fragment, useId } from 'react'
import type { EntryClass } from '../../shared/domain/class.ts'
import { entryClasses } from '../../shared/domain/class.ts'
import type { LegalForce } from '../../shared/domain/legal-force.ts'
import { classWords } from '../../shared/domain/words.ts'
import { ClassGlyph, ForceSteps } from './glyphs.tsx'

export type ClassByForce = Readonly<{ class: EntryClass; force: LegalForce; count: number }>

// A DES and an LES pull alike, so the chart shows them as one.
const bars = [
  { key: 'law', name: 'Law', forces: ['law'], glyph: 'law' },
  { key: 'core-contract', name: 'Core contract', forces: ['core-contract'], glyph: 'core-contract' },
  { key: 'local', name: 'DES or LES', forces: ['des', 'les'], glyph: 'les' },
  { key: 'voluntary', name: 'Voluntary', forces: ['voluntary'], glyph: 'voluntary' },
  { key: 'unknown', name: 'Unknown', forces: ['unknown'], glyph: 'unknown' },
] as const satisfies readonly { key: string; name: string; forces: readonly LegalForce[]; glyph: LegalForce }[]

const width = 440
const left = 112
const rowHeight = 28
const barHeight = 22
const gap = 1.5
const smallest = 13

/** The register by class, each bar split by legal force. The same counts stand in words for those who do not see it. */
export function StackedBars({ counts }: Readonly<{ counts: readonly ClassByForce[] }>) {
  const hatch = useId()
  const rows = entryClasses.map((name) => rowOf(name, counts))
  const most = Math.max(1, ...rows.map(({ total }) => total))
  // Room for the total at the right, and for the bars that may not get narrower than their number.
  const unit = (width - left - 44 - bars.length * (smallest / 2)) / most
  return (
    <>
      <svg className="psr-chart" viewBox={`0 0 ${width} ${rows.length * rowHeight}`} role="img" aria-label={rows.map(inWords).join('. ')}>
        <defs>
          <pattern id={hatch} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <path d="M0 0v5" className="psr-chart__hatch" />
          </pattern>
        </defs>
        {rows.map((row, index) => <BarRow key={row.name} row={row} y={index * rowHeight} unit={unit} hatch={hatch} />)}
      </svg>
      <p className="psr-legend">
        {bars.map(({ key, name, glyph }) => <span key={key}><ForceSteps of={glyph} size={13} />{name}</span>)}
      </p>
    </>
  )
}

type Row = Readonly<{ name: EntryClass; total: number; parts: readonly { key: (typeof bars)[number]['key']; name: string; count: number }[] }>

function rowOf(name: EntryClass, counts: readonly ClassByForce[]): Row {
  const parts = bars.map(({ key, name: force, forces }) => {
    const wanted: readonly LegalForce[] = forces
    const count = counts.filter((one) => one.class === name && wanted.includes(one.force)).reduce((sum, one) => sum + one.count, 0)
    return { key, name: force, count }
  }).filter(({ count }) => count > 0)
  return { name, parts, total: parts.reduce((sum, { count }) => sum + count, 0) }
}

const inWords = ({ name, total, parts }: Row): string => {
  const split = parts.map(({ name: force, count }) => `${force} ${count}`).join(', ')
  return `${classWords[name]} ${total}${split ? `: ${split}` : ''}`
}

function BarRow({ row, y, unit, hatch }: Readonly<{ row: Row; y: number; unit: number; hatch: string }>) {
  const placed = place(row, unit)
  const end = placed.at(-1)?.end ?? left - 8
  return (
    <g transform={`translate(0 ${y})`}>
      <g transform="translate(0 5)"><ClassGlyph of={row.name} /></g>
      <text x="18" y="15">{classWords[row.name]}</text>
      {placed.map(({ key, count, x, end: right }) => (
        <Fragment key={key}>
          <rect className={`psr-chart__bar--${key}`} x={x + 0.5} y="0.5" width={right - x - 1} height={barHeight - 1} />
          {key === 'local' && <rect x={x} y="0" width={right - x} height={barHeight} fill={`url(#${hatch})`} />}
          <text className={`psr-chart__count psr-chart__count--${key}`} x={(x + right) / 2} y="15.5">{count}</text>
        </Fragment>
      ))}
      <text className="psr-chart__total" x={end + 8} y="15.5">{row.total}</text>
    </g>
  )
}

function place({ parts }: Row, unit: number) {
  let x = left
  return parts.map(({ key, count }) => {
    const from = x
    const end = from + Math.max(smallest, count * unit, String(count).length * 8 + 4)
    x = end + gap
    return { key, count, x: from, end }
  })
}
