import { useEffect, useState } from 'react'
import { Link, useLocation, useParams } from 'wouter'
import type { z } from 'zod'
import type { EntryDetail } from '../../../shared/contract/entries.ts'
import { fieldValueInWords, fieldWord } from '../../../shared/domain/words.ts'
import { Answer } from '../../app/answer.tsx'
import { Page } from '../../app/page.tsx'
import { paths } from '../../app/paths.ts'
import { useMay } from '../../app/session-context.ts'
import { useAct, useAnswer } from '../../app/use-call.ts'
import { useDraft } from '../../app/use-draft.ts'
import { isRefusal } from '../../bridge.ts'
import { Button } from '../../components/button.tsx'
import { DraftNote } from '../../components/draft-note.tsx'
import { fieldId } from '../../components/fields/use-field.ts'
import { Form, useSchemaForm } from '../../components/form.tsx'
import { Banner } from '../../components/panel.tsx'
import { editSchema, editValuesOf, formNameOf, mergeEdits, type Conflict } from './edit-values.ts'
import { CommonFields } from './fields/common-fields.tsx'
import { KindFields } from './fields/kind-fields.tsx'
import { OnlyKeepers } from './only-keepers.tsx'
import './entry.scss'

/** Every field of an entry in one form. Kept as a draft while typing; what changed is worked out when it is saved. */
export function EditScreen() {
  const { id = '' } = useParams()
  const answer = useAnswer('entry.get', { id })
  const may = useMay('entry.change')
  const [first, setFirst] = useState<EntryDetail>()
  // The form starts from the entry as it was opened; a newer one is brought in only when it is saved.
  if (answer.data && !first) setFirst(answer.data)
  if (!may) return <OnlyKeepers title="Edit" entry={id} />
  if (first) return <EditForm detail={first} newest={async () => (await answer.refetch()).data} />
  return <Page title="Edit"><Answer of={answer} loading="Opening the entry">{() => null}</Answer></Page>
}

type EditProps = Readonly<{ detail: EntryDetail; newest: () => Promise<EntryDetail | undefined> }>

function EditForm({ detail: { entry }, newest }: EditProps) {
  const [, go] = useLocation()
  const [base, setBase] = useState(() => editValuesOf(entry))
  const [conflicts, setConflicts] = useState<readonly Conflict[] | null>(null)
  const form = useSchemaForm(editSchema, base)
  const draft = useDraft(form, `edit-entry:${entry.id}`)
  const change = useAct('entry.change')
  useFieldInAddress(draft.ready)
  const save = async (values: z.output<typeof editSchema>) => {
    try {
      await change.mutateAsync({ id: entry.id, ...values })
    } catch (error) {
      const theirs = isRefusal(error, 'stale') ? await newest() : undefined
      if (!theirs) throw error
      const merged = mergeEdits(base, form.getValues(), editValuesOf(theirs.entry))
      setBase(editValuesOf(theirs.entry))
      form.reset(merged.merged, { keepDefaultValues: true })
      setConflicts(merged.conflicts)
      window.scrollTo(0, 0)
      return
    }
    await draft.discard()
    go(paths.entry(entry.id))
  }
  const giveUp = async () => {
    await draft.discard()
    go(paths.entry(entry.id))
  }
  return (
    <Page title={`Edit ${entry.title}`} note={entry.ref} crumb={<><Link to={paths.register}>Register</Link><span className="psr-quiet">/</span><Link to={paths.entry(entry.id)}>{entry.ref} {entry.title}</Link></>}>
      {conflicts && <div className="psr-entry__stale"><ChangedMeanwhile kind={entry.kind} conflicts={conflicts} /></div>}
      {draft.ready && (
        <Form form={form} onSubmit={save} fieldOf={(path) => formNameOf(path.replace(/^(what\.)?fields\./, ''))}>
          <CommonFields />
          <KindFields kind={entry.kind} />
          <div className="psr-fields__foot">
            <Button type="submit" look="primary">Save the changes</Button>
            <Button look="quiet" onClick={() => { void giveUp() }}>Leave without saving</Button>
            <span className="psr-end"><DraftNote draft={draft} /></span>
          </div>
        </Form>
      )}
    </Page>
  )
}

function ChangedMeanwhile({ kind, conflicts }: Readonly<{ kind: EntryDetail['entry']['kind']; conflicts: readonly Conflict[] }>) {
  return (
    <Banner tone="warn" announce>
      <p><b>Somebody else saved this entry while you were editing.</b> Their changes are in the form now, and yours are still here. Look it over and save again.</p>
      {conflicts.length > 0 && (
        <ul>
          {conflicts.map(({ field, theirs, mine }) => (
            <li key={field}>{fieldWord(kind, field)}: saved is “{fieldValueInWords(field, theirs)}”, yours is “{fieldValueInWords(field, mine)}”. Yours is in the form.</li>
          ))}
        </ul>
      )}
    </Banner>
  )
}

/** A link such as `#noticePeriod` leads to that field. */
function useFieldInAddress(ready: boolean): void {
  useEffect(() => {
    const field = location.hash.slice(1)
    if (!ready || field === '') return
    const input = document.getElementById(fieldId(formNameOf(field)))
    input?.scrollIntoView({ block: 'center' })
    input?.focus({ preventScroll: true })
  }, [ready])
}
