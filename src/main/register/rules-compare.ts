import { setImmediate as nextTurn } from 'node:timers/promises'
import { sql } from 'kysely'
import { refuse } from '../../shared/contract/refused.ts'
import type { CallOutput, CallParsed } from '../../shared/contract/contract.ts'
import type { CompiledRules } from '../../shared/domain/classification/compile-rules.ts'
import { suggestPurposes } from '../../shared/domain/classification/suggest.ts'
import type { EntryRecord, PurposeRecord } from '../../shared/domain/entry-record.ts'
import type { Proposal } from '../../shared/domain/purpose.ts'
import type { SuggestedPurpose } from '../../shared/domain/suggestion.ts'
import type { Acting, Decided, Reading } from './desk.ts'
import { entryOf } from './entry-of.ts'
import { notFound } from './refusals.ts'
import { withVoidedStatements } from './void-statements.ts'

type Compared = CallOutput<'rules.compare'>

/** How long the comparison may keep other calls waiting. */
const sliceMilliseconds = 25

/**
 * Which purposes the rules of this version read differently from the rules they were proposed with. Nothing changes.
 * A purpose that somebody typed, without a proposal, is no matter of the rules.
 */
export async function compareRules({ store, rules }: Reading): Promise<Compared> {
  const entries: Compared['entries'] = []
  let olderPurposes = 0
  let since = performance.now()
  for (const { id } of store.statements.all(store.db.selectFrom('entry').select('id').where('state', '!=', 'closed').where(readWithOthers(rules.version)).orderBy('ref'))) {
    if (performance.now() - since > sliceMilliseconds) {
      await nextTurn()
      since = performance.now()
    }
    const entry = store.records.entry(id)
    if (!entry) continue
    const older = entry.purposes.filter(({ proposal }) => proposal !== null && proposal.ruleSet !== rules.version)
    olderPurposes += older.length
    const readings = older.length === 0 ? [] : readingsOf(entry, older, rules)
    if (readings.length > 0) entries.push({ id, ref: entry.ref, title: entry.title, purposes: readings })
  }
  return { ruleSet: rules.version, olderPurposes, entries }
}

/** Whether an entry has a purpose that other rules proposed. */
const readWithOthers = (version: string) => sql<boolean>`exists (select 1 from json_each(entry.doc, '$.purposes') where json_extract(value, '$.proposal.ruleSet') != ${version})`

/**
 * What the home page says of it, without reading one clause: how many entries read differently when they were last
 * compared, or that nobody has compared them yet. Null where every purpose was read with the rules of now.
 */
export function rulesWaiting({ store, rules }: Pick<Reading, 'store' | 'rules'>): { entries: number | null } | null {
  const compared = store.notes.rulesCompared()
  if (compared?.ruleSet === rules.version) return compared.entries > 0 ? { entries: compared.entries } : null
  const one = store.statements.first(store.db.selectFrom('entry').select('id').where('state', '!=', 'closed').where(readWithOthers(rules.version)).limit(1))
  return one ? { entries: null } : null
}

/** Puts what the rules of now propose beside what a person confirmed; the person's word stays until they change it. */
export function proposeAgain(acting: Acting, { entry: id, purpose: which, ruleSet }: CallParsed<'purpose.propose-again'>): Decided<{ done: true }> {
  const entry = entryOf(acting, id)
  const purpose = entry.purposes.find((one) => one.id === which)
  if (!purpose?.proposal) throw notFound('purpose')
  if (ruleSet !== acting.rules.version) throw refuse('stale', { happened: 'The app has other rules by now.', todo: 'Compare again.' })
  const [again] = proposalsFor(entry, [purpose], acting.rules)
  if (!again?.now) throw refuse('not-in-this-state', { happened: 'The rules of this version see no purpose in these words, so they propose nothing.', todo: 'Open the entry and look at the clause yourself.' })
  if (purpose.proposal.ruleSet === acting.rules.version) return { events: [], result: { done: true } }
  return withVoidedStatements(acting, entry, [{
    type: 'purpose.proposed-again', subject: { kind: 'entry', id }, data: { purpose: which, text: purpose.text, from: purpose.proposal, proposal: again.now },
  }], { done: true })
}

function readingsOf(entry: EntryRecord, purposes: readonly PurposeRecord[], rules: CompiledRules): Compared['entries'][number]['purposes'] {
  return proposalsFor(entry, purposes, rules).filter(({ before, now }) => now?.class !== before.class || now.category !== before.category).map(({ purpose, before, now }) => ({
    purpose: purpose.id, number: purpose.number, text: purpose.text, confirmed: purpose.confirmed?.classification.class ?? null,
    from: readingOf(before, rules), to: now ? readingOf(now, rules) : null,
  }))
}

function readingOf({ class: of, category, evidence, reason, ruleSet }: Proposal, rules: CompiledRules): Compared['entries'][number]['purposes'][number]['from'] {
  return { class: of, category: rules.categories.get(category)?.label ?? category, words: [...new Set(evidence.map(({ words }) => words))], reason, ruleSet }
}

type Again = Readonly<{ purpose: PurposeRecord; before: Proposal; now: Proposal | null }>

/** Each clause is read once, and its purposes found again by the place where they stand. */
function proposalsFor(entry: EntryRecord, purposes: readonly PurposeRecord[], rules: CompiledRules): Again[] {
  const read = new Map<string, readonly SuggestedPurpose[]>()
  return purposes.flatMap((purpose): Again[] => {
    const { proposal: before, clause: clauseId } = purpose
    const clause = entry.clauses.find(({ id }) => id === clauseId)
    if (!before || !clause) return []
    const found = read.get(clause.id) ?? suggestPurposes({ purposeText: clause.text }, rules).purposes
    read.set(clause.id, found)
    const now = found.toSorted((a, b) => shared(b, before) - shared(a, before))[0]
    return [{ purpose, before, now: now && shared(now, before) > 0 ? { ...now, ruleSet: rules.version } : null }]
  })
}

const shared = (a: SuggestedPurpose, b: SuggestedPurpose): number => Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start))
