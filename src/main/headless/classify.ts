import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { classificationRules } from '../exchange/classification-rules.ts'
import { classifyLines } from '../exchange/classify-lines.ts'
import { UsageMistake, type Command } from './command.ts'

/** One line out for each line in, in order. Exit 1 when any line was invalid; the others are still answered. */
export const classify: Command = async (args, { out, err }) => {
  const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options: { 'text-only': { type: 'boolean', default: false }, json: { type: 'boolean' } } })
  const [file] = positionals
  if (file === undefined || positionals.length > 1) throw new UsageMistake('Name one file with a JSON object on each line.')
  const { lines, invalid } = classifyLines(readFileSync(file, 'utf8'), values['text-only'], classificationRules)
  for (const line of lines) out(line)
  if (invalid > 0) err(`${invalid} of ${lines.length} lines could not be read.`)
  return invalid > 0 ? 1 : 0
}
