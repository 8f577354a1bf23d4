import { refuse } from '../../../shared/contract/refused.ts'
import { actionPage, actionStatementPage } from '../action-asked.ts'
import { answerableAction, answerAction, chooseAction, dropAction, proposeAction } from '../action-commands.ts'
import { acting, perform } from '../acting.ts'
import type { Handlers } from '../handlers.ts'
import { openKey } from '../key-ring.ts'
import type { Office } from '../office.ts'

type Mine = 'action.get' | 'action.choose' | 'action.propose' | 'action.drop' | 'action.statement' | 'action.answer'

export const actionHandlers = (office: Office): Pick<Handlers, Mine> => ({
  'action.get': (input) => actionPage(office.reading(), input),
  'action.choose': (input) => perform(office, chooseAction, input),
  'action.propose': (input) => perform(office, proposeAction, input),
  'action.drop': (input) => perform(office, dropAction, input),
  'action.statement': (input) => actionStatementPage(office.reading(), input),
  'action.answer': async (input) => {
    const desk = acting(office)
    answerableAction(desk, input.id, input.statementHash)
    const key = await openKey(desk.store, desk.person.id, input.passphrase, 'answer', office.ports.clock)
    // While the passphrase was being worked out somebody may have switched; the command looks again at everything.
    perform(office, (now, answer: typeof input) => {
      if (now.person.id !== desk.person.id) throw refuse('not-signed-in', { safe: 'Your answer was not recorded.' })
      return answerAction(now, answer, key)
    }, input)
    return actionStatementPage(office.reading(), { id: input.id })
  },
})
