import { useState } from 'react'
import { FormProvider } from 'react-hook-form'
import { Link, useLocation, useParams } from 'wouter'
import { z } from 'zod'
import type { EntryDetail } from '../../../shared/contract/entries.ts'
import type { KindAndFields } from '../../../shared/domain/entry-fields.ts'
import { Answer } from '../../app/answer.tsx'
import { Page } from '../../app/page.tsx'
import { paths } from '../../app/paths.ts'
import { useMay } from '../../app/session-context.ts'
import { useAct, useAnswer } from '../../app/use-call.ts'
import { useDraft } from '../../app/use-draft.ts'
import { Button, LinkButton } from '../../components/button.tsx'
import { DraftNote } from '../../components/draft-note.tsx'
import { Form, useSchemaForm } from '../../components/form.tsx'
import { RefusalDialog } from '../../components/refusal.tsx'
import { FromFile } from './reading/document/from-file.tsx'
import { PasteFields } from './reading/paste-fields.tsx'
import { PurposesReview } from './reading/purposes-review.tsx'
import { readClause } from './reading/read-clause.ts'
import { emptyReading, purposesFrom, reading, readingField } from './reading/reading-values.ts'
import { OnlyKeepers } from './only-keepers.tsx'
import './entry.scss'

/** Adds purposes to an entry: read from a clause, or typed by hand. */
export function AddPurposesScreen() {
  const { id = '' } = useParams()
  const answer = useAnswer('entry.get', { id })
  const may = useMay('purpose.add')
  if (!may) return <OnlyKeepers title="Add purposes" entry={id} />
  if (answer.data) return <AddPurposes detail={answer.data} />
  return <Page title="Add purposes"><Answer of={answer} loading="Opening the entry">{() => null}</Answer></Page>
}

const schema = z.object({ step: z.int(), reading })

function AddPurposes({ detail: { entry } }: Readonly<{ detail: EntryDetail }>) {
  const [, go] = useLocation()
  const form = useSchemaForm(schema, { step: 1, reading: emptyReading })
  const draft = useDraft(form, `add-purposes:${entry.id}`)
  const add = useAct('purpose.add')
  const [nothing, setNothing] = useState(false)
  const step = form.watch('step')
  const crumb = <><Link to={paths.register}>Register</Link><span className="psr-quiet">/</span><Link to={paths.entry(entry.id)}>{entry.ref} {entry.title}</Link></>
  const read = async () => {
    const values = form.getValues()
    const before = values.reading
    const after = await readClause(before, { kind: entry.kind, fields: entry.fields } as KindAndFields, entry.title)
    const byHand = after.purposes.length === 0 ? [{ text: '', proposal: null, classification: null, leftOut: false }] : after.purposes
    form.setValue('reading', { ...after, purposes: byHand })
    form.setValue('step', 2)
  }
  const save = async () => {
    const sent = purposesFrom(form.getValues('reading'))
    setNothing(sent.purposes.length === 0)
    if (sent.purposes.length === 0) return
    await add.mutateAsync({ entry: entry.id, ...sent })
    await draft.discard()
    go(`${paths.entry(entry.id)}#purposes`)
  }
  return (
    <Page title="Add purposes" note={<DraftNote draft={draft} />} crumb={crumb}>
      {draft.ready && step === 1 && (
        <Form form={form} onSubmit={read} fieldOf={readingField} className="psr-fields__narrow">
          <PasteFields />
          <FromFile />
          <div className="psr-buttons">
            <Button type="submit" look="primary" iconAfter="next">Read it</Button>
            <LinkButton to={paths.entry(entry.id)} look="quiet">Back to the entry</LinkButton>
          </div>
          <p className="psr-small psr-quiet">Without a clause, leave it empty and go on: you can type each purpose.</p>
        </Form>
      )}
      {draft.ready && step === 2 && (
        <FormProvider {...form}>
          <PurposesReview />
          {nothing && <p className="psr-bad psr-strong" role="alert">Keep at least one purpose, or type one.</p>}
          <div className="psr-buttons">
            <Button data-continue="" look="primary" busy={add.isPending} onClick={() => { void save().catch(() => undefined) }}>Add to {entry.ref}</Button>
            <Button look="quiet" icon="back" onClick={() => form.setValue('step', 1)}>Back to the clause</Button>
          </div>
        </FormProvider>
      )}
      {add.isError && <RefusalDialog error={add.error} onClose={() => add.reset()} onTryAgain={() => { add.reset(); void save().catch(() => undefined) }} />}
    </Page>
  )
}
