import type { CallOutput } from '../../shared/contract/contract.ts'
import { actionNumber, actionSlugs } from '../../shared/domain/action.ts'
import { entryClasses } from '../../shared/domain/class.ts'
import { legalForces } from '../../shared/domain/legal-force.ts'
import { carriesHead } from '../../shared/domain/register-record.ts'
import { coverageOf } from './action-coverage.ts'
import { positionForAction } from './action-position.ts'
import { attention } from './attention.ts'
import type { Reading } from './desk.ts'

export function homePage(reading: Reading): CallOutput<'home.get'> {
  const { store, head, today } = reading
  const { db, statements } = store
  const counts = statements.all(db.selectFrom('entry').select(['class', 'force', ({ fn }) => fn.countAll<number>().as('count')]).groupBy(['class', 'force']))
  const lastExport = store.records.exports().findLast(carriesHead)
  return {
    today,
    groups: attention(reading),
    actions: actionSlugs.map((action) => ({
      action, number: actionNumber[action],
      choice: head.actions[action]?.choice ?? 'not-taken', since: head.actions[action]?.on ?? null,
      position: positionForAction(reading, action, today),
      coverage: coverageOf(reading, action),
      proposed: proposedIn(reading, action),
    })),
    chart: entryClasses.map((of) => {
      const forces = legalForces.map((force) => ({ force, count: counts.find((row) => row.class === of && row.force === force)?.count ?? 0 }))
      return { class: of, forces, total: forces.reduce((total, { count }) => total + count, 0) }
    }),
    entries: counts.reduce((total, { count }) => total + count, 0),
    health: {
      events: store.trail.head().seq, lastCheck: store.notes.lastCheck(),
      lastExport: lastExport ? { at: lastExport.at, seq: lastExport.head.seq, report: lastExport.report } : null,
    },
  }
}

function proposedIn({ head }: Reading, action: string): CallOutput<'home.get'>['actions'][number]['proposed'] {
  const open = head.proposals?.find(({ statement }) => statement.action === action)
  return open ? { id: open.id, choice: open.statement.choice, on: open.statement.on } : null
}
