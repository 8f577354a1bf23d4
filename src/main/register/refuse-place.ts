import path from 'node:path'
import { refuse } from '../../shared/contract/refused.ts'
import { findNhsNumbers } from '../../shared/domain/nhs-number.ts'

/** The name goes into the trail, so it is held to the same rule as any text; and a document never takes the register’s place. @param register null where none is open */
export function refusePlace(file: string, register: string | null): void {
  if (findNhsNumbers(path.basename(file)).length > 0) throw refuse('nhs-number', { happened: 'The name of the file looks like an NHS number.', todo: 'Choose another name.' })
  if (register !== null && path.resolve(file) === path.resolve(register)) throw refuse('export-failed', { happened: 'That is the register itself.', todo: 'Choose another name.' })
}
