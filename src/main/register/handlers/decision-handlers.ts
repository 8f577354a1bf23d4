import { refuse } from '../../../shared/contract/refused.ts'
import { acting, perform } from '../acting.ts'
import { answerable, answerDecision, effectsShown } from '../answer-command.ts'
import type { Office } from '../office.ts'
import { cancelDecision, changeDecision, draftDecision, fixDecision, recordAdvice } from '../decision-commands.ts'
import { decisionDetail, judgeEntry, listDecisions } from '../decision-detail.ts'
import type { Handlers } from '../handlers.ts'
import { openKey } from '../key-ring.ts'
import { signOffQueue } from '../sign-off-queue.ts'

type Mine = 'decision.list' | 'decision.get' | 'decision.judge' | 'decision.draft' | 'decision.change' | 'decision.record-advice'
  | 'decision.fix' | 'decision.cancel' | 'decision.effects-shown' | 'decision.answer' | 'signoff.queue'

export function decisionHandlers(office: Office): Pick<Handlers, Mine> {
  const detail = (id: string) => decisionDetail(office.reading(), id)
  return {
    'decision.list': (input) => listDecisions(office.reading(), input),
    'decision.get': ({ id }) => detail(id),
    'decision.judge': (input) => judgeEntry(office.reading(), input),
    'decision.draft': (input) => perform(office, draftDecision, input),
    'decision.change': (input) => { perform(office, changeDecision, input); return detail(input.id) },
    'decision.record-advice': (input) => { perform(office, recordAdvice, input); return detail(input.id) },
    'decision.fix': (input) => { perform(office, fixDecision, input); return detail(input.id) },
    'decision.cancel': (input) => perform(office, cancelDecision, input),
    'decision.effects-shown': (input) => perform(office, effectsShown, input),
    'decision.answer': async (input) => {
      const desk = acting(office)
      answerable(desk, input.id, input.statementHash)
      const key = await openKey(desk.store, desk.person.id, input.passphrase, 'answer', office.ports.clock)
      // While the passphrase was being worked out somebody may have switched; the command looks again at everything.
      perform(office, (now, answer: typeof input) => {
        if (now.person.id !== desk.person.id) throw refuse('not-signed-in', { safe: 'Your answer was not recorded.' })
        return answerDecision(now, answer, key)
      }, input)
      return detail(input.id)
    },
    'signoff.queue': () => signOffQueue(office.reading()),
  }
}
