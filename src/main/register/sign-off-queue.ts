import type { CallOutput } from '../../shared/contract/contract.ts'
import { dayInEngland } from '../../shared/domain/date.ts'
import { standingStatement, type DecisionRecord, type FixedStatement } from '../../shared/domain/decision-record.ts'
import { decisionRecord } from '../../shared/domain/decision-record.ts'
import { isInOffice, partnersInOffice } from '../../shared/domain/person-record.ts'
import { actionsAnsweredToday } from './action-asked.ts'
import type { Reading } from './desk.ts'

type Asked = Readonly<{ decision: DecisionRecord; fixed: FixedStatement }>

/** Statements that are being asked about, in the order they were fixed. */
export function statementsAsked({ store }: Pick<Reading, 'store'>): Asked[] {
  const rows = store.statements.all(store.db.selectFrom('decision').select('doc').where('status', '=', 'fixed').orderBy('fixed_at').orderBy('ref'))
  return rows.flatMap(({ doc }) => {
    const decision = decisionRecord.parse(JSON.parse(doc))
    const fixed = standingStatement(decision)
    return fixed ? [{ decision, fixed }] : []
  })
}

type Item = Pick<CallOutput<'signoff.queue'>['items'][number], 'kind' | 'decision' | 'ref' | 'title' | 'statementHash' | 'fixedAt'> & Readonly<{ answers: readonly { signatory: string }[] }>

/** Statements about entries and about the nine actions, in the order they were fixed. */
export function everythingAsked(reading: Pick<Reading, 'store' | 'head'>): Item[] {
  const decisions = statementsAsked(reading).map(({ decision, fixed }): Item => ({
    kind: 'decision', decision: decision.id, ref: decision.ref, title: fixed.statement.title, statementHash: fixed.hash, fixedAt: fixed.fixed.at, answers: fixed.answers,
  }))
  const actions = (reading.head.proposals ?? []).map(({ id, statement, hash, proposed, answers }): Item => ({
    kind: 'action', decision: id, ref: statement.decision.ref, title: statement.title, statementHash: hash, fixedAt: proposed.at, answers,
  }))
  return [...decisions, ...actions].toSorted((a, b) => a.fixedAt.localeCompare(b.fixedAt) || a.ref.localeCompare(b.ref))
}

export function signOffQueue(reading: Reading): CallOutput<'signoff.queue'> {
  const { store, today, person } = reading
  const asked = person !== null && person.role === 'partner' && isInOffice(person, today)
  const partners = partnersInOffice(store.records.people(), today)
  const items = everythingAsked(reading).map(({ answers, ...item }) => {
    const answered = answers.some(({ signatory }) => signatory === person?.id)
    return {
      ...item,
      mine: !asked ? 'not-asked' as const : answered ? 'answered' as const : 'waiting' as const,
      stillAsked: partners.filter(({ id }) => !answers.some(({ signatory }) => signatory === id)).map(({ name }) => name),
    }
  })
  return { items, answeredToday: person === null ? 0 : answeredOn(reading, person.id) + actionsAnsweredToday(reading, person.id) }
}

function answeredOn({ store, today }: Reading, person: string): number {
  const recent = store.statements.all(store.db.selectFrom('answer').select('signed_at').where('signatory', '=', person).orderBy('seq', 'desc').limit(200))
  return recent.filter(({ signed_at }) => dayInEngland(signed_at) === today).length
}

/** How many statements wait: for the signed-in partner their own, for everybody else those that anybody still has to answer. */
export function waitingCount(reading: Reading): number {
  const { items } = signOffQueue(reading)
  return items.filter(({ mine }) => mine !== 'answered').length
}
