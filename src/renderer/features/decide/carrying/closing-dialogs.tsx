import { useState } from 'react'
import { useWatch } from 'react-hook-form'
import type { Carrying, DecisionDetail } from '../../../../shared/contract/decisions.ts'
import { followThroughCalls } from '../../../../shared/contract/follow-through.ts'
import { addPeriod } from '../../../../shared/domain/date.ts'
import { usualDays } from '../../../../shared/domain/follow-through.ts'
import type { FollowThrough } from '../../../../shared/domain/follow-through-record.ts'
import { dateInWords, lowerFirst, stepWords } from '../../../../shared/domain/words.ts'
import { useMay } from '../../../app/session-context.ts'
import { useAct } from '../../../app/use-call.ts'
import { Button } from '../../../components/button.tsx'
import { FormDialog } from '../../../components/form-dialog.tsx'
import { DateField } from '../../../components/fields/date-field.tsx'
import { RadioField } from '../../../components/fields/choice-fields.tsx'
import { TextArea } from '../../../components/fields/text-field.tsx'
import { todayInEngland } from '../../../components/format.ts'
import { useSchemaForm } from '../../../components/form.tsx'
import { EvidencePicker } from '../../evidence/evidence-picker.tsx'

type OfDecision = Readonly<{ detail: DecisionDetail; onClose: () => void }>
const check = followThroughCalls['decision.check'].input.omit({ id: true })

/** Somebody who did none of the steps looks whether it really happened. */
export function CheckDialog({ detail: { decision }, follow, carrying, onClose }: OfDecision & Readonly<{ follow: FollowThrough; carrying: Carrying }>) {
  const form = useSchemaForm(check, { on: carrying.today, how: '', evidence: [] })
  const act = useAct('decision.check')
  const done = follow.tasks.flatMap(({ step, done: one }) => (step !== 'checked' && one ? [{ who: one.by.name, what: lowerFirst(stepWords(decision.verb, step).done), on: one.on }] : []))
  return (
    <FormDialog title="Check that it really happened" form={form} onSubmit={(values) => act.mutateAsync({ id: decision.id, ...values })} onClose={onClose} send="Checked: it happened">
      <p>Look for yourself: at the setting, the letter, the certificate. This is what was recorded:</p>
      <ul className="psr-carry__done">{done.map(({ who, what, on }) => <li key={what}>{what}, {dateInWords(on)} ({who})</li>)}</ul>
      {done.length > 0 && <p className="psr-small psr-quiet">{[...new Set(done.map(({ who }) => who))].join(' and ')} may not check it, because a check is somebody else’s than the work.</p>}
      {carrying.ownCheckReason && <p className="psr-warn">You did a step yourself. The practice’s rule allows it, and this reason is printed with your check: {carrying.ownCheckReason}</p>}
      <DateField name="on" label="The day you looked" />
      <TextArea name="how" label="What you looked at, and what you saw" hint="If it did not happen, cancel this and open the step again that was recorded by mistake." rows={4} />
      <EvidencePicker name="evidence" label="What proves it" optional evidence={[...decision.evidence, ...carrying.entryEvidence]} />
    </FormDialog>
  )
}

const watch = followThroughCalls['decision.watch'].input.omit({ id: true })

/** Whether the condition that lifts a freeze has come about. */
export function WatchDialog({ detail: { decision }, onClose }: OfDecision) {
  const [today] = useState(todayInEngland)
  const form = useSchemaForm(watch, { on: today, met: undefined, note: '', nextOn: addPeriod(today, `P${usualDays.condition}D`) })
  // Nothing is chosen at first, whatever the type of the form says.
  const met = useWatch({ control: form.control, name: 'met' })
  const act = useAct('decision.watch')
  return (
    <FormDialog title="Look at the condition" form={form} onSubmit={({ nextOn, ...values }) => act.mutateAsync({ id: decision.id, ...values, nextOn: values.met ? null : nextOn })} onClose={onClose} send="Record it">
      <blockquote className="psr-carry__condition">{decision.draft.exitCondition}</blockquote>
      <RadioField name="met" label="Is it met?" options={[{ value: true, label: 'Met' }, { value: false, label: 'Not met yet' }]} inline />
      <DateField name="on" label="The day you looked" />
      <TextArea name="note" label="What you saw" hint={met ? 'Say how you know that it is met.' : undefined} rows={3} />
      {!met && <DateField name="nextOn" label="The day to look again" />}
    </FormDialog>
  )
}

const end = followThroughCalls['decision.end'].input.omit({ id: true, because: true })

export function EndDialog({ detail: { decision }, because, onClose }: OfDecision & Readonly<{ because: 'condition-met' | 'end-date' }>) {
  const [today] = useState(todayInEngland)
  const form = useSchemaForm(end, { on: today, note: '' })
  const act = useAct('decision.end')
  const what = decision.verb === 'freeze' ? 'freeze' : 'deferral'
  return (
    <FormDialog title={`End the ${what}`} form={form} onSubmit={(values) => act.mutateAsync({ id: decision.id, because, ...values })} onClose={onClose} send="End it">
      <p>{because === 'condition-met' ? 'Its condition is met.' : 'Its day has come.'} What follows is a decision of its own: nothing is signed by ending this.</p>
      <DateField name="on" label="The day it ends" />
      <TextArea name="note" label="Anything to add" rows={3} optional />
    </FormDialog>
  )
}

const lapse = followThroughCalls['decision.lapse'].input.omit({ id: true })

/** For a statement that the answers did not settle in time. Until then it only says from when. */
export function LapseButton({ detail: { decision, lapseFrom } }: Readonly<{ detail: DecisionDetail }>) {
  const [open, setOpen] = useState(false)
  const mayLapse = useMay('decision.lapse')
  if (lapseFrom === null || !mayLapse || todayInEngland() < lapseFrom) return null
  return (
    <>
      <p>Its day has passed without enough answers. Ask the partners again, or say that it lapsed.</p>
      <p><Button small icon="clock" onClick={() => setOpen(true)}>It lapsed</Button></p>
      {open && <LapseDialog id={decision.id} name={decision.ref} onClose={() => setOpen(false)} />}
    </>
  )
}

function LapseDialog({ id, name, onClose }: Readonly<{ id: string; name: string; onClose: () => void }>) {
  const form = useSchemaForm(lapse, { reason: '' })
  const act = useAct('decision.lapse')
  return (
    <FormDialog title={`${name} lapsed`} form={form} onSubmit={({ reason }) => act.mutateAsync({ id, reason })} onClose={onClose} send="It lapsed">
      <p>Nobody can answer it any more. Every answer given stays and is printed. If it is still wanted, draw up a new decision.</p>
      <TextArea name="reason" label="Why it lapsed" rows={3} />
    </FormDialog>
  )
}
