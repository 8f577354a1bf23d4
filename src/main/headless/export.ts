import { parseArgs } from 'node:util'
import { refuse } from '../../shared/contract/refused.ts'
import { reportChoice } from '../../shared/contract/register.ts'
import { isRealDate } from '../../shared/domain/date.ts'
import type { Reading } from '../register/desk.ts'
import { exportReport, wishOf } from '../register/export-report.ts'
import { openReading } from './open-reading.ts'
import { UsageMistake, type Command } from './command.ts'

/** Writes a document about a register and records that it did. */
export const exportDocument: Command = async (args, { out }) => {
  const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options: {
    report: { type: 'string' }, entry: { type: 'string' }, decision: { type: 'string' }, from: { type: 'string' }, to: { type: 'string' },
    'as-at': { type: 'string' }, out: { type: 'string' }, json: { type: 'boolean', default: false },
  } })
  const [file] = positionals
  if (file === undefined || positionals.length > 1) throw new UsageMistake('Name one register.')
  const report = reportChoice.shape.report.safeParse(values.report)
  if (!report.success) throw new UsageMistake('Say which document: --report trail, schedule or decision.')
  if (values.out === undefined) throw new UsageMistake('Say where to: --out <file.pdf>.')
  for (const option of ['as-at', 'from', 'to'] as const) {
    const day = values[option]
    if (day !== undefined && !isRealDate(day)) throw new UsageMistake(`--${option} wants a date such as 2026-11-24.`)
  }
  checkTogether(report.data, values)
  const { reading, close } = await openReading(file)
  try {
    const choice = reportChoice.parse({ report: report.data, scope: scopeOf(reading, values), asAt: values['as-at'] ?? null })
    const made = await exportReport(reading, wishOf(reading, choice), values.out)
    out(values.json ? JSON.stringify(made) : `${made.fileName}: ${made.pages} pages, SHA-256 ${made.sha256}`)
    return 0
  } finally {
    close()
  }
}

type Values = Readonly<Partial<Record<'entry' | 'decision' | 'from' | 'to' | 'as-at', string>>>

function checkTogether(report: string, { entry, decision, from, to, 'as-at': asAt }: Values): void {
  const period = from !== undefined || to !== undefined
  if ([entry !== undefined, decision !== undefined, period].filter(Boolean).length > 1) throw new UsageMistake('Choose one of --entry, --decision and --from with --to.')
  if (report === 'schedule' && (entry !== undefined || decision !== undefined || period)) throw new UsageMistake('A register schedule is about the whole register: leave out --entry, --decision, --from and --to.')
  if (report === 'decision' && decision === undefined) throw new UsageMistake('Say which decision: --decision D-0001.')
  if (period && asAt !== undefined) throw new UsageMistake('A period ends on its last day: leave out --as-at.')
}

function scopeOf(reading: Reading, { entry, decision, from, to }: Values) {
  if (entry !== undefined) return { kind: 'entry', id: idOf(reading, 'entry', entry) }
  if (decision !== undefined) return { kind: 'decision', id: idOf(reading, 'decision', decision) }
  if (from !== undefined || to !== undefined) return { kind: 'period', from: from ?? null, to: to ?? null }
  return { kind: 'whole' }
}

function idOf({ store }: Reading, kind: 'entry' | 'decision', ref: string): string {
  const row = store.statements.first(store.db.selectFrom(kind).select('id').where('ref', '=', ref))
  if (!row) throw refuse('not-found', { happened: `There is no ${kind} ${ref} in this register.` })
  return row.id
}
