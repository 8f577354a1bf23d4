import { useState } from 'react'
import { z } from 'zod'
import { useAct } from '../../app/use-call.ts'
import { Button } from '../../components/button.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { RadioField } from '../../components/fields/choice-fields.tsx'
import { countOf } from '../../components/format.ts'
import { Form, useSchemaForm } from '../../components/form.tsx'

const schema = z.object({ whose: z.enum(['mine', 'all']) })

/** The days on which something is due, for one's own calendar: there is no mail server to remind anybody. */
export function CalendarButton() {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button icon="calendar" onClick={() => setOpen(true)}>Calendar file</Button>
      {open && <CalendarDialog onClose={() => setOpen(false)} />}
    </>
  )
}

function CalendarDialog({ onClose }: Readonly<{ onClose: () => void }>) {
  const form = useSchemaForm(schema, { whose: 'mine' })
  const make = useAct('calendar.export')
  const made = make.data
  return (
    <Dialog title="Save the dates as a calendar file" onClose={onClose}>
      {made ? (
        <>
          <p>{countOf(made.days, 'date')} saved as <b>{made.fileName}</b>. Open the file in Outlook or another calendar to take them over.</p>
          <p className="psr-quiet">A newer file moves the dates that have changed. What is done by then stays in the calendar until you delete it there.</p>
          <div className="psr-buttons"><Button look="primary" onClick={onClose}>Close</Button></div>
        </>
      ) : (
        <Form form={form} onSubmit={(values) => make.mutateAsync(values)}>
          <RadioField name="whose" label="Which dates" options={[{ value: 'mine', label: 'What I look after' }, { value: 'all', label: 'Everything in the register' }]} />
          <p className="psr-quiet">Reviews, steps of decisions, ends, replies and declarations, each with a reminder two weeks before. A date names what is due and the entry, and nobody.</p>
          <div className="psr-buttons">
            <Button type="submit" look="primary">Save the file</Button>
            <Button look="quiet" onClick={onClose}>Cancel</Button>
          </div>
        </Form>
      )}
    </Dialog>
  )
}
