import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, existsSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { nodeCrypto } from '../identity/node-crypto.ts'
import { createStore } from '../store/register-store.ts'
import { fillRegister } from './bench/many-events.ts'
import { parts } from './bench/parts.ts'
import { pdfParts } from './bench/pdf-parts.ts'
import { textParts } from './bench/text-parts.ts'
import { bench as rows, peakMb, type BenchRow, type Measured } from './bench/row.ts'
import { UsageMistake, type Command, type Io } from './command.ts'

const sizes = { usual: [1_000, 10_000, 100_000], quick: [1_000] } as const
const all = { ...parts, ...pdfParts, ...textParts }
const measured = z.strictObject({ ms: z.number(), peakMb: z.int() })

/** Which parts make a row, and the largest register it is measured on. */
const plan: Readonly<Record<BenchRow['what'], { ours: string; against: string | null; most: number }>> = Object.freeze({
  record: { ours: 'record', against: 'record-against', most: 100_000 },
  'chain-check': { ours: 'chain-check', against: 'hash-against', most: 100_000 },
  'full-check': { ours: 'full-check', against: 'hash-against', most: 100_000 },
  replay: { ours: 'replay', against: 'replay-against', most: 100_000 },
  pdf: { ours: 'pdf', against: 'pdf-against', most: 10_000 },
  list: { ours: 'list', against: 'list-against', most: 100_000 },
  search: { ours: 'search', against: 'search-against', most: 100_000 },
  start: { ours: 'start', against: 'start', most: 100_000 },
  classify: { ours: 'classify', against: null, most: 1_000 },
})

/** Measures what section 16 of the design promises, each against its peer in the same run. */
export const bench: Command = async (args, io) => {
  const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options: { quick: { type: 'boolean', default: false }, json: { type: 'boolean', default: false }, only: { type: 'string' }, part: { type: 'string' } } })
  if (values.part !== undefined) return onePart(values.part, positionals, io)
  if (positionals.length > 0) throw new UsageMistake('There is nothing to name.')
  const folder = mkdtempSync(path.join(os.tmpdir(), 'psr-bench-'))
  try {
    const registers = await fillRegisters(folder, values.quick ? sizes.quick : sizes.usual, io)
    const table: BenchRow[] = []
    for (const what of namesOf(values.only)) {
      for (const register of registers) {
        if (register.n > plan[what].most) continue
        const row = await measure(what, register, path.join(folder, 'empty.psr'))
        table.push(row)
        if (!values.json) io.out(line(row))
      }
    }
    if (values.json) io.out(JSON.stringify(table))
    return 0
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

type Filled = Readonly<{ file: string; n: number }>

async function fillRegisters(folder: string, wanted: readonly number[], io: Io): Promise<Filled[]> {
  const filled: Filled[] = []
  for (const n of [20, ...wanted]) {
    const file = path.join(folder, n === 20 ? 'empty.psr' : `${n}.psr`)
    const store = await createStore(file, { clock: () => new Date().toISOString(), appVersion: '1.0.0', computer: 'bench', crypto: nodeCrypto })
    fillRegister(store, n)
    store.close()
    if (n === 20) continue
    io.err(`Filled a register with ${n.toLocaleString('en-GB')} events.`)
    filled.push({ file, n })
  }
  return filled
}

const round = (ms: number): number => Number(ms.toFixed(ms < 10 ? 3 : 1))

async function measure(what: BenchRow['what'], { file, n }: Filled, empty: string): Promise<BenchRow> {
  const { ours, against } = plan[what]
  const one = await inChild(ours, file, n)
  const other = against === null ? null : await inChild(against, what === 'start' ? empty : file, n)
  return {
    what, n, ms: round(one.ms), against: rows[what].against, againstMs: other && round(other.ms),
    ratio: other && Number((one.ms / other.ms).toFixed(2)), goal: rows[what].goal, peakMb: one.peakMb, againstPeakMb: other?.peakMb ?? null,
  }
}

/** A process of its own for each measure, so that neither the heap nor the file cache of one warms the other. */
function inChild(part: string, file: string, n: number): Promise<Measured> {
  const cli = process.argv[1]
  if (cli === undefined || !existsSync(cli)) throw new UsageMistake('The benchmark runs from the project folder.')
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [cli, 'bench', '--part', part, file, String(n)], { stdio: ['ignore', 'pipe', 'pipe'] })
    let [said, complained] = ['', '']
    child.stdout.on('data', (data) => { said += String(data) })
    child.stderr.on('data', (data) => { complained += String(data) })
    child.on('error', reject)
    child.on('close', (code) => {
      if (code === 0) resolve(measured.parse(JSON.parse(said)))
      else reject(new Error(`${part} failed: ${complained.trim()}`))
    })
  })
}

async function onePart(name: string, [file, n]: readonly string[], io: Io): Promise<number> {
  const part = all[name]
  if (!part || file === undefined) throw new UsageMistake(`There is no part ${name}.`)
  const ms = await part(file, Number(n))
  io.out(JSON.stringify({ ms, peakMb: peakMb() } satisfies Measured))
  return 0
}

function namesOf(only: string | undefined): BenchRow['what'][] {
  const names = Object.keys(plan) as BenchRow['what'][]
  return only === undefined ? names : names.filter((name) => only.split(',').includes(name))
}

function line({ what, n, ms, against, againstMs, ratio, goal, peakMb: peak, againstPeakMb }: BenchRow): string {
  const cells = [what.padEnd(12), n.toLocaleString('en-GB').padStart(8), `${ms} ms`.padStart(12), `${peak ?? '–'} MB`.padStart(8)]
  const peer = against === null ? '' : `${ratio}× of ${againstMs} ms, ${againstPeakMb} MB (${against})`
  return `${cells.join('  ')}  ${peer.padEnd(70)}  goal ${goal}`
}
