import type { CallOutput } from '../../shared/contract/contract.ts'
import { addPeriod, daysBetween } from '../../shared/domain/date.ts'
import { evidenceEndsSoonDays } from '../../shared/domain/evidence.ts'
import { evidenceName } from '../../shared/domain/evidence-record.ts'
import type { Reading } from './desk.ts'

type Line = CallOutput<'home.get'>['groups'][number]['lines'][number]

/** Files that still count and have run out, or soon will, one line each; none for what is over itself. */
export function evidenceEnding({ store: { db, statements }, today }: Reading): Line[] {
  const rows = statements.all(db.selectFrom('evidence')
    .leftJoin('entry', 'entry.id', 'evidence.subject').leftJoin('decision', 'decision.id', 'evidence.subject').leftJoin('person', 'person.id', 'entry.owner')
    .select(['evidence.subject', 'subject_kind', 'evidence.name', 'expires_on', 'entry.ref as entry_ref', 'entry.title', 'decision.ref as decision_ref', 'person.name as owner'])
    .where('expires_on', 'is not', null).where('set_aside', 'is', null).where('expires_on', '<=', addPeriod(today, `P${evidenceEndsSoonDays}D`))
    .where((eb) => eb.or([eb('entry.state', 'not in', ['closed', 'withdrawn']), eb('decision.status', 'not in', ['cancelled', 'refused'])]))
    .orderBy('expires_on').orderBy('evidence.id'))
  return rows.map((row): Line => {
    const on = row.expires_on ?? today
    return {
      urgency: on < today ? 'late' : daysBetween(today, on) <= 14 ? 'soon' : 'note',
      title: `Evidence ${on < today ? 'has run out' : 'runs out'}: ${evidenceName({ fileName: row.name })}`,
      about: row.subject_kind === 'entry' ? `${row.entry_ref} ${row.title}` : `Decision ${row.decision_ref}`,
      who: row.owner, on, link: `/${row.subject_kind}/${row.subject}`,
    }
  })
}
