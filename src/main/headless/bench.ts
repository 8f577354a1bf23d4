import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { createStore } from '../store/register-store.ts'
import { benchHost } from './bench/bench-host.ts'
import { checkParts } from './bench/check-parts.ts'
import { serveTurns, startChild, type Measured, type Part } from './bench/child.ts'
import { fillRegister } from './bench/many-events.ts'
import { pdfParts } from './bench/pdf-parts.ts'
import { recordParts } from './bench/record-parts.ts'
import { benchLine, benchRow, median, whats, type BenchRow, type What } from './bench/row.ts'
import { screenParts } from './bench/screen-parts.ts'
import { textParts } from './bench/text-parts.ts'
import { UsageMistake, type Command, type Io } from './command.ts'

const parts: Readonly<Record<string, Part>> = { ...recordParts, ...checkParts, ...pdfParts, ...screenParts, ...textParts }

/** Events in the registers that are measured; every tenth adds an entry. */
const sizes = { usual: [1_000, 10_000, 100_000], quick: [1_000] } as const
const eventsOfEntry = 10

type Plan = Readonly<{
  ours: string
  /** The bare work it is held against, on the same file or on an empty register. */
  peer: Readonly<{ part: string; words: string; on?: 'empty' }> | null
  goal: string
  /** The largest register, in events, that it is measured on. */
  most: number
  turns: number
  /** Each turn in a new process: what is measured happens once in the life of one, or its memory counts. */
  fresh?: true
  /** Said of a register of so many entries rather than events. */
  ofEntries?: true
}>

const hashed = { part: 'hash-against', words: 'crypto.hash of the same texts' } as const
const plan: Readonly<Record<What, Plan>> = Object.freeze({
  record: { ours: 'record', peer: { part: 'record-against', words: 'bare insert of the same bytes, same pragmas' }, goal: '≤ 1.3×', most: 100_000, turns: 7 },
  'chain-check': { ours: 'chain-check', peer: hashed, goal: '≤ 3×', most: 100_000, turns: 7 },
  'full-check': { ours: 'full-check', peer: hashed, goal: '≤ 25×', most: 100_000, turns: 5 },
  replay: { ours: 'replay', peer: { part: 'replay-against', words: 'bare inserts of the same rows' }, goal: '≤ 5×', most: 100_000, turns: 5 },
  pdf: { ours: 'pdf', peer: { part: 'pdf-against', words: 'pdfmake, same rows, untagged' }, goal: '≤ 0.7×, ≤ its memory', most: 10_000, turns: 3, fresh: true },
  list: { ours: 'list', peer: { part: 'list-against', words: 'the same SQL, bare and prepared' }, goal: '≤ 2× (p95)', most: 100_000, turns: 7, ofEntries: true },
  search: { ours: 'search', peer: { part: 'search-against', words: 'the same FTS5 query, bare' }, goal: '≤ 2× (p95)', most: 100_000, turns: 7, ofEntries: true },
  start: { ours: 'start', peer: { part: 'start', words: 'start on an empty register', on: 'empty' }, goal: '≤ 2×', most: 100_000, turns: 5, fresh: true },
  classify: { ours: 'classify', peer: null, goal: 'p95 ≤ 10 ms', most: 1_000, turns: 5 },
})
const growthGoal = '≤ 11×'

/** Measures what section 16 of the design promises, each against its peer in the same run. */
export const bench: Command = async (args, io) => {
  const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options: { quick: { type: 'boolean', default: false }, json: { type: 'boolean', default: false }, only: { type: 'string' }, part: { type: 'string' } } })
  if (values.part !== undefined) return onePart(values.part, positionals)
  if (positionals.length > 0) throw new UsageMistake('There is nothing to name.')
  const wanted = wantedOf(values.only)
  const folder = mkdtempSync(path.join(os.tmpdir(), 'psr-bench-'))
  try {
    const registers = await fillRegisters(folder, values.quick ? sizes.quick : sizes.usual, io)
    const table: BenchRow[] = []
    const add = (row: BenchRow): void => {
      table.push(row)
      if (!values.json) io.out(benchLine(row))
    }
    for (const what of wanted) for (const register of registers) if (register.n <= plan[what].most) add(await measure(what, register, values.quick ? 3 : plan[what].turns))
    for (const row of growth(table)) add(row)
    if (values.json) io.out(JSON.stringify(table))
    return 0
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** A register, once for us and once for the peer, because each side keeps the lock of its own; and an empty one. */
type Filled = Readonly<{ n: number; file: string; peerFile: string; empty: string }>

async function fillRegisters(folder: string, wanted: readonly number[], io: Io): Promise<Filled[]> {
  const fill = async (name: string, entries: number): Promise<string> => {
    const store = await createStore(path.join(folder, name), benchHost)
    fillRegister(store, entries)
    store.close()
    return store.file
  }
  const empty = await fill('empty.psr', 0)
  const filled: Filled[] = []
  for (const n of wanted) {
    const file = await fill(`${n}.psr`, n / eventsOfEntry)
    const peerFile = path.join(folder, `${n}-peer.psr`)
    copyFileSync(file, peerFile)
    filled.push({ n, file, peerFile, empty })
    io.err(`Filled a register with ${n.toLocaleString('en-GB')} events about ${(n / eventsOfEntry).toLocaleString('en-GB')} entries.`)
  }
  return filled
}

async function measure(what: What, { n, file, peerFile, empty }: Filled, turns: number): Promise<BenchRow> {
  const { ours, peer, goal, fresh, ofEntries } = plan[what]
  const sides = [{ part: ours, file }, ...(peer ? [{ part: peer.part, file: peer.on === 'empty' ? empty : peerFile }] : [])]
  const [own = [], others = []] = await takeTurns(sides, n, turns, fresh === true)
  return benchRow(what, ofEntries ? n / eventsOfEntry : n, goal, { ...middle(own), against: peer?.words ?? null, other: peer && middle(others) })
}

const middle = (all: readonly Measured[]) => ({ ms: median(all.map(({ ms }) => ms)), peakMb: median(all.map(({ peakMb }) => peakMb)) })

/** Both sides in turn, one waiting for the other, so that whatever else the machine does meets both alike. */
async function takeTurns(sides: readonly Readonly<{ part: string; file: string }>[], n: number, turns: number, fresh: boolean): Promise<Measured[][]> {
  const start = async ({ part, file }: (typeof sides)[number]) => startChild(part, file, n)
  const children = fresh ? [] : await Promise.all(sides.map(start))
  const taken: Measured[][] = sides.map(() => [])
  for (let turn = 0; turn < turns; turn += 1) {
    for (const [index, side] of sides.entries()) {
      const child = children[index] ?? await start(side)
      taken[index]?.push(await child.turn())
      if (fresh) await child.end()
    }
  }
  for (const child of children) await child.end()
  return taken
}

async function onePart(name: string, [file, n]: readonly string[]): Promise<number> {
  const part = parts[name]
  if (!part || file === undefined) throw new UsageMistake(`There is no part ${name}.`)
  await serveTurns(await part(file, Number(n)))
  return 0
}

function wantedOf(only: string | undefined): What[] {
  const names = only?.split(',')
  const unknown = names?.find((name) => !whats.some((what) => what === name))
  if (unknown !== undefined) throw new UsageMistake(`There is no row ${unknown}.`)
  return whats.filter((what) => names === undefined || names.includes(what))
}

/** Each measure of whole registers against itself on a register a tenth of the size: the largest that were measured. */
function growth(table: readonly BenchRow[]): BenchRow[] {
  return whats.flatMap((what) => {
    const [large, small] = table.filter((row) => row.what === what).toReversed()
    if (!large || !small) return []
    return [benchRow(what, large.n, growthGoal, { ms: large.ms, peakMb: large.peakMb, against: `growth from ${small.n.toLocaleString('en-GB')}`, other: small })]
  })
}
