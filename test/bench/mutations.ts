import { registerToTouch } from '../fixtures/mutations/register-to-touch.ts'
import { tryRegisters } from '../fixtures/mutations/registers.ts'
import { sources } from '../fixtures/mutations/sources.ts'
import { tryMutations, type Tally } from '../fixtures/mutations/try-mutations.ts'
import { verdicts } from '../../src/shared/trail/verdict.ts'
import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'

/** `node test/bench/mutations.ts [times] [seed]`: damage by chance to documents, a tenth as often to a register file, and what the app, the checking page and the command line say of it. */
const [times = 10_000, seed = 1] = process.argv.slice(2).map(Number)
const folder = mkdtempSync(path.join(os.tmpdir(), 'psr-mutations-'))
const start = performance.now()
const { tally, kept, wrong, harmless } = await tryMutations(await sources(), times, seed, folder, (done) => { if (done % 1000 === 0) console.log(`${done} of ${times}`) })
const registers = await tryRegisters(await registerToTouch(), Math.ceil(times / 10), seed, folder)
rmSync(folder, { recursive: true, force: true })

function print(title: string, counts: Tally): void {
  console.log(`\n${title.padEnd(36)}${verdicts.map((verdict) => verdict.padStart(16)).join('')}`)
  const total = { matches: 0, changed: 0, 'cut-short': 0, 'could-not-check': 0 }
  for (const [what, row] of [...counts].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    console.log(`${what.padEnd(36)}${verdicts.map((verdict) => String(row[verdict]).padStart(16)).join('')}`)
    for (const verdict of verdicts) total[verdict] += row[verdict]
  }
  console.log(`${'all'.padEnd(36)}${verdicts.map((verdict) => String(total[verdict]).padStart(16)).join('')}`)
}

print('Alone', tally)
print('Held against what was kept', kept)
print('Register files, alone', registers.tally)
const faults = [...wrong, ...registers.wrong]
for (const line of faults) console.log(line)
console.log(`\n${times} mutations from seed ${seed} in ${((performance.now() - start) / 1000).toFixed(0)} s: ${harmless} changed nothing that was recorded and match, ${faults.length} wrong answers.`)
process.exitCode = faults.length === 0 ? 0 : 1
