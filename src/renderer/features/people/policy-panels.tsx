import { useState } from 'react'
import { z } from 'zod'
import type { CallOutput } from '../../../shared/contract/contract.ts'
import { longText } from '../../../shared/domain/entry-fields.ts'
import { practice as practiceSchema, type Policy, type Practice } from '../../../shared/domain/practice.ts'
import { entryClasses } from '../../../shared/domain/class.ts'
import { reviewMonthsOf } from '../../../shared/domain/review-interval.ts'
import { classWords, clinicalSystemWords, dateInWords, lowerFirst } from '../../../shared/domain/words.ts'
import { useMay } from '../../app/session-context.ts'
import { useAct } from '../../app/use-call.ts'
import { Button } from '../../components/button.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { TextArea } from '../../components/fields/text-field.tsx'
import { Form, useSchemaForm } from '../../components/form.tsx'
import { Facts, Panel } from '../../components/panel.tsx'
import { contractTypeWords, quorumInWords } from './people-words.ts'
import { Buttons } from './person-forms.tsx'
import { PolicyFields } from './policy-fields.tsx'
import { policyForm } from './policy-form.ts'
import { PracticeFields } from './practice-fields.tsx'

type Got = CallOutput<'practice.get'>
type DialogProps = Readonly<{ onClose: () => void }>

/** Name, code and contract of the practice, as they stand on every page that is printed. */
export function PracticePanel({ practice }: Readonly<{ practice: Practice }>) {
  const [open, setOpen] = useState(false)
  const may = useMay('practice.change')
  const facts = [
    { term: 'Name', value: practice.name }, { term: 'ODS code', value: practice.ods }, { term: 'Contract', value: contractTypeWords[practice.contractType] },
    { term: 'System', value: clinicalSystemWords[practice.clinicalSystem] }, { term: 'ICB', value: practice.icb }, { term: 'PCN', value: practice.pcn },
  ].filter(({ value }) => value)
  return (
    <Panel title="The practice" aside={may && <Button small look="quiet" icon="edit" onClick={() => setOpen(true)}>Change<span className="psr-vh"> the practice</span></Button>}>
      <Facts small facts={facts} />
      {open && <PracticeDialog practice={practice} onClose={() => setOpen(false)} />}
    </Panel>
  )
}

const practiceForm = z.object({ practice: practiceSchema })

function PracticeDialog({ practice, onClose }: DialogProps & Readonly<{ practice: Practice }>) {
  const form = useSchemaForm(practiceForm, { practice })
  const change = useAct('practice.change')
  return (
    <Dialog title="Change the practice" onClose={onClose}>
      <Form form={form} onSubmit={async (values) => { await change.mutateAsync(values); onClose() }}>
        <PracticeFields />
        <Buttons act="Save the change" busy={form.formState.isSubmitting} onCancel={onClose} />
      </Form>
    </Dialog>
  )
}

/** When a decision is made. Those already made keep the rule of their day. */
export function PolicyPanel({ policy, partnersInOffice }: Pick<Got, 'policy' | 'partnersInOffice'>) {
  const [open, setOpen] = useState(false)
  const may = useMay('policy.change')
  return (
    <Panel title="How you decide" aside={may && <Button small look="quiet" icon="edit" onClick={() => setOpen(true)}>Change<span className="psr-vh"> how you decide</span></Button>}>
      <ul className="psr-people__rules">{rulesOf(policy, partnersInOffice).map((line) => <li key={line}>{line}</li>)}</ul>
      {open && <PolicyDialog policy={policy} partners={partnersInOffice} onClose={() => setOpen(false)} />}
    </Panel>
  )
}

export function rulesOf(policy: Policy, partners: number): readonly string[] {
  return [
    `A decision is made when ${quorumInWords(policy, partners)}.`,
    policy.waitForAll ? 'It waits until every partner has answered.' : 'It does not wait for those who have not answered.',
    policy.secondCheck ? 'A second person checks each classification.' : 'Nobody has to check a classification a second time.',
    ...(policy.ownCheckReason ? [`People may check their own: ${policy.ownCheckReason}`] : []),
    `Entries are reviewed after ${entryClasses.map((of) => `${reviewMonthsOf(policy)[of]} months (${lowerFirst(classWords[of])})`).join(', ')}.`,
    ...(policy.contractBindsFrom ? [`The October 2025 contract terms bind from ${dateInWords(policy.contractBindsFrom)}.`] : []),
  ]
}

const changedPolicy = z.object({ policy: policyForm, reason: longText.min(1, 'Enter why the rule changes') })

function PolicyDialog({ policy, partners, onClose }: DialogProps & Readonly<{ policy: Policy; partners: number }>) {
  const form = useSchemaForm(changedPolicy, { policy: { ...policy, reviewMonths: reviewMonthsOf(policy) }, reason: '' })
  const change = useAct('policy.change')
  return (
    <Dialog title="Change how you decide" onClose={onClose}>
      <Form form={form} onSubmit={async (values) => { await change.mutateAsync(values); onClose() }}>
        <p className="psr-quiet psr-people__note">Use what your partnership deed says. Decisions already made keep the rule of their day; statements still open follow the new one.</p>
        <PolicyFields partners={partners} />
        <TextArea name="reason" label="Why it changes" hint="It stands in the trail." rows={2} />
        <Buttons act="Save the change" busy={form.formState.isSubmitting} onCancel={onClose} />
      </Form>
    </Dialog>
  )
}
