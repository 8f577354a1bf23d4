import { useState } from 'react'
import { FormProvider } from 'react-hook-form'
import { Link, useLocation } from 'wouter'
import { Page } from '../../app/page.tsx'
import { paths } from '../../app/paths.ts'
import { useMay } from '../../app/session-context.ts'
import { useAct } from '../../app/use-call.ts'
import { useDraft } from '../../app/use-draft.ts'
import { Button } from '../../components/button.tsx'
import { DraftNote } from '../../components/draft-note.tsx'
import { todayInEngland } from '../../components/format.ts'
import { Form, useSchemaForm } from '../../components/form.tsx'
import { FromFile } from '../entry/reading/document/from-file.tsx'
import { PasteFields } from '../entry/reading/paste-fields.tsx'
import { PurposesReview } from '../entry/reading/purposes-review.tsx'
import { readClause } from '../entry/reading/read-clause.ts'
import { purposesFrom, readingField } from '../entry/reading/reading-values.ts'
import { AddScreen } from './add-screen.tsx'
import { forceToRecord } from './new-entry.ts'
import { emptyPaste, pasteSchema, steps, type PasteValues } from './paste-values.ts'
import { RestFields } from './rest-fields.tsx'
import { StepList } from './step-list.tsx'
import '../entry/entry.scss'
import './add.scss'

/** An entry from its purpose clause: paste it, confirm each purpose, say the rest. */
export function PasteScreen() {
  return useMay('entry.add') ? <PasteForm /> : <AddScreen />
}

function PasteForm() {
  const [, go] = useLocation()
  const form = useSchemaForm(pasteSchema, emptyPaste(todayInEngland()))
  const draft = useDraft(form, 'add-paste')
  const add = useAct('entry.add')
  const [asked, setAsked] = useState(false)
  const step = form.watch('step')
  const goTo = (next: number) => {
    form.setValue('step', next)
    window.scrollTo(0, 0)
    requestAnimationFrame(() => document.querySelector<HTMLElement>('.psr-steps [aria-current]')?.focus())
  }
  const submit = async (values: PasteValues) => {
    if (values.step === 1) {
      form.setValue('reading', await readClause(form.getValues('reading'), null, values.title))
      goTo(2)
      return
    }
    const { step: _, reading, ...entry } = values
    const { id } = await add.mutateAsync({ ...entry, force: forceToRecord(values.force), ...purposesFrom(reading) })
    await draft.discard()
    go(paths.entry(id))
  }
  const startAgain = async () => {
    await draft.discard()
    form.reset(emptyPaste(todayInEngland()))
  }
  return (
    <Page
      title="Add from a clause" note={<DraftNote draft={draft} />}
      crumb={<><Link to={paths.register}>Register</Link><span className="psr-quiet">/</span><Link to={paths.add}>Add an entry</Link></>}
      acts={<Button look="quiet" onClick={() => { void startAgain() }}>Start again</Button>}
    >
      <StepList steps={steps} here={step} />
      {draft.ready && step === 2 && (
        <FormProvider {...form}>
          <PurposesReview />
          <Unconfirmed asked={asked} count={waiting(form.getValues('reading'))} />
          <div className="psr-buttons">
            <Button
              data-continue="" look="primary" iconAfter="next"
              onClick={() => { if (waiting(form.getValues('reading')) > 0 && !asked) setAsked(true); else goTo(3) }}
            >
              Continue
            </Button>
            <Button look="quiet" icon="back" onClick={() => goTo(1)}>Back to the clause</Button>
          </div>
        </FormProvider>
      )}
      {draft.ready && step !== 2 && (
        <Form form={form} onSubmit={submit} fieldOf={readingField} className={step === 1 ? 'psr-fields__narrow' : undefined}>
          {step === 1 ? <><PasteFields /><FromFile /></> : <RestFields />}
          <div className="psr-buttons">
            <Button type="submit" look="primary" iconAfter={step === 1 ? 'next' : undefined}>{step === 1 ? 'Read it' : 'Add to the register'}</Button>
            {step === 3 && <Button look="quiet" icon="back" onClick={() => goTo(2)}>Back to the purposes</Button>}
          </div>
        </Form>
      )}
    </Page>
  )
}

const waiting = ({ purposes }: PasteValues['reading']): number => purposes.filter(({ leftOut, classification }) => !leftOut && !classification).length

/** Going on without confirming is allowed, and said once: the entry then counts as undetermined. */
function Unconfirmed({ asked, count }: Readonly<{ asked: boolean; count: number }>) {
  if (!asked || count === 0) return null
  return <p className="psr-warn psr-add__asked" role="alert">{count === 1 ? 'One purpose is' : `${count} purposes are`} not confirmed. The entry will count as undetermined until somebody confirms {count === 1 ? 'it' : 'them'}. Continue to leave it so.</p>
}
