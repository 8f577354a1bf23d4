import { useState } from 'react'
import { useWatch } from 'react-hook-form'
import { z } from 'zod'
import type { AppStatus } from '../../../shared/contract/setup.ts'
import { useDraft, type DraftStore } from '../../app/use-draft.ts'
import { call, isRefusal } from '../../bridge.ts'
import { Button } from '../../components/button.tsx'
import { DraftNote } from '../../components/draft-note.tsx'
import { Form, useSchemaForm } from '../../components/form.tsx'
import { Loading } from '../../components/states.tsx'
import { PolicyFields } from '../people/policy-fields.tsx'
import { PracticeFields } from '../people/practice-fields.tsx'
import { DemoDoor } from './demo-door.tsx'
import { KeptStep } from './kept-step.tsx'
import { PeopleStep } from './people-step.tsx'
import { creation, keptValues, setupForm, stepOf, usualValues, type SetupStep, type Step } from './setup-values.ts'
import { WizardFrame } from './wizard-frame.tsx'
import './first-run.scss'

type FirstRunProps = Readonly<{
  status: AppStatus
  onStatus: (status: AppStatus) => void
  /** The third door: a partner who only answers a pack here. */
  onPack: () => void
}>

const heads = {
  1: { title: 'Which practice is this?', intro: 'One register of everything that lets your patients’ data leave the practice or be written into by others: what it is, what you decided, and the proof. First, the practice.' },
  2: { title: 'Who works with it?', intro: 'Everybody who keeps the register, signs decisions, gives advice or checks. You can add people later.' },
  3: { title: 'How do the partners decide?', intro: 'Use what your partnership deed says. You can change this later; decisions already made keep the rule of their day.' },
  4: { title: 'Where is it kept, and who are you?', intro: 'The whole register is one file on this computer.' },
} as const satisfies Record<Step, { title: string; intro: string }>

/** No register yet on this computer: four short steps, each kept as it is typed, or the other door. */
export function FirstRunScreen({ status, onStatus, onPack }: FirstRunProps) {
  const [demo, setDemo] = useState(false)
  const form = useSchemaForm(setupForm, usualValues)
  const draft = useDraft(form, 'setup', { except: ['passphrase', 'again'], store: setupDraftStore })
  const step = stepOf(useWatch({ control: form.control, name: 'step' }))
  const reached = stepOf(useWatch({ control: form.control, name: 'reached' }))
  const goTo = (to: Step) => {
    form.clearErrors()
    form.setValue('step', to)
    form.setValue('reached', Math.max(reached, to))
    setDemo(false)
    void draft.save()
  }
  if (demo) {
    return (
      <WizardFrame step={null} reached={reached} title="Explore with demo data" onStep={goTo} onDemo={() => undefined} onPack={onPack}>
        <DemoDoor onStatus={onStatus} onBack={() => setDemo(false)} />
      </WizardFrame>
    )
  }
  const onSubmit = async (values: SetupStep) => {
    if (values.step < 4) return goTo(stepOf(values.step + 1))
    try {
      if (values.step === 4) onStatus(await call('setup.create', creation(values)))
    } catch (error) {
      // The system's dialog was closed without a folder: then simply nothing happens.
      if (!isRefusal(error, 'cancelled')) throw error
    }
  }
  const busy = form.formState.isSubmitting
  return (
    <WizardFrame step={step} reached={reached} title={heads[step].title} onStep={goTo} onDemo={() => setDemo(true)} onPack={onPack}>
      <p className="psr-wz__intro">{heads[step].intro}</p>
      {draft.ready ? (
        <Form key={step} form={form} onSubmit={onSubmit} className="psr-wz__form">
          <StepFields step={step} status={status} />
          <div className="psr-buttons">
            <Button type="submit" look="primary" busy={busy}>{step < 4 ? 'Continue' : busy ? 'Making the register' : 'Make the register'}</Button>
            {step > 1 && <Button look="quiet" onClick={() => goTo(stepOf(step - 1))}>Back</Button>}
            <span className="psr-end"><DraftNote draft={draft} /></span>
          </div>
        </Form>
      ) : <Loading what="Looking for what you entered before" />}
    </WizardFrame>
  )
}

function StepFields({ step, status }: Readonly<{ step: Step; status: AppStatus }>) {
  const people: unknown = useWatch({ name: 'people' })
  const partners = (Array.isArray(people) ? people : []).filter((person: unknown) => person !== null && typeof person === 'object' && 'role' in person && person.role === 'partner').length
  switch (step) {
    case 1: return <PracticeFields />
    case 2: return <PeopleStep />
    case 3: return <PolicyFields partners={partners} brief />
    case 4: return <KeptStep file={status.file} />
  }
}

/** The wizard's own place for its draft: there is no register yet to keep it in. */
const setupDraftStore: DraftStore = {
  get: async () => {
    const kept = await call('setup.draft', {})
    return kept ? { value: { step: kept.step, ...keptValues.parse(kept.values) } } : null
  },
  save: async (value) => {
    await call('setup.save-draft', { step: stepOf(z.object({ step: z.unknown() }).parse(value).step), values: keptValues.parse(value) })
    return { savedAt: new Date().toISOString() }
  },
  discard: async () => undefined,
}
