import type { CallOutput, CallParsed } from '../../shared/contract/contract.ts'
import { answeredAt, isOnPaper, isOpen, standingStatement, type DecisionRecord, type GivenAnswer } from '../../shared/domain/decision-record.ts'
import { drawUpStatement } from '../../shared/domain/draw-up-statement.ts'
import { entryClassOf, entryForceOf, type EntryRecord } from '../../shared/domain/entry-record.ts'
import { partnersInOffice } from '../../shared/domain/person-record.ts'
import { saysTheSame } from '../../shared/domain/position-edit.ts'
import type { Position } from '../../shared/domain/position.ts'
import { quorum } from '../../shared/domain/quorum.ts'
import { statementTitle } from '../../shared/domain/statement-words.ts'
import { requirementWords } from '../../shared/domain/words.ts'
import { dayInEngland } from '../../shared/domain/date.ts'
import { stageOf } from '../../shared/domain/decision-stage.ts'
import { carryingDetail } from './carrying-detail.ts'
import { decisionDates } from './decision-dates.ts'
import { decisionOf } from './decision-commands.ts'
import type { Reading } from './desk.ts'
import { entryOf } from './entry-of.ts'
import { missingFrom, requirementMet } from './fixing.ts'
import { judgeAll } from './judge.ts'
import { mayLapseFrom } from './settling.ts'
import { statementFacts } from './statement-facts.ts'

export function decisionDetail(reading: Reading, id: string): CallOutput<'decision.get'> {
  const { store, head, today, person } = reading
  const decision = decisionOf(reading, id)
  const entry = entryOf(reading, decision.entry)
  const facts = statementFacts(reading, decision, entry)
  const standing = standingStatement(decision)
  const people = store.records.people()
  const partners = decision.outcome?.tally.inOffice ?? partnersInOffice(people, today)
  const given = standing?.answers ?? []
  const mine = given.find(({ signatory }) => signatory === person?.id)?.answer ?? null
  // Each partner judges alone: how others answered is shown after one's own answer, or once it is decided.
  const answersShown = mine !== null || !isOpen(decision) || person?.role !== 'partner'
  const nameOf = (who: string): string => people.find((one) => one.id === who)?.name ?? 'Somebody no longer listed'
  return {
    decision: answersShown ? decision : withoutOthersAnswers(decision, person?.id ?? ''),
    entry: entryHead(entry), cards: judgeAll(reading, entry, facts.judgedFor), gate: facts.gate, judgedFor: facts.judgedFor,
    dates: [...decisionDates(entry, decision, reading.isWorkingDay).rows],
    statement: standing?.statement ?? drawUpStatement(facts), statementHash: standing?.hash ?? null,
    positionSince: decision.status === 'fixed' && standing ? changedSince(standing.statement.grounds.position, facts.gate.position) : null,
    required: facts.gate.requires.map((requirement) => ({ requirement, met: requirementMet(requirement, reading, decision, entry), said: requirementWords[requirement].ask })),
    missing: decision.status === 'draft' ? missingFrom(reading, decision, entry, facts) : [],
    needs: { agree: decision.outcome?.tally.needed ?? quorum(head.policy, partners, given).tally.needed, partners: partners.length },
    partners: partners.map(({ id: partner, name }) => ({ id: partner, name, answered: given.some(({ signatory }) => signatory === partner) })),
    answersShown, answersGiven: given.length,
    answers: answersShown ? decision.statements.flatMap((fixed) => fixed.answers.map((answer) => ({
      id: answer.signatory, name: nameOf(answer.signatory), answer: answer.answer, comment: answer.comment, at: answeredAt(answer), ...cameIn(answer), voided: fixed.voided !== null,
    }))) : [],
    myAnswer: mine,
    stage: stageOf(decision),
    lapseFrom: decision.status === 'fixed' && standing ? mayLapseFrom(dayInEngland(standing.fixed.at), decisionDates(entry, decision, reading.isWorkingDay).takesEffectOn) : null,
    carrying: decision.followThrough && carryingDetail(reading, decision, decision.followThrough, entry),
  }
}

/** How an answer came into the register, and through whom where it was not the signatory. */
function cameIn(answer: GivenAnswer): Pick<CallOutput<'decision.get'>['answers'][number], 'how' | 'signedOn' | 'recordedBy'> {
  if (isOnPaper(answer)) return { how: 'paper', signedOn: answer.signedOn, recordedBy: answer.recordedBy.name }
  return { how: answer.broughtBy ? 'pack' : 'here', signedOn: null, recordedBy: answer.broughtBy?.name ?? null }
}

/** Only what a reader would act on: that the row was looked up again in the same words is no change. */
function changedSince(quoted: Position | null, now: Position | null): Position | null {
  return now !== null && (quoted === null || quoted.id !== now.id || !saysTheSame(quoted, now)) ? now : null
}

/** Before somebody has answered, not even the page's data holds what the others said. */
function withoutOthersAnswers(decision: DecisionRecord, me: string): DecisionRecord {
  return { ...decision, statements: decision.statements.map((fixed) => (fixed.voided === null ? { ...fixed, answers: fixed.answers.filter(({ signatory }) => signatory === me) } : fixed)) }
}

export function judgeEntry(reading: Reading, { entry: id, effectiveOn }: CallParsed<'decision.judge'>): CallOutput<'decision.judge'> {
  const entry = entryOf(reading, id)
  return { entry: entryHead(entry), judgedFor: effectiveOn, cards: judgeAll(reading, entry, effectiveOn) }
}

export function listDecisions(reading: Reading, { entry, statuses }: CallParsed<'decision.list'>): CallOutput<'decision.list'> {
  const { records } = reading.store
  const decisions = entry === null ? records.decisions() : records.decisionsOf(entry)
  const partners = partnersInOffice(records.people(), reading.today)
  return decisions.filter(({ status }) => statuses.length === 0 || statuses.includes(status)).toReversed().map((decision) => {
    const of = entryOf(reading, decision.entry)
    const standing = standingStatement(decision)
    return {
      id: decision.id, ref: decision.ref, verb: decision.verb, status: decision.status, title: standing?.statement.title ?? statementTitle(decision.verb, of.title),
      entry: entryHead(of), drawnUpBy: decision.drawnUp.name, at: decision.outcome?.at ?? decision.changedAt,
      effectiveOn: decisionDates(of, decision, reading.isWorkingDay).takesEffectOn,
      answersGiven: standing?.answers.length ?? 0,
      answersNeeded: decision.outcome?.tally.needed ?? quorum(reading.head.policy, partners, standing?.answers ?? []).tally.needed,
    }
  })
}

function entryHead(entry: EntryRecord): CallOutput<'decision.get'>['entry'] {
  return { id: entry.id, ref: entry.ref, title: entry.title, kind: entry.kind, class: entryClassOf(entry), force: entryForceOf(entry), state: entry.state }
}
