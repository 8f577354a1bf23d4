import { sql } from 'kysely'
import type { CallOutput } from '../../shared/contract/contract.ts'
import { addPeriod, daysBetween } from '../../shared/domain/date.ts'
import { dueWords, type DueKind } from '../../shared/domain/due-dates.ts'
import { newestCheck, positionsAreStale, positionsHoldForDays } from '../../shared/domain/position-lookup.ts'
import type { Reading } from './desk.ts'
import { evidenceEnding } from './evidence-ends.ts'
import { followThroughAttention } from './follow-through-attention.ts'
import { rulesWaiting } from './rules-compare.ts'
import { everythingAsked } from './sign-off-queue.ts'
import { askedItems, outstanding, overdueItems, replyDueNext } from '../../shared/domain/letters/letter-record.ts'
import { askedWords, dateInWords, lowerFirst } from '../../shared/domain/words.ts'
import { partnersInOffice } from '../../shared/domain/person-record.ts'
import { statementTitle } from '../../shared/domain/statement-words.ts'
import type { Verb } from '../../shared/domain/verb.ts'

type Group = CallOutput<'home.get'>['groups'][number]
type Line = Group['lines'][number]

const soonDays = 90
const replySoonDays = 14
/** More than anybody reads on a home page; the register lists them all. */
const linesAtMost = 60

/** What somebody has to look at, most pressing first: statements, drafts, dates, gaps. Empty groups are left out. */
export function attention(reading: Reading): Group[] {
  return [followThroughAttention(reading, linesAtMost), signOff(reading), drafts(reading), letters(reading), dates(reading), gaps(reading)].filter(({ count }) => count > 0)
}

/** One line for all of them: partners answer them in one sitting, one after another. */
function signOff(reading: Reading): Group {
  const asked = everythingAsked(reading)
  const partners = partnersInOffice(reading.store.records.people(), reading.today)
  const waits = partners.map(({ id, name }) => ({ name, open: asked.filter(({ answers }) => !answers.some(({ signatory }) => signatory === id)).length })).filter(({ open }) => open > 0)
  const [only] = asked
  const line: Line = {
    urgency: 'soon', title: asked.length === 1 && only ? only.title : `${asked.length} statements to answer`,
    about: waits.map(({ name, open }, index) => (index === 0 ? `${open} ${open === 1 ? 'waits' : 'wait'} for ${name}` : `${open} for ${name}`)).join(', '),
    who: waits.map(({ name }) => name).join(', ') || null, on: null, link: '/sign-off',
  }
  return { group: 'sign-off', title: 'Waiting for sign-off', count: asked.length, lines: asked.length === 0 ? [] : [line] }
}

function drafts({ store: { db, statements } }: Reading): Group {
  const rows = statements.all(db.selectFrom('decision').innerJoin('entry', 'entry.id', 'decision.entry')
    .select(['decision.id', 'decision.ref', 'decision.verb', 'entry.title', 'entry.ref as entry_ref', sql<string>`json_extract(decision.doc, '$.drawnUp.name')`.as('who'), sql<number>`json_array_length(decision.doc, '$.statements')`.as('fixed_before')])
    .where('decision.status', '=', 'draft').orderBy('decision.ref'))
  const lines = rows.map((row): Line => ({
    urgency: row.fixed_before > 0 ? 'soon' : 'note', title: statementTitle(row.verb as Verb, row.title),
    about: `${row.ref} about ${row.entry_ref}${row.fixed_before > 0 ? ', changed after it was fixed, so it has to be fixed again' : ', not yet fixed'}`,
    who: row.who, on: null, link: `/decision/${row.id}`,
  }))
  return { group: 'drafts', title: 'Decisions in draft', count: rows.length, lines: lines.slice(0, linesAtMost) }
}

/** Answers that did not come by the day they were asked for, and those that are due soon. */
function letters({ store: { db, statements, records }, today }: Reading): Group {
  const rows = statements.all(db.selectFrom('letter').select('id').where('due_on', '<=', addPeriod(today, `P${replySoonDays}D`)).orderBy('due_on').orderBy('ref'))
  const lines = rows.slice(0, linesAtMost).flatMap(({ id }): Line[] => {
    const letter = records.letter(id)
    if (!letter) return []
    const late = overdueItems(letter, today)
    const open = late.length > 0 ? late : outstanding(letter)
    const since = dateInWords(letter.sentOn)
    const all = open.length === askedItems(letter).length
    return [{
      urgency: late.length > 0 ? 'late' : 'soon',
      title: late.length === 0 ? `Reply due from ${letter.recipient}` : `${all ? 'No reply' : 'Not everything came'} from ${letter.recipient} since ${since}`,
      about: `${letter.ref}: ${[...new Set(open.map(({ what }) => lowerFirst(askedWords[what])))].join(', ')}${letter.entries.length > 1 ? `, ${letter.entries.length} entries` : `, ${letter.entries[0]?.ref ?? ''}`}`,
      who: letter.sent.name, on: replyDueNext(letter), link: `/letter/${letter.id}`,
    }]
  })
  return { group: 'letters', title: 'Letters without a full reply', count: rows.length, lines }
}

function dates(reading: Reading): Group {
  const { store: { db, statements }, today } = reading
  const due = db.selectFrom('entry_due').innerJoin('entry', 'entry.id', 'entry_due.entry').where('on_day', '<=', addPeriod(today, `P${soonDays}D`)).where('what', '!=', 'evidence-ends' satisfies DueKind)
  const rows = statements.all(due.leftJoin('person', 'person.id', 'entry.owner').select(['entry.id', 'entry.ref', 'entry.title', 'on_day', 'what', 'person.name as owner']).orderBy('on_day').orderBy('entry.ref').limit(linesAtMost))
  const count = statements.first(due.select(({ fn }) => fn.countAll<number>().as('count')))?.count ?? 0
  const lines = rows.map((row): Line => ({
    urgency: row.on_day < today ? 'late' : daysBetween(today, row.on_day) <= 14 ? 'soon' : 'note',
    title: dueWords[row.what as DueKind], about: `${row.ref} ${row.title}`, who: row.owner, on: row.on_day, link: `/entry/${row.id}`,
  }))
  // Told file by file, where the entry's own list of dates has only the first.
  const evidence = evidenceEnding(reading)
  const all = [...lines, ...evidence].toSorted((a, b) => (a.on ?? '').localeCompare(b.on ?? ''))
  return { group: 'dates', title: 'Reviews and dates', count: count + evidence.length, lines: all.slice(0, linesAtMost) }
}

function gaps(reading: Reading): Group {
  const { store: { db, statements }, head, today } = reading
  const found = statements.first(db.selectFrom('entry').select([
    sql<number>`count(*)`.as('entries'),
    sql<number>`coalesce(sum((select gaps from entry_gaps where entry_gaps.entry = entry.id and from_day <= ${today} order by from_day desc limit 1)), 0)`.as('gaps'),
  ]).where(sql<boolean>`(select gaps from entry_gaps where entry_gaps.entry = entry.id and from_day <= ${today} order by from_day desc limit 1) > 0`))
  const lines: Line[] = []
  if (found && found.entries > 0) {
    lines.push({ urgency: 'soon', title: `${count(found.gaps, 'gap', 'gaps')} in ${count(found.entries, 'entry', 'entries')}`, about: 'What the ICO’s data sharing code asks for and the register does not have yet', who: null, on: null, link: '/register?view=with-gaps' })
  }
  const orphans = statements.first(db.selectFrom('entry').leftJoin('person', 'person.id', 'entry.owner').select(({ fn }) => fn.countAll<number>().as('count'))
    .where('entry.state', 'not in', ['closed', 'withdrawn']).where((eb) => eb.or([eb('entry.owner', 'is', null), eb('person.left_on', '<=', today)])))?.count ?? 0
  if (orphans > 0) lines.push({ urgency: 'soon', title: `${count(orphans, 'entry has', 'entries have')} nobody who looks after it`, about: 'No owner, or the owner has left', who: null, on: null, link: '/register' })
  if (positionsAreStale(head.positions, today)) {
    const newest = newestCheck(head.positions)
    lines.push({
      urgency: 'late', title: newest ? `Positions last checked ${daysBetween(newest, today)} days ago` : 'There are no positions', about: 'What law and contract ask may have changed since',
      who: null, on: newest ? addPeriod(newest, `P${positionsHoldForDays}D`) : null, link: '/positions',
    })
  }
  const waiting = rulesWaiting(reading)
  if (waiting) {
    lines.push({
      urgency: 'note', title: waiting.entries === null ? 'The app has newer rules that read purposes' : `Newer rules read ${count(waiting.entries, 'entry', 'entries')} differently`,
      about: 'See which entries they read differently, and why. Nothing changes by itself', who: null, on: null, link: '/positions/rules',
    })
  }
  return { group: 'gaps', title: 'Gaps and old information', count: lines.length, lines }
}

const count = (number: number, one: string, many: string): string => `${number} ${number === 1 ? one : many}`
