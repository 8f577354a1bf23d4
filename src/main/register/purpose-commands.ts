import { refuse } from '../../shared/contract/refused.ts'
import type { CallParsed } from '../../shared/contract/contract.ts'
import type { EntryRecord, PurposeRecord } from '../../shared/domain/entry-record.ts'
import { changesBetween } from '../../shared/trail/change.ts'
import type { NewEvent } from '../../shared/trail/event.ts'
import type { Acting, Decided } from './desk.ts'
import { entryOf } from './entry-of.ts'
import { notFound } from './refusals.ts'
import { withVoidedStatements } from './void-statements.ts'

const nothing = { done: true } as const
type Done = Decided<typeof nothing>
type PurposesIn = Pick<CallParsed<'purpose.add'>, 'clause' | 'purposes'>

/** Events for a clause and the purposes read from it, with those confirmed at once that the person confirmed. */
export function purposeEvents(acting: Acting, entry: string, { clause, purposes }: PurposesIn): NewEvent[] {
  const subject = { kind: 'entry', id: entry } as const
  const clauseId = clause ? acting.newId() : null
  const events: NewEvent[] = []
  if (clause && clauseId) events.push({ type: 'clause.recorded', subject, data: { clause: { id: clauseId, ...clause } } })
  purposes.forEach(({ text, proposal, classification }, index) => {
    if (proposal && clause && clause.text.slice(proposal.start, proposal.end) !== proposal.text) {
      throw refuse('invalid-input', { happened: 'A purpose does not stand at that place in the clause.', todo: 'Ask for the suggestion again.' })
    }
    const id = acting.newId()
    const kept = proposal && clause?.ruleSet ? { ...proposal, ruleSet: clause.ruleSet } : null
    events.push({ type: 'purpose.added', subject, data: { purpose: { id, clause: kept ? clauseId : null, text, proposal: kept } } })
    if (!classification) return
    refuseSilentChange(kept, classification, `purposes.${index}.classification.reason`)
    events.push({ type: 'purpose.classified', subject, data: { purpose: id, text, from: null, to: classification } })
  })
  return events
}

export function addPurposes(acting: Acting, { entry: id, ...purposes }: CallParsed<'purpose.add'>): Done {
  const entry = entryOf(acting, id)
  return withVoidedStatements(acting, entry, purposeEvents(acting, id, purposes), nothing)
}

export function changePurpose(acting: Acting, { entry: id, purpose: which, text }: CallParsed<'purpose.change'>): Done {
  const entry = entryOf(acting, id)
  const purpose = purposeOf(entry, which)
  const changes = changesBetween({ text: purpose.text }, { text })
  if (changes.length === 0) return { events: [], result: nothing }
  return withVoidedStatements(acting, entry, [{ type: 'purpose.changed', subject: { kind: 'entry', id }, data: { purpose: which, changes } }], nothing)
}

export function removePurpose(acting: Acting, { entry: id, purpose: which, reason }: CallParsed<'purpose.remove'>): Done {
  const entry = entryOf(acting, id)
  const { text } = purposeOf(entry, which)
  return withVoidedStatements(acting, entry, [{ type: 'purpose.removed', subject: { kind: 'entry', id }, data: { purpose: which, text, reason } }], nothing)
}

/** Confirms what the rules proposed, or sets something else with a reason. */
export function classifyPurpose(acting: Acting, input: CallParsed<'purpose.classify'>): Done {
  const entry = entryOf(acting, input.entry)
  const purpose = purposeOf(entry, input.purpose)
  const to = { category: input.category, class: input.class, reason: input.reason }
  refuseSilentChange(purpose.proposal, to, 'reason')
  const event: NewEvent = { type: 'purpose.classified', subject: { kind: 'entry', id: entry.id }, data: { purpose: purpose.id, text: purpose.text, from: purpose.confirmed?.classification ?? null, to } }
  return withVoidedStatements(acting, entry, [event], nothing)
}

/** A second person looks at a classification. The author may do so only where the practice's policy says why. */
export function checkPurpose(acting: Acting, input: CallParsed<'purpose.check'>): Done {
  const entry = entryOf(acting, input.entry)
  const purpose = purposeOf(entry, input.purpose)
  if (!purpose.confirmed) throw refuse('not-in-this-state', { happened: 'Nobody has confirmed what this purpose is for, so there is nothing to check yet.' })
  if (purpose.checked) throw refuse('not-in-this-state', { happened: 'This has already been checked.' })
  const own = purpose.confirmed.by.id === acting.person.id
  const { ownCheckReason } = acting.head.policy
  if (own && ownCheckReason === null) throw refuse('not-permitted', { happened: 'You confirmed this yourself, so somebody else has to check it.', todo: 'Ask a colleague. A small practice can allow its own check under People and policy, with a reason.' })
  return {
    events: [{ type: 'purpose.checked', subject: { kind: 'entry', id: entry.id }, data: { purpose: purpose.id, text: purpose.text, ownCheckReason: own ? ownCheckReason : null } }],
    result: nothing,
  }
}

type Proposed = Readonly<{ category: string; class: string }> | null

function refuseSilentChange(proposal: Proposed, to: { category: string; class: string; reason: string | null }, field: string): void {
  const differs = proposal !== null && proposal.class !== to.class
  if (differs && (to.reason ?? '').trim() === '') throw refuse('invalid-input', { fields: { [field]: ['Say why it differs from the suggestion'] } })
}

function purposeOf(entry: EntryRecord, id: string): PurposeRecord {
  const purpose = entry.purposes.find((one) => one.id === id)
  if (!purpose) throw notFound('purpose')
  return purpose
}
