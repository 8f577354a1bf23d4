import type { z } from 'zod'
import { registerCalls } from '../../../shared/contract/register.ts'
import type { IsoDate } from '../../../shared/domain/date.ts'
import type { Position } from '../../../shared/domain/position.ts'
import { actionWords, dateInWords, positionCodeLines } from '../../../shared/domain/words.ts'
import { actionChoices } from '../../../shared/trail/events/register-events.ts'
import { useMay } from '../../app/session-context.ts'
import { call } from '../../bridge.ts'
import { Button } from '../../components/button.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { RadioField } from '../../components/fields/choice-fields.tsx'
import { DateField } from '../../components/fields/date-field.tsx'
import { optionsOf } from '../../components/fields/select-field.tsx'
import { TextArea } from '../../components/fields/text-field.tsx'
import { Form, useSchemaForm } from '../../components/form.tsx'
import { agoInWords } from '../../components/format.ts'
import { PositionTag, SourceGrade } from '../../components/tags.tsx'
import { choiceInWords, type ActionRow } from './action-choice.ts'

/** One action: what it asks, what holds today and who says so, and the practice's own choice. */
export function ActionDialog({ row, today, onClose }: Readonly<{ row: ActionRow; today: IsoDate; onClose: () => void }>) {
  const { title, line } = actionWords[row.action]
  const mayChoose = useMay('action.choose')
  return (
    <Dialog title={`${row.number}. ${title}`} wide onClose={onClose}>
      <p>{line}</p>
      {row.coverage && <p className="psr-quiet">In the register: {row.coverage.text}.</p>}
      {row.coverage && <PositionToday position={row.position} today={today} />}
      {mayChoose ? <Choose row={row} today={today} onDone={onClose} /> : <p>The practice’s choice: {choiceInWords(row)}.</p>}
    </Dialog>
  )
}

function PositionToday({ position, today }: Readonly<{ position: Position | null; today: IsoDate }>) {
  return (
    <section className="psr-position">
      <h3>Position on {dateInWords(today)}</h3>
      <p><PositionTag code={position?.code ?? null} sourcesDiffer={position?.sourcesDiffer} /></p>
      {position === null ? <p>No dated position covers today, so nothing can be said about it.</p> : (
        <>
          <p>{position.text}</p>
          <p className="psr-small psr-quiet">{positionCodeLines[position.code]}</p>
          <ul className="psr-sources">
            {position.sources.map((source) => (
              <li key={`${source.party}${source.address}`}>
                <SourceGrade source={source} /><span>{source.says} <span className="psr-quiet psr-break">{source.address}</span></span>
              </li>
            ))}
          </ul>
          <p className="psr-small psr-quiet">Checked {dateInWords(position.checkedOn)}, {agoInWords(position.checkedOn, today)}.</p>
        </>
      )}
    </section>
  )
}

const schema = registerCalls['action.choose'].input
const words = { 'not-taken': 'Not taken', considering: 'Considering it', taken: 'Taken', ended: 'Ended' } as const satisfies Record<(typeof actionChoices)[number], string>

function Choose({ row, today, onDone }: Readonly<{ row: ActionRow; today: IsoDate; onDone: () => void }>) {
  const form = useSchemaForm(schema, { action: row.action, choice: row.choice, on: today, reason: '' })
  const send = async (values: z.output<typeof schema>) => {
    await call('action.choose', values)
    onDone()
  }
  return (
    <Form form={form} onSubmit={send}>
      <RadioField inline name="choice" label="The practice’s choice" options={optionsOf(actionChoices, words)} />
      <DateField name="on" label="From" hint="For example, 18 5 2026" />
      <TextArea name="reason" label="Why" hint="No patient data, please." rows={2} />
      <Button type="submit" look="primary">Record the choice</Button>
    </Form>
  )
}
