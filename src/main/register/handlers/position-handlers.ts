import { shippedPositions } from '../../exchange/positions.ts'
import { perform } from '../acting.ts'
import type { Handlers } from '../handlers.ts'
import type { Office } from '../office.ts'
import { checkPosition, recordPosition, retirePosition } from '../position-commands.ts'
import { positionPage } from '../position-page.ts'
import { shippedDifference, takeShipped } from '../position-set.ts'
import { compareRules, proposeAgain } from '../rules-compare.ts'

type Mine = 'position.list' | 'position.record' | 'position.check' | 'position.retire' | 'position.shipped' | 'position.take-shipped'
  | 'rules.compare' | 'purpose.propose-again'

export const positionHandlers = (office: Office): Pick<Handlers, Mine> => ({
  'position.list': () => positionPage(office.reading(), shippedPositions),
  'position.record': (input) => perform(office, recordPosition, input),
  'position.check': (input) => perform(office, checkPosition, input),
  'position.retire': (input) => perform(office, retirePosition, input),
  'position.shipped': () => shippedDifference(office.reading(), shippedPositions),
  'position.take-shipped': (input) => perform(office, takeShipped(shippedPositions), input),
  'rules.compare': async () => {
    const reading = office.reading()
    const compared = await compareRules(reading)
    reading.store.notes.rememberRulesCompared({ ruleSet: compared.ruleSet, entries: compared.entries.length })
    return compared
  },
  'purpose.propose-again': (input) => perform(office, proposeAgain, input),
})
