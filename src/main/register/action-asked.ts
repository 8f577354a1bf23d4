import type { CallOutput, CallParsed } from '../../shared/contract/contract.ts'
import { applyToProposals, type ActionProposal } from '../../shared/domain/action-proposal.ts'
import { dayInEngland } from '../../shared/domain/date.ts'
import { partnersInOffice } from '../../shared/domain/person-record.ts'
import { quorum } from '../../shared/domain/quorum.ts'
import type { EventData } from '../../shared/trail/event.ts'
import type { Reading } from './desk.ts'
import { historyLine, namesOf } from './history.ts'
import { notFound } from './refusals.ts'
import { registerEventsOf } from './register-history.ts'

const types = ['action.chosen', 'action.proposed', 'action.answered', 'action.settled', 'action.dropped'] as const

/** Everything that was ever chosen, asked and answered about an action, newest first. */
export function actionPage(reading: Reading, { action }: CallParsed<'action.get'>): CallOutput<'action.get'> {
  const open = reading.head.proposals?.find(({ statement }) => statement.action === action)
  const asked = new Set<string>()
  const about = registerEventsOf(reading, types).filter((event) => {
    switch (event.type) {
      case 'action.chosen': return event.data.action === action
      case 'action.proposed': {
        if (event.data.statement.action === action) asked.add(event.data.proposal)
        return asked.has(event.data.proposal)
      }
      // How others answered is no part of the page before one has answered oneself.
      case 'action.answered': return asked.has(event.data.decision) && (event.data.decision !== open?.id || answersShownTo(reading, open))
      case 'action.settled': case 'action.dropped': return asked.has(event.data.proposal)
    }
  })
  const names = namesOf(reading.store)
  return { history: about.toReversed().map((event) => historyLine(event, names)), asked: open ? askedOf(reading, open, null) : null }
}

/** One statement about an action, whether it is still open or long settled. */
export function actionStatementPage(reading: Reading, { id }: CallParsed<'action.statement'>): CallOutput<'action.statement'> {
  const open = reading.head.proposals?.find((proposal) => proposal.id === id)
  if (open) return askedOf(reading, open, null)
  let [proposals, last]: [readonly ActionProposal[], ActionProposal | undefined] = [[], undefined]
  let outcome: Ended | null = null
  for (const event of registerEventsOf(reading, ['action.proposed', 'action.answered', 'action.settled', 'action.dropped'])) {
    proposals = applyToProposals(proposals, event)
    last = proposals.find((proposal) => proposal.id === id) ?? last
    if (event.type === 'action.settled' && event.data.proposal === id) outcome = { outcome: event.data.outcome, tally: event.data.tally }
    if (event.type === 'action.dropped' && event.data.proposal === id) outcome = { outcome: 'dropped', tally: null }
  }
  if (!last) throw notFound('choice')
  return askedOf(reading, last, outcome)
}

type Ended = { outcome: 'made' | 'refused' | 'dropped'; tally: EventData<'action.settled'>['tally'] | null }

const answersShownTo = ({ person }: Reading, { answers }: ActionProposal): boolean =>
  person?.role !== 'partner' || answers.some(({ signatory }) => signatory === person.id)

function askedOf(reading: Reading, { id, statement, hash, proposed, answers }: ActionProposal, ended: Ended | null): CallOutput<'action.statement'> {
  const { store, head, today, person } = reading
  const people = store.records.people()
  const partners = ended?.tally?.inOffice ?? partnersInOffice(people, today)
  // Each partner judges alone: how others answered is shown after one's own answer, or once it is settled.
  const answersShown = ended !== null || answersShownTo(reading, { id, statement, hash, proposed, answers })
  return {
    id, statement, statementHash: hash, proposedAt: proposed.at, outcome: ended?.outcome ?? null,
    needs: { agree: ended?.tally?.needed ?? quorum(head.policy, partners, answers).tally.needed, partners: partners.length },
    partners: partners.map(({ id: partner, name }) => ({ id: partner, name, answered: answers.some(({ signatory }) => signatory === partner) })),
    answersShown, answersGiven: answers.length,
    answers: answersShown ? answers.map((answer) => ({
      id: answer.signatory, name: people.find((one) => one.id === answer.signatory)?.name ?? 'Somebody no longer listed',
      answer: answer.answer, comment: answer.comment, at: answer.signedAt,
      how: answer.broughtBy ? 'pack' as const : 'here' as const, signedOn: null, recordedBy: answer.broughtBy?.name ?? null,
    })) : [],
    myAnswer: answers.find(({ signatory }) => signatory === person?.id)?.answer ?? null,
  }
}

/** How many choices somebody answered today. */
export function actionsAnsweredToday(reading: Reading, person: string): number {
  return registerEventsOf(reading, ['action.answered']).filter(({ data }) => data.signatory === person && dayInEngland(data.signedAt) === reading.today).length
}
