import os from 'node:os'
import { dayInEngland } from '../../shared/domain/date.ts'
import { refuse, Refused } from '../../shared/contract/refused.ts'
import { classificationRules } from '../exchange/classification-rules.ts'
import { englandWorkingDays } from '../exchange/working-days.ts'
import type { Reading } from '../register/desk.ts'
import { openRegister } from '../register/open-register.ts'
import { headlessPorts } from './host-ports.ts'

/** Opens a register for a command. @throws Refused with why it would not open */
export async function openReading(file: string): Promise<{ reading: Reading; close: () => void }> {
  const ports = headlessPorts(os.tmpdir())
  const { store, problem } = await openRegister(file, ports)
  if (!store) throw new Refused(problem)
  const head = store.records.head()
  if (!head) throw refuse('register-damaged')
  const now = ports.clock()
  const reading: Reading = { store, head, now, today: dayInEngland(now), rules: classificationRules, isWorkingDay: englandWorkingDays(), person: null }
  return { reading, close: () => { store.close() } }
}
