import { useWatch } from 'react-hook-form'
import { z } from 'zod'
import { signedChoices, type ActionChoice, type SignedChoice } from '../../../shared/domain/action.ts'
import { isoDate, type IsoDate } from '../../../shared/domain/date.ts'
import { longText } from '../../../shared/domain/entry-fields.ts'
import { useMay } from '../../app/session-context.ts'
import { call } from '../../bridge.ts'
import { Button } from '../../components/button.tsx'
import { RadioField } from '../../components/fields/choice-fields.tsx'
import { DateField } from '../../components/fields/date-field.tsx'
import { optionsOf } from '../../components/fields/select-field.tsx'
import { TextArea } from '../../components/fields/text-field.tsx'
import { Form, useSchemaForm } from '../../components/form.tsx'
import type { ActionRow } from './action-choice.ts'

const words = { 'not-taken': 'Not taken', considering: 'Considering it', taken: 'Taken', ended: 'Ended' } as const satisfies Record<ActionChoice, string>
const open = ['not-taken', 'considering', 'taken'] as const satisfies readonly ActionChoice[]

const schema = z.object({ choice: z.enum([...open, 'ended'], 'Choose where the practice stands'), on: isoDate, reason: longText.min(1, 'Enter why') })

const isSigned = (choice: ActionChoice | undefined): choice is SignedChoice => choice !== undefined && (signedChoices as readonly string[]).includes(choice)

type ChooseProps = Readonly<{ row: ActionRow; today: IsoDate; onDone: () => void }>

/** What binds the practice is put to the partners; that it is looked at, or not taken, is recorded at once. */
export function ActionChoose({ row, today, onDone }: ChooseProps) {
  const mayPropose = useMay('action.propose')
  const choices: readonly ActionChoice[] = row.choice === 'taken' ? ['ended'] : row.since === null ? [...open, 'ended'] : open
  const form = useSchemaForm(schema, { choice: row.choice === 'taken' ? 'ended' : choices.find((one) => one === row.choice), on: today, reason: '' })
  const choice = useWatch({ control: form.control, name: 'choice' })
  const signed = isSigned(choice)
  const send = async ({ choice: chosen, on, reason }: z.output<typeof schema>) => {
    if (isSigned(chosen)) await call('action.propose', { action: row.action, choice: chosen, on, reason })
    else await call('action.choose', { action: row.action, choice: chosen, on, reason })
    onDone()
  }
  if (!mayPropose) return null
  return (
    <section className="psr-act-choose" aria-labelledby="action-choose">
      <h3 id="action-choose">{row.choice === 'taken' ? 'End this action' : 'The practice’s choice'}</h3>
      <Form form={form} onSubmit={send}>
        {choices.length > 1 && <RadioField inline name="choice" label="Where the practice stands" options={optionsOf(choices, words)} />}
        <DateField name="on" label={choice === 'ended' ? 'Ends on' : 'From'} hint="For example, 18 5 2026" />
        <TextArea name="reason" label="Why" hint={signed ? 'The partners read it and sign it. No patient data, please.' : 'No patient data, please.'} rows={2} />
        <Button type="submit" look="primary">{signed ? 'Ask the partners' : 'Record the choice'}</Button>
        {signed && <p className="psr-small psr-quiet psr-act-note">The statement is fixed at once, with today’s figures and the position on that day. It counts when the partners have agreed under Sign-off.</p>}
      </Form>
    </section>
  )
}
