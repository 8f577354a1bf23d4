import { pathToFileURL } from 'node:url'
import { UsageMistake, type Command, type Io } from './headless/command.ts'

type Named = Readonly<{
  /** Loaded when it is asked for: a command line waits for what it uses and nothing else. */
  load: () => Promise<Command>
  usage: string
  /** Exit code when the command could not be carried out at all. */
  failed: number
}>

/** The headless commands: for IT, for auditors, for tests. */
const commands: Readonly<Record<string, Named>> = Object.freeze({
  demo: { load: async () => (await import('./headless/demo.ts')).demo, usage: 'demo <folder>', failed: 1 },
  classify: { load: async () => (await import('./headless/classify.ts')).classify, usage: 'classify <file.jsonl> [--text-only]', failed: 1 },
  gate: { load: async () => (await import('./headless/gate.ts')).gate, usage: 'gate <file.jsonl>', failed: 1 },
  verify: { load: async () => (await import('./headless/verify.ts')).verify, usage: 'verify <pdf|trail.json|register> [--against <pdf|trail.json|seq:hex16>]', failed: 3 },
  export: { load: async () => (await import('./headless/export.ts')).exportDocument, usage: 'export <register> --report <trail|schedule|decision> [--entry ref] [--decision ref] [--from date] [--to date] [--as-at date] --out <file.pdf>', failed: 1 },
  bench: { load: async () => (await import('./headless/bench.ts')).bench, usage: 'bench [--quick] [--json]', failed: 1 },
})

export const isCommandName = (name: string | undefined): boolean => name !== undefined && Object.hasOwn(commands, name)

/**
 * Runs one headless command.
 * @returns the exit code; nothing is thrown, and every message goes to `io.err`.
 */
export async function runCli(args: readonly string[], io: Io): Promise<number> {
  const [name, ...rest] = args
  const command = name === undefined ? undefined : Object.hasOwn(commands, name) ? commands[name] : undefined
  if (!command) {
    io.err(name === undefined ? 'Name a command.' : `There is no command ${name}.`)
    for (const { usage } of Object.values(commands)) io.err(`  ${usage}`)
    return 2
  }
  try {
    const run = await command.load()
    return await run(rest, io)
  } catch (error) {
    if (error instanceof UsageMistake || isArgumentError(error)) {
      io.err(`${error.message}\nUsage: ${command.usage}`)
      return command.failed
    }
    io.err(await messageOf(error))
    return command.failed
  }
}

const isArgumentError = (error: unknown): error is Error => error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')

async function messageOf(error: unknown): Promise<string> {
  if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'EISDIR') && 'path' in error) return `The file ${String(error.path)} could not be read.`
  const { asRefusal } = await import('./register/refusals.ts')
  const { code, happened, safe, todo } = asRefusal(error)
  // On a command line there is no log to look into, so what went wrong inside is told as it is.
  return code === 'internal' && error instanceof Error ? `${happened} (${error.message}) ${safe}` : `${happened} ${safe} ${todo}`
}

const print = (stream: NodeJS.WriteStream) => (text: string): void => { stream.write(`${text}\n`) }

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  process.exitCode = await runCli(process.argv.slice(2), { out: print(process.stdout), err: print(process.stderr) })
}
