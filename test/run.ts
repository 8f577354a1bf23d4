import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { z } from 'zod'
import { ensurePackages } from './ensure-packages.ts'
import { ensureBrowser } from './stand-in/ensure-browser.ts'

/** Everything that has to hold before a change lands, one after another, ending with one plain line of counts. */
const root = path.resolve(import.meta.dirname, '..')
const folder = mkdtempSync(path.join(os.tmpdir(), 'psr-test-'))
const say = (line: string): void => { process.stdout.write(`${line}\n`) }
let passed = 0
let failed = 0

const report = z.object({ numPassedTests: z.int(), numFailedTests: z.int(), numFailedTestSuites: z.int(), numPendingTests: z.int(), numTodoTests: z.int() })

function run(tool: string, args: readonly string[]): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(path.join(root, 'node_modules/.bin', tool), args, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' })
    child.on('error', () => resolve(false))
    child.on('close', (code) => resolve(code === 0))
  })
}

/** A tool that only says yes or no counts as one check. */
async function check(what: string, tool: string, args: readonly string[]): Promise<boolean> {
  say(`\n── ${what}`)
  const ok = await run(tool, args)
  if (ok) passed += 1
  else failed += 1
  return ok
}

/** Test files count one for each test; a file that does not even load counts as one that failed, and so does a skipped test. */
async function tests(what: string, args: readonly string[]): Promise<void> {
  say(`\n── ${what}`)
  const file = path.join(folder, `${what.replaceAll(/\W+/g, '-')}.json`)
  const ok = await run('vitest', ['run', ...args, '--reporter=dot', '--reporter=json', `--outputFile.json=${file}`])
  try {
    const counts = report.parse(JSON.parse(readFileSync(file, 'utf8')))
    const skipped = counts.numPendingTests + counts.numTodoTests
    passed += counts.numPassedTests
    failed += counts.numFailedTests + skipped
    if (!ok && counts.numFailedTests + skipped === 0) failed += Math.max(1, counts.numFailedTestSuites)
  } catch {
    say(`${what} did not run to its end.`)
    failed += 1
  }
}

const ready = ensurePackages(say) && ensureBrowser(say) !== null
if (!ready) failed += 1
say(`Node ${process.version}, ${spawnSync('qpdf', ['--version'], { encoding: 'utf8' }).stdout?.split('\n')[0] ?? 'no qpdf'}`)
await check('Types, one layer after another', 'tsc', ['-b'])
await check('Rules of the house', 'oxlint', ['--deny-warnings'])
await tests('Unit and property tests', [])
const built = await check('Build', 'electron-vite', ['build', '--logLevel', 'warn'])
if (await check('Build of the checking page', 'vite', ['build', '--config', 'vite.verifier.config.ts', '--logLevel', 'warn']) && built) await tests('End to end, in a browser engine', ['--config', 'vitest.e2e.config.ts'])
rmSync(folder, { recursive: true, force: true })
say(`\n${passed} passed, ${failed} failed`)
process.exitCode = failed === 0 ? 0 : 1
