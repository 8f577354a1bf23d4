import { parseArgs } from 'node:util'
import { refuse } from '../../shared/contract/refused.ts'
import { isRealDate } from '../../shared/domain/date.ts'
import type { TrailScope } from '../../shared/trail/trail-json.ts'
import { exportAuditTrail } from '../register/export-report.ts'
import { openReading } from './open-reading.ts'
import { UsageMistake, type Command } from './command.ts'

const usual: TrailScope = { kind: 'whole', ref: null, id: null, from: null, to: null }

/** Writes a document about a register and records that it did. */
export const exportReport: Command = async (args, { out }) => {
  const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options: {
    report: { type: 'string' }, entry: { type: 'string' }, decision: { type: 'string' }, 'as-at': { type: 'string' }, out: { type: 'string' }, json: { type: 'boolean', default: false },
  } })
  const [file] = positionals
  if (file === undefined || positionals.length > 1) throw new UsageMistake('Name one register.')
  if (values.report !== 'trail') throw new UsageMistake('This version makes the audit trail: --report trail.')
  if (values.out === undefined) throw new UsageMistake('Say where to: --out <file.pdf>.')
  if (values['as-at'] !== undefined) throw new UsageMistake(isRealDate(values['as-at']) ? 'This version makes documents as at today only: leave out --as-at.' : '--as-at wants a date such as 2026-11-24.')
  if (values.decision !== undefined) throw new UsageMistake('This version exports the whole register or one entry: leave out --decision.')
  const { reading, close } = await openReading(file)
  try {
    const made = await exportAuditTrail(reading, values.entry === undefined ? usual : entryScope(reading, values.entry), values.out)
    out(values.json ? JSON.stringify(made) : `${made.fileName}: ${made.pages} pages, SHA-256 ${made.sha256}`)
    return 0
  } finally {
    close()
  }
}

function entryScope({ store }: Awaited<ReturnType<typeof openReading>>['reading'], ref: string): TrailScope {
  const row = store.statements.first(store.db.selectFrom('entry').select(['id', 'ref']).where('ref', '=', ref))
  if (!row) throw refuse('not-found', { happened: `There is no entry ${ref} in this register.` })
  return { kind: 'entry', ref: row.ref, id: row.id, from: null, to: null }
}
