import { z } from 'zod'
import { peopleCalls, type PersonRow } from '../../../shared/contract/people.ts'
import { roles } from '../../../shared/domain/role.ts'
import { roleWords } from '../../../shared/domain/words.ts'
import { useAct } from '../../app/use-call.ts'
import { Button } from '../../components/button.tsx'
import { DateField } from '../../components/fields/date-field.tsx'
import { optionsOf, SelectField } from '../../components/fields/select-field.tsx'
import { TextField } from '../../components/fields/text-field.tsx'
import { Form, useSchemaForm } from '../../components/form.tsx'
import { countOf, todayInEngland } from '../../components/format.ts'
import { Banner } from '../../components/panel.tsx'

type FormProps = Readonly<{ onDone: () => void; onCancel: () => void }>
const options = optionsOf(roles, roleWords)
const chosenRole = z.enum(roles, 'Choose a role')

const adding = z.object({ name: peopleCalls['people.add'].input.shape.name, role: chosenRole, startedOn: peopleCalls['people.add'].input.shape.startedOn })

export function AddPersonForm({ onDone, onCancel }: FormProps) {
  const form = useSchemaForm(adding, { name: '', startedOn: todayInEngland() })
  const add = useAct('people.add')
  return (
    <Form form={form} onSubmit={async (values) => { await add.mutateAsync(values); onDone() }}>
      <TextField name="name" label="Name" hint="As colleagues know them. It stands in the trail for good." />
      <SelectField name="role" label="Role" options={options} />
      <DateField name="startedOn" label="In office since" hint="For a partner: the day from which their answer counts." />
      <p className="psr-small psr-quiet">They choose their own passphrase when they first sign in on this computer.</p>
      <Buttons act="Add the person" busy={form.formState.isSubmitting} onCancel={onCancel} />
    </Form>
  )
}

const changing = adding.omit({ startedOn: true })

export function ChangePersonForm({ person, onDone, onCancel }: FormProps & Readonly<{ person: PersonRow }>) {
  const form = useSchemaForm(changing, { name: person.name, role: person.role })
  const change = useAct('people.change')
  return (
    <Form form={form} onSubmit={async (values) => { await change.mutateAsync({ person: person.id, ...values }); onDone() }}>
      <TextField name="name" label="Name" />
      <SelectField name="role" label="Role" options={options} />
      <p className="psr-small psr-quiet">What they did before stays under the name and role of that day.</p>
      <Buttons act="Save the change" busy={form.formState.isSubmitting} onCancel={onCancel} />
    </Form>
  )
}

const leaving = z.object({ on: peopleCalls['people.leave'].input.shape.on, reason: peopleCalls['people.leave'].input.shape.reason })

export function LeaveForm({ person, onDone, onCancel }: FormProps & Readonly<{ person: PersonRow }>) {
  const form = useSchemaForm(leaving, { on: todayInEngland(), reason: null })
  const leave = useAct('people.leave')
  const left = [person.owns > 0 && countOf(person.owns, 'entry', 'entries'), person.waits > 0 && countOf(person.waits, 'statement')].filter(Boolean)
  return (
    <Form form={form} onSubmit={async (values) => { await leave.mutateAsync({ person: person.id, ...values }); onDone() }}>
      {left.length > 0 && (
        <div className="nhsuk-form-group">
          <Banner tone="warn"><p>{left.join(' and ')} still {person.owns + person.waits === 1 ? 'waits' : 'wait'} for them. Entries without an owner show on the home page until somebody takes them.</p></Banner>
        </div>
      )}
      <DateField name="on" label="First day out of office" hint="From this day their answers no longer count. Those they gave stay." />
      <TextField name="reason" label="Why" optional nullable />
      <Buttons act="Record that they leave" busy={form.formState.isSubmitting} onCancel={onCancel} />
    </Form>
  )
}

export function Buttons({ act, busy, onCancel }: Readonly<{ act: string; busy: boolean; onCancel: () => void }>) {
  return (
    <div className="psr-buttons">
      <Button type="submit" look="primary" busy={busy}>{act}</Button>
      <Button look="quiet" onClick={onCancel}>Cancel</Button>
    </div>
  )
}
