import { Link, useLocation, useParams } from 'wouter'
import { entryKinds, type EntryKind } from '../../../shared/domain/kind.ts'
import { kindWords } from '../../../shared/domain/words.ts'
import { Page } from '../../app/page.tsx'
import { paths } from '../../app/paths.ts'
import { useMay } from '../../app/session-context.ts'
import { useAct } from '../../app/use-call.ts'
import { useDraft } from '../../app/use-draft.ts'
import { Button } from '../../components/button.tsx'
import { DraftNote } from '../../components/draft-note.tsx'
import { todayInEngland } from '../../components/format.ts'
import { Form, useSchemaForm } from '../../components/form.tsx'
import { CommonFields } from '../entry/fields/common-fields.tsx'
import { ForceFields } from '../entry/fields/force-fields.tsx'
import { FormPart } from '../entry/fields/form-part.tsx'
import { KindFields } from '../entry/fields/kind-fields.tsx'
import { StandingFields } from '../entry/fields/standing-fields.tsx'
import { AddScreen } from './add-screen.tsx'
import { emptyEntry, forceToRecord, newEntry, type NewEntry } from './new-entry.ts'
import '../entry/entry.scss'
import './add.scss'

/** A blank form of one kind, with every field. */
export function BlankScreen() {
  const { kind } = useParams()
  const known = entryKinds.find((one) => one === kind)
  const mayAdd = useMay('entry.add')
  return known && mayAdd ? <BlankForm key={known} kind={known} /> : <AddScreen />
}

function BlankForm({ kind }: Readonly<{ kind: EntryKind }>) {
  const [, go] = useLocation()
  const form = useSchemaForm(newEntry, emptyEntry(kind, todayInEngland()))
  const draft = useDraft(form, `add-blank:${kind}`)
  const add = useAct('entry.add')
  const save = async (values: NewEntry) => {
    const { id } = await add.mutateAsync({ ...values, force: forceToRecord(values.force), clause: null, purposes: [] })
    await draft.discard()
    go(paths.entry(id))
  }
  const startAgain = async () => {
    await draft.discard()
    form.reset(emptyEntry(kind, todayInEngland()))
  }
  return (
    <Page
      title={`Add a ${kindWords[kind].one}`} note="Only the title is needed now"
      crumb={<><Link to={paths.register}>Register</Link><span className="psr-quiet">/</span><Link to={paths.add}>Add an entry</Link></>}
    >
      {draft.ready && (
        <Form form={form} onSubmit={save}>
          <CommonFields />
          <FormPart title="How it stands" line="What somebody has seen, not what is planned."><StandingFields kind={kind} at="standing" /></FormPart>
          <FormPart title="Why it exists" line="Leave it as unknown until somebody has looked it up."><ForceFields at="force" /></FormPart>
          <KindFields kind={kind} />
          <div className="psr-fields__foot">
            <Button type="submit" look="primary">Add to the register</Button>
            <Button look="quiet" onClick={() => { void startAgain() }}>Empty the form</Button>
            <span className="psr-end"><DraftNote draft={draft} /></span>
          </div>
        </Form>
      )}
    </Page>
  )
}
