import { perform } from '../acting.ts'
import { checkDecision, endDecision, lapseDecision, watchDecision } from '../closing-commands.ts'
import { decisionDetail } from '../decision-detail.ts'
import type { Acting, Decided } from '../desk.ts'
import { followThroughBoard } from '../follow-through-board.ts'
import type { Handlers } from '../handlers.ts'
import type { Office } from '../office.ts'
import { planStep, recordStep, reopenStep, stepNotNeeded } from '../step-commands.ts'

type Mine = 'follow-through.board' | 'decision.record-step' | 'decision.step-not-needed' | 'decision.reopen-step' | 'decision.plan-step'
  | 'decision.check' | 'decision.watch' | 'decision.end' | 'decision.lapse'

export function followThroughHandlers(office: Office): Pick<Handlers, Mine> {
  const then = <I extends { id: string }, T>(command: (acting: Acting, input: I) => Decided<T>) => (input: I) => {
    perform(office, command, input)
    return decisionDetail(office.reading(), input.id)
  }
  return {
    'follow-through.board': () => followThroughBoard(office.reading()),
    'decision.record-step': then(recordStep),
    'decision.step-not-needed': then(stepNotNeeded),
    'decision.reopen-step': then(reopenStep),
    'decision.plan-step': then(planStep),
    'decision.check': then(checkDecision),
    'decision.watch': then(watchDecision),
    'decision.end': then(endDecision),
    'decision.lapse': then(lapseDecision),
  }
}
