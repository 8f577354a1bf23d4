import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { gateLines } from '../exchange/gate-lines.ts'
import { shippedPositions } from '../exchange/positions.ts'
import { UsageMistake, type Command } from './command.ts'

/** One line out for each line in, in order, by the positions that ship with this version. Exit 1 when any line was invalid. */
export const gate: Command = async (args, { out, err }) => {
  const { positionals } = parseArgs({ args: [...args], allowPositionals: true, options: { json: { type: 'boolean' } } })
  const [file] = positionals
  if (file === undefined || positionals.length > 1) throw new UsageMistake('Name one file with a JSON object on each line.')
  const { lines, anyInvalid } = gateLines(readFileSync(file, 'utf8'), shippedPositions.positions)
  for (const line of lines) out(JSON.stringify(line))
  if (anyInvalid) err('Some lines could not be read. Their answer says why.')
  return anyInvalid ? 1 : 0
}
