import type { z } from 'zod'
import { contract } from '../../shared/contract/contract.ts'
import type { CallName } from '../../shared/contract/call-names.ts'
import type { Reply } from '../../shared/contract/reply.ts'
import { refusal, refuse } from '../../shared/contract/refused.ts'
import { permissions } from '../../shared/domain/permissions.ts'
import { pathsWithNhsNumbers } from '../../shared/domain/nhs-number.ts'
import type { Office } from './app.ts'
import type { Handlers } from './handlers.ts'
import { asRefusal, fieldSentences } from './refusals.ts'
import { requirePermission } from './session.ts'

/** Calls whose text is only looked at and never kept. */
const looksOnly = new Set<CallName>(['entry.list', 'trail.list', 'trail.compare-head', 'classify.suggest'])
/** Calls that go on by themselves and say nothing about anybody being there. */
const notASignOfLife = new Set<CallName>(['app.status', 'session.people'])
const secretFields = new Set(['passphrase', 'voucherPassphrase'])

/** One call from its raw input to its reply: parsed, guarded, allowed, answered, and parsed again on the way out. */
export async function dispatchTo(office: Office, handlers: Handlers, name: CallName, raw: unknown): Promise<Reply<unknown>> {
  try {
    const procedure = contract[name]
    const parsed = procedure.input.safeParse(raw)
    if (!parsed.success) return { ok: false, error: refusal('invalid-input', { fields: fieldSentences(parsed.error) }) }
    refuseNhsNumbers(name, parsed.data)
    admit(office, name)
    const answer: unknown = await (handlers[name] as (input: unknown) => unknown)(parsed.data)
    return { ok: true, value: (procedure.output as z.ZodType).parse(answer) }
  } catch (error) {
    const refused = asRefusal(error)
    office.ports.log(refused.code === 'internal' ? 'error' : 'info', refused.code, refused.code === 'internal' ? { call: name, kind: error instanceof Error ? error.name : typeof error, where: firstFrame(error) } : { call: name })
    return { ok: false, error: refused }
  }
}

function admit(office: Office, name: CallName): void {
  if (permissions[name] === 'public') return
  const { person, now } = office.reading()
  requirePermission(person, name)
  if (!notASignOfLife.has(name)) office.session.touch(now)
}

/** Patient data is turned away before anything is done with it: not written, not logged, not kept as a draft. */
function refuseNhsNumbers(name: CallName, input: unknown): void {
  if (looksOnly.has(name)) return
  const found = pathsWithNhsNumbers(withoutSecrets(input))
  if (found.length > 0) throw refuse('nhs-number', { fields: Object.fromEntries(found.map((path) => [path, ['This looks like an NHS number. It has not been kept']])) })
}

const withoutSecrets = (input: unknown): unknown =>
  (typeof input === 'object' && input !== null ? Object.fromEntries(Object.entries(input).filter(([key]) => !secretFields.has(key))) : input)

/** Where in our code it happened: a file and a line, never the words of a message, which may hold what somebody typed. */
function firstFrame(error: unknown): string {
  const frame = error instanceof Error ? error.stack?.split('\n').find((line) => line.trimStart().startsWith('at ')) : undefined
  return frame ? frame.trim().replace(/\(?(?:file:\/\/)?[^()\s]*\/((?:src|out)\/)/, '($1').slice(0, 200) : ''
}
