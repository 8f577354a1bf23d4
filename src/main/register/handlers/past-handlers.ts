import { decisionDetail } from '../decision-detail.ts'
import { entryDetail } from '../entry-detail.ts'
import type { Handlers } from '../handlers.ts'
import type { Office } from '../office.ts'
import { createPast } from '../past.ts'
import { pastRegister } from '../past-register.ts'

export function pastHandlers(office: Office): Pick<Handlers, 'past.register' | 'past.entry' | 'past.decision'> {
  const past = createPast()
  return {
    'past.register': (input) => pastRegister(past(office.reading(), input.on), input),
    'past.entry': ({ id, on }) => {
      const { reading, upTo } = past(office.reading(), on)
      return entryDetail(reading, id, upTo)
    },
    'past.decision': ({ id, on }) => decisionDetail(past(office.reading(), on).reading, id),
  }
}
