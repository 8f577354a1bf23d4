import { fork } from 'node:child_process'
import { existsSync } from 'node:fs'
import { z } from 'zod'
import { UsageMistake } from '../command.ts'

/** What is measured, ready to be run again and again: each turn answers with its time in milliseconds. */
export type Turns = Readonly<{ turn: () => number | Promise<number> }>

/** Prepares a measure on a register file of so many events; what it prepares is not measured. */
export type Part = (file: string, n: number) => Turns | Promise<Turns>

const measured = z.strictObject({ ms: z.number(), peakMb: z.int() })
export type Measured = z.infer<typeof measured>

/** A measure in a process of its own, so that neither the heap nor the compiled code of one helps the other. */
export type Child = Readonly<{ turn: () => Promise<Measured>; end: () => Promise<void> }>

const ready = z.literal('ready')

export async function startChild(part: string, file: string, n: number): Promise<Child> {
  const cli = process.argv[1]
  if (cli === undefined || !existsSync(cli)) throw new UsageMistake('The benchmark runs from the project folder.')
  const child = fork(cli, ['bench', '--part', part, file, String(n)], { stdio: ['ignore', 'ignore', 'pipe', 'ipc'], execArgv: ['--expose-gc', ...process.execArgv] })
  let complained = ''
  child.stderr?.on('data', (data) => { complained += String(data) })
  const exited = new Promise<void>((resolve) => { child.once('exit', () => { resolve() }) })
  // Comes once all it complained of has been read; never for a child that we let go ourselves.
  const failed = new Promise<never>((_, reject) => { child.once('close', () => { reject(new Error(`${part} failed: ${complained.trim()}`)) }) })
  const told = <S extends z.ZodType>(schema: S): Promise<z.output<S>> => Promise.race([
    new Promise<z.output<S>>((resolve) => { child.once('message', (message) => { resolve(schema.parse(message)) }) }),
    failed,
  ])
  await told(ready)
  return {
    turn: () => {
      const answer = told(measured)
      child.send('turn')
      return answer
    },
    end: () => {
      if (child.connected) child.disconnect()
      return exited
    },
  }
}

/** The other side: prepares, and takes a turn whenever it is asked, until nobody asks any more. */
export async function serveTurns({ turn }: Turns): Promise<void> {
  const left = new Promise<void>((resolve) => { process.once('disconnect', resolve) })
  process.on('message', () => { void answer(turn) })
  process.send?.('ready')
  await left
}

async function answer(turn: Turns['turn']): Promise<void> {
  // What an earlier turn left behind is not this one's work.
  globalThis.gc?.()
  process.send?.({ ms: await turn(), peakMb: Math.round(process.resourceUsage().maxRSS / 1024) })
}
