import type { z } from 'zod'
import { contract } from '../../shared/contract/contract.ts'
import type { CallName } from '../../shared/contract/call-names.ts'
import type { Reply } from '../../shared/contract/reply.ts'
import { refusal, refuse } from '../../shared/contract/refused.ts'
import { permissions } from '../../shared/domain/permissions.ts'
import { pathsWithNhsNumbers } from '../../shared/domain/nhs-number.ts'
import { inRecordedForm } from '../../shared/trail/json.ts'
import type { Office } from './office.ts'
import type { Handlers } from './handlers.ts'
import { asRefusal, fieldSentences } from './refusals.ts'
import { requirePermission } from './session.ts'

/** Calls whose text is only looked at and never kept. */
const looksOnly = new Set<CallName>(['entry.list', 'trail.list', 'trail.compare-head', 'classify.suggest', 'catalogue.search', 'past.register'])
/** Not looked at for patient data: what is secret, and the code of a page, whose digits fall as they will. */
const unguarded = new Set(['passphrase', 'voucherPassphrase', 'code'])

/**
 * One call from its raw input to its reply: allowed, parsed, guarded, answered, and parsed again on the way out.
 * Text is taken in the form in which it is recorded, so that what is compared, signed and kept is one text.
 */
export async function dispatchTo(office: Office, handlers: Handlers, name: CallName, raw: unknown): Promise<Reply<unknown>> {
  try {
    admit(office, name)
    const parsed = contract[name].input.safeParse(inRecordedForm(raw))
    if (!parsed.success) return { ok: false, error: refusal('invalid-input', { fields: fieldSentences(parsed.error) }) }
    refuseNhsNumbers(name, parsed.data)
    const answer: unknown = await (handlers[name] as (input: unknown) => unknown)(parsed.data)
    return { ok: true, value: described(name, answer) }
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
  office.session.touch(now)
}

/** An answer that its own schema refuses is a fault of ours; what was recorded stays recorded. */
function described(name: CallName, answer: unknown): unknown {
  const parsed = (contract[name].output as z.ZodType).safeParse(answer)
  if (!parsed.success) throw new Error('An answer is not as the contract describes it', { cause: parsed.error })
  return parsed.data
}

/** Patient data is turned away before anything is done with it: not written, not logged, not kept as a draft. */
function refuseNhsNumbers(name: CallName, input: unknown): void {
  if (looksOnly.has(name)) return
  const found = pathsWithNhsNumbers(guarded(input))
  if (found.length > 0) throw refuse('nhs-number', { fields: Object.fromEntries(found.map((path) => [path, ['This looks like an NHS number. It has not been kept']])) })
}

const guarded = (input: unknown): unknown =>
  (typeof input === 'object' && input !== null ? Object.fromEntries(Object.entries(input).filter(([key]) => !unguarded.has(key))) : input)

/** Where in our code it happened: a file and a line, never the words of a message, which may hold what somebody typed. */
function firstFrame(error: unknown): string {
  const frame = error instanceof Error ? error.stack?.split('\n').find((line) => line.trimStart().startsWith('at ')) : undefined
  return frame ? frame.trim().replace(/\(?(?:file:\/\/)?[^()\s]*\/((?:src|out)\/)/, '($1').slice(0, 200) : ''
}
