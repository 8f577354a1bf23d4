import type { RawBuilder } from 'kysely'
import type { RegisterStore } from '../store/register-store.ts'

/** How many entries fit a condition on their row. */
export function countEntries({ db, statements }: RegisterStore, where: RawBuilder<boolean>): number {
  return statements.first(db.selectFrom('entry').select(({ fn }) => fn.countAll<number>().as('count')).where(where))?.count ?? 0
}
