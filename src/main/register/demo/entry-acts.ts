import { emptyFields, fieldsOfKind, kindAndFields, type KindAndFields } from '../../../shared/domain/entry-fields.ts'
import type { EntryRecord } from '../../../shared/domain/entry-record.ts'
import { dayInEngland } from '../../../shared/domain/date.ts'
import type { DemoData, DemoEntry, DemoLaterStep } from './demo-data.ts'
import type { DemoNames } from './demo-names.ts'
import type { DemoOffice } from './demo-office.ts'
import { readClause } from './read-clause.ts'

/** Adds an entry of the demo data: its fields, its clause with the purposes read from it, and why it exists. */
export async function addDemoEntry(office: DemoOffice, names: DemoNames, data: DemoData, entry: DemoEntry): Promise<void> {
  const { kind, title, summary, owner, tags, clause, standing, force } = entry
  const shared = Object.assign({}, ...(entry.like ?? []).map((name) => alike(data, name))) as Record<string, unknown>
  const what = withFields(names, emptyFields(kind), { ...shared, ...entry.fields })
  const { id } = await office.call('entry.add', {
    title, summary, owner: owner === undefined ? null : names.person(owner), tags, what,
    standing: observed(office, standing), force: force ? recorded(office, force, entry.source) : null,
    ...(clause ? await readClause(office, title, what, clause, entry.class) : { clause: null, purposes: [] }),
  })
  names.keepEntry(entry.key, id)
}

/** What happens to an entry after it was added. */
export async function takeLaterStep(office: DemoOffice, names: DemoNames, step: DemoLaterStep): Promise<void> {
  if ('check' in step) {
    for (const key of step.check) await checkPurposes(office, names.entry(key))
    return
  }
  if ('recheck' in step) {
    for (const key of step.recheck) await recheckForce(office, names.entry(key))
    return
  }
  const entry = recordOf(office, names.entry(step.entry))
  const { id } = entry
  if ('change' in step) {
    const { title = entry.title, summary = entry.summary, tags = entry.tags, owner, fields = {} } = step.change
    const what = withFields(names, kindAndFields.parse({ kind: entry.kind, fields: entry.fields }), fields)
    const ownerId = owner === undefined ? entry.owner : owner && names.person(owner)
    await office.call('entry.change', { id, seen: entry.changedAt, title, summary, tags, owner: ownerId, what })
  } else if ('standing' in step) await office.call('entry.record-standing', { id, standing: observed(office, step.standing) })
  else if ('force' in step) await office.call('entry.record-force', { id, force: recorded(office, step.force) })
  else if ('clause' in step) await office.call('purpose.add', { entry: id, ...await readClause(office, entry.title, kindAndFields.parse({ kind: entry.kind, fields: entry.fields }), step.clause, 'mixed') })
  else if ('classify' in step) {
    const { words, category, class: of, reason } = step.classify
    await office.call('purpose.classify', { entry: id, purpose: purposeWith(entry, words), category, class: of, reason: reason ?? null })
  } else if ('reword' in step) await office.call('purpose.change', { entry: id, purpose: purposeWith(entry, step.reword.words), text: step.reword.text })
  else await office.call('purpose.remove', { entry: id, purpose: purposeWith(entry, step.remove.words), reason: step.remove.reason })
}

/** A second person looks at every confirmed purpose that nobody has checked. */
async function checkPurposes(office: DemoOffice, id: string): Promise<void> {
  for (const { id: purpose, confirmed, checked } of recordOf(office, id).purposes) {
    if (confirmed && !checked) await office.call('purpose.check', { entry: id, purpose })
  }
}

async function recheckForce(office: DemoOffice, id: string): Promise<void> {
  const { force } = recordOf(office, id)
  if (force) await office.call('entry.record-force', { id, force: { force: force.force, reference: force.reference, checkedOn: todayIn(office), note: force.note } })
}

/** The id of the one purpose with these words. @throws Error where there is none */
function purposeWith(entry: EntryRecord, words: string): string {
  const purpose = entry.purposes.find(({ text }) => text.includes(words))
  if (!purpose) throw new Error(`${entry.ref} has no purpose with the words “${words}”.`)
  return purpose.id
}

export function recordOf({ store }: DemoOffice, id: string): EntryRecord {
  const entry = store.records.entry(id)
  if (!entry) throw new Error('The demo data speaks of an entry that is not in the register.')
  return entry
}

function withFields(names: DemoNames, what: KindAndFields, more: Readonly<Record<string, unknown>>): KindAndFields {
  const linked = typeof more['extractionEntry'] === 'string' ? { extractionEntry: names.entry(more['extractionEntry']) } : {}
  return kindAndFields.parse({ kind: what.kind, fields: fieldsOfKind[what.kind].parse({ ...what.fields, ...more, ...linked }) })
}

function alike(data: DemoData, name: string): Readonly<Record<string, unknown>> {
  const fields = data.alike[name]
  if (!fields) throw new Error(`The demo data has no shared fields called “${name}”.`)
  return fields
}

const todayIn = ({ clock }: DemoOffice): string => dayInEngland(clock.now())

const observed = (office: DemoOffice, { standing, on, note }: DemoEntry['standing']) => ({ standing, on: on ?? todayIn(office), note: note ?? null })

const recorded = (office: DemoOffice, { force, reference, on, note }: NonNullable<DemoEntry['force']>, source?: string) => ({
  force, reference: reference ?? null, checkedOn: on ?? todayIn(office), note: [note, source && `Described at ${source}`].filter(Boolean).join(' ') || null,
})
