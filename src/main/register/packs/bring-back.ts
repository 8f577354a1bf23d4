import { randomUUID } from 'node:crypto'
import type { CallOutput } from '../../../shared/contract/contract.ts'
import { refuse } from '../../../shared/contract/refused.ts'
import { answersFile, type AnswersFile } from '../../../shared/pack/answers-file.ts'
import { isRecordable } from '../../../shared/trail/json.ts'
import { readJsonFile } from '../../exchange/json-file.ts'
import type { Acting, Decided, Reading } from '../desk.ts'
import { judgeAnswers } from './judge-answers.ts'

type Preview = NonNullable<CallOutput<'pack.bring-back'>>
/** A file that was looked at and is not recorded yet, and what its preview said. */
export type Waiting = Readonly<{ token: string; person: string; file: AnswersFile; preview: Preview }>

/** Reads a file of answers and says for each what would happen. @throws Refused could-not-read */
export function previewAnswers(reading: Reading, place: string): Omit<Waiting, 'person'> {
  const { fileName, value } = readJsonFile(place, 'psr-answers/1')
  const parsed = answersFile.safeParse(value)
  if (!parsed.success || !isRecordable(value)) throw refuse('could-not-read', { happened: `${fileName} does not have the form of a file of answers. It was damaged or changed on the way.`, safe: 'Nothing was recorded.', todo: 'Ask the partner to save and send it again.' })
  const { signatory, judged } = judgeAnswers(reading, parsed.data)
  const token = randomUUID()
  return { token, file: parsed.data, preview: { token, fileName, signatory: signatory.name, items: judged.map(({ shown }) => shown) } }
}

/** Records what the preview said would be taken. Where anything has changed since, nothing is recorded and the preview is made anew. */
export function recordAnswers(acting: Acting, { file, preview }: Waiting): Decided<{ recorded: number }> {
  const { judged } = judgeAnswers(acting, file)
  const again = judged.map(({ shown }) => shown)
  if (JSON.stringify(again) !== JSON.stringify(preview.items)) throw refuse('stale', { happened: 'Something was answered or changed in the register since this list was made.', safe: 'Nothing of the file was recorded.', todo: 'Choose the file again and look at the new list.' })
  const taken = judged.filter(({ shown }) => shown.taken)
  if (taken.length === 0) throw refuse('not-in-this-state', { happened: 'No answer in this file can be recorded.', todo: 'The list says why for each.' })
  return { events: taken.flatMap(({ events }) => events), result: { recorded: taken.length } }
}
