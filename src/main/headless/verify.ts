import { parseArgs } from 'node:util'
import { verdictWords } from '../../shared/domain/words/verdict.ts'
import type { Verdict, VerdictCode } from '../../shared/trail/verdict.ts'
import { verifyFile } from '../register/verify-file.ts'
import { UsageMistake, type Command } from './command.ts'

const exitCodes = Object.freeze({ matches: 0, changed: 1, 'cut-short': 2, 'could-not-check': 3 } as const satisfies Record<VerdictCode, number>)

/** The verdict on a PDF, a trail.json or a register. Exit 0 matches, 1 changed, 2 cut short, 3 could not check. */
export const verify: Command = async (args, { out }) => {
  const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options: { against: { type: 'string' }, json: { type: 'boolean', default: false } } })
  const [file] = positionals
  if (file === undefined || positionals.length > 1) throw new UsageMistake('Name one PDF, trail.json or register.')
  const { verdict } = await verifyFile(file, values.against ?? null)
  out(values.json ? JSON.stringify(verdict) : inWords(verdict))
  return exitCodes[verdict.verdict]
}

function inWords({ verdict, summary, findings, checked }: Verdict): string {
  const lines = [`${verdictWords[verdict]}. ${summary}`]
  for (const { text } of findings) if (text !== summary) lines.push(`  ${text}`)
  if (checked.head) lines.push(`Head: event ${checked.head.seq}, ${checked.head.hash.slice(0, 16)}`)
  return lines.join('\n')
}
