import { useState } from 'react'
import { z } from 'zod'
import type { CallOutput } from '../../../shared/contract/contract.ts'
import { dayInEngland } from '../../../shared/domain/date.ts'
import { Answer } from '../../app/answer.tsx'
import { useAct, useAnswer } from '../../app/use-call.ts'
import { Button } from '../../components/button.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { RadioField } from '../../components/fields/choice-fields.tsx'
import { Form, useSchemaForm } from '../../components/form.tsx'
import { countOf, dayMonthYear } from '../../components/format.ts'
import { HashText } from '../../components/hash-text.tsx'
import { Banner, Facts } from '../../components/panel.tsx'

type Choices = CallOutput<'pack.choices'>
type Made = NonNullable<CallOutput<'pack.make'>>

/** For whom the pack is, what goes with it, and where it was saved. */
export function PackDialog({ onClose }: Readonly<{ onClose: () => void }>) {
  const choices = useAnswer('pack.choices', {})
  const [made, setMade] = useState<Made | null>(null)
  return (
    <Dialog wide title={made ? 'The pack is saved' : 'Make a sign-off pack'} onClose={onClose}>
      {made ? <Saved made={made} onClose={onClose} /> : <Answer of={choices} loading="Looking up what waits">{(list) => <Choose choices={list} onMade={setMade} onClose={onClose} />}</Answer>}
    </Dialog>
  )
}

const schema = z.object({ signatory: z.uuid('Choose a partner') })

function Choose({ choices, onMade, onClose }: Readonly<{ choices: Choices; onMade: (made: Made) => void; onClose: () => void }>) {
  const make = useAct('pack.make')
  const form = useSchemaForm(schema, { signatory: '' })
  const able = choices.filter(({ unable }) => unable === null)
  const unable = choices.filter((one) => one.unable !== null)
  const send = async ({ signatory }: z.output<typeof schema>) => {
    const saved = await make.mutateAsync({ signatory })
    if (saved) onMade(saved)
  }
  return (
    <Form form={form} onSubmit={send}>
      <p className="psr-so__said">One file for one partner. They open it in this same app on their own computer, read each statement, sign with their passphrase and send a file with their answers back.</p>
      {able.length === 0 ? <p><b>There is nobody to make a pack for now.</b></p> : (
        <RadioField name="signatory" label="For whom is it?" options={able.map(({ id, name, statements, lastMade }) => ({
          value: id, label: name, hint: `${countOf(statements.length, 'statement')}: ${statements.map(({ ref }) => ref).join(', ')}${lastMade ? `. Last pack ${dayMonthYear(dayInEngland(lastMade))}` : ''}`,
        }))} />
      )}
      {unable.length > 0 && <ul className="psr-small psr-quiet psr-so__said">{unable.map(({ id, name, unable: why }) => <li key={id}>{name}: {why}</li>)}</ul>}
      {able.length > 0 && <Banner tone="warn"><p><b>The partner’s own key travels with it, locked by their passphrase.</b> Send it by a way that only they can open. If it is lost, have a new passphrase vouched for: answers under the old key are then refused.</p></Banner>}
      <div className="psr-buttons">
        {able.length > 0 && <Button type="submit" look="primary" busy={form.formState.isSubmitting}>Save the pack</Button>}
        <Button look="quiet" onClick={onClose}>Cancel</Button>
      </div>
    </Form>
  )
}

function Saved({ made, onClose }: Readonly<{ made: Made; onClose: () => void }>) {
  return (
    <>
      <Facts small facts={[
        { term: 'File', value: made.fileName }, { term: 'In it', value: countOf(made.statements, 'statement') }, { term: 'SHA-256', value: <HashText hash={made.sha256} /> },
      ]} />
      <p className="psr-so__said">On the other computer: start the app, choose “Answer statements from a pack”, and open this file. When the answers come back, use “Bring back answers”.</p>
      <div className="psr-buttons"><Button look="primary" onClick={onClose}>Close</Button></div>
    </>
  )
}
