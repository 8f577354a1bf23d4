import type { Carrying, DecisionDetail } from '../../../../shared/contract/decisions.ts'
import { followThroughCalls } from '../../../../shared/contract/follow-through.ts'
import type { Step } from '../../../../shared/domain/follow-through.ts'
import type { Task } from '../../../../shared/domain/follow-through-record.ts'
import { dateInWords, lowerFirst, roleWords, stepWords } from '../../../../shared/domain/words.ts'
import { useAct, useAnswer } from '../../../app/use-call.ts'
import { FormDialog } from '../../../components/form-dialog.tsx'
import { DateField } from '../../../components/fields/date-field.tsx'
import { SelectField } from '../../../components/fields/select-field.tsx'
import { TextArea } from '../../../components/fields/text-field.tsx'
import { useSchemaForm } from '../../../components/form.tsx'
import { EvidencePicker } from '../../evidence/evidence-picker.tsx'

type DialogProps = Readonly<{ task: Task; detail: DecisionDetail; onClose: () => void }>

const hows = Object.freeze({
  instructed: 'Say what was sent or changed, to whom, and how.', acknowledged: 'Say who confirmed it, and in what words.',
  'carried-out': 'Say what stopped or changed, and how you know: what did you see?', 'data-ended': 'Say what was returned or destroyed, and who says so.', checked: '',
} as const satisfies Record<Step, string>)

const record = followThroughCalls['decision.record-step'].input.omit({ id: true, step: true })

/** A step was taken: when, how, and what proves it. */
export function RecordDialog({ task: { step }, detail: { decision }, carrying, onClose }: DialogProps & Readonly<{ carrying: Carrying }>) {
  const form = useSchemaForm(record, { on: carrying.today, how: '', evidence: [], receivedOn: null })
  const act = useAct('decision.record-step')
  const notice = decision.verb === 'withdraw' && step === 'acknowledged'
  return (
    <FormDialog title={stepWords(decision.verb, step).todo} form={form} onSubmit={(values) => act.mutateAsync({ id: decision.id, step, ...values })} onClose={onClose} send="Record it">
      <DateField name="on" label={notice ? 'The day their confirmation came' : 'The day it happened'} />
      {notice && <DateField name="receivedOn" label="The day they received the notice" hint="The notice period runs from it. If it is another day than was reckoned with, the later steps move." optional />}
      <TextArea name="how" label="What happened" hint={hows[step]} rows={4} />
      <EvidencePicker name="evidence" label="What proves it" optional evidence={[...decision.evidence, ...carrying.entryEvidence]} />
    </FormDialog>
  )
}

const notNeeded = followThroughCalls['decision.step-not-needed'].input.omit({ id: true, step: true })

export function NotNeededDialog({ task: { step }, detail: { decision }, onClose }: DialogProps) {
  const form = useSchemaForm(notNeeded, { reason: '' })
  const act = useAct('decision.step-not-needed')
  return (
    <FormDialog title={`Not needed: ${lowerFirst(stepWords(decision.verb, step).todo)}`} form={form} onSubmit={({ reason }) => act.mutateAsync({ id: decision.id, step, reason })} onClose={onClose} send="Leave it out">
      <TextArea name="reason" label="Why it is not needed" hint="The reason is printed beside the step." rows={3} />
    </FormDialog>
  )
}

const reopen = followThroughCalls['decision.reopen-step'].input.omit({ id: true, step: true })

/** Nothing is taken back: what was recorded stays in the trail, and the step is open again. */
export function ReopenDialog({ task: { step }, detail: { decision, stage }, onClose }: DialogProps) {
  const form = useSchemaForm(reopen, { reason: '' })
  const act = useAct('decision.reopen-step')
  return (
    <FormDialog title={`Open it again: ${lowerFirst(stepWords(decision.verb, step).todo)}`} form={form} onSubmit={({ reason }) => act.mutateAsync({ id: decision.id, step, reason })} onClose={onClose} send="Open it again">
      {stage === 'closed' && step !== 'checked' && <p>The decision is closed. It opens again, and has to be checked again.</p>}
      <TextArea name="reason" label="What the mistake was" hint="What was recorded stays in the trail, with this reason." rows={3} />
    </FormDialog>
  )
}

const plan = followThroughCalls['decision.plan-step'].input.omit({ id: true, step: true })

export function PlanDialog({ task: { step, owner, due }, detail: { decision, carrying }, onClose }: DialogProps) {
  const people = useAnswer('people.list', {})
  const form = useSchemaForm(plan, { owner, due, reason: null })
  const act = useAct('decision.plan-step')
  const here = (people.data ?? []).filter((person) => person.leftOn === null || person.leftOn > (carrying?.today ?? ''))
  const left = people.data?.find((person) => person.id === owner && !here.includes(person))
  const options = [...here, ...(left ? [left] : [])].map((person) => ({ value: person.id, label: person === left ? `${person.name}, who has left` : `${person.name}, ${lowerFirst(roleWords[person.role])}` }))
  return (
    <FormDialog title={stepWords(decision.verb, step).todo} form={form} onSubmit={(values) => act.mutateAsync({ id: decision.id, step, ...values })} onClose={onClose} send="Change it">
      <SelectField name="owner" label="Who looks after it" options={options} none="Nobody yet" />
      <DateField name="due" label="By when" hint={`Now ${dateInWords(due)}.`} />
      <TextArea name="reason" label="Why it takes longer" hint="Needed where the day moves later." rows={2} nullable optional />
    </FormDialog>
  )
}
