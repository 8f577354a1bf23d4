import { useEffect, useMemo, useRef } from 'react'
import { useWatch } from 'react-hook-form'
import { useLocation } from 'wouter'
import { z } from 'zod'
import { entryCalls } from '../../../../shared/contract/entries.ts'
import type { EntryRecord } from '../../../../shared/domain/entry-record.ts'
import { halvesOf } from '../../../../shared/domain/entry-split.ts'
import { behindBothHalves } from '../../../../shared/domain/words.ts'
import { paths } from '../../../app/paths.ts'
import { useAct } from '../../../app/use-call.ts'
import { useDraft } from '../../../app/use-draft.ts'
import { Button, LinkButton } from '../../../components/button.tsx'
import { DraftNote } from '../../../components/draft-note.tsx'
import { TextArea, TextField } from '../../../components/fields/text-field.tsx'
import { Form, useSchemaForm } from '../../../components/form.tsx'
import { Banner } from '../../../components/panel.tsx'
import { useCategories } from '../use-categories.ts'
import { HalvesPreview } from './halves-preview.tsx'
import { MovedPurposes } from './moved-purposes.tsx'
import { suggestedTitle } from './suggested-title.ts'

const { title, reason, purposes } = entryCalls['entry.split'].input.shape

const schemaFor = (count: number) => z.strictObject({
  purposes: purposes.max(count - 1, 'Leave at least one purpose where it is'), title, reason,
})

/** Which purposes move, what the new entry is called, and why; beside it what each entry would then be. */
export function SplitForm({ entry }: Readonly<{ entry: EntryRecord }>) {
  const [, go] = useLocation()
  const schema = useMemo(() => schemaFor(entry.purposes.length), [entry.purposes.length])
  const form = useSchemaForm(schema, { purposes: [], title: '', reason: '' })
  const draft = useDraft(form, `split:${entry.id}`)
  const split = useAct('entry.split')
  const ticked = useWatch({ control: form.control, name: 'purposes' })
  // A draft may be older than the entry: what is no longer in it cannot move.
  const moved = useMemo(() => entry.purposes.map(({ id }) => id).filter((id) => ticked.includes(id)), [entry.purposes, ticked])
  const halves = halvesOf(entry.purposes, moved)
  useTitleFor(form, suggestedTitle(entry, halves.moves.purposes, useCategories()))
  const send = async (values: z.output<typeof schema>) => {
    const { id } = await split.mutateAsync({ id: entry.id, seen: entry.changedAt, ...values, purposes: moved })
    await draft.discard()
    go(paths.entry(id))
  }
  if (!draft.ready) return null
  return (
    <Form form={form} onSubmit={send} className="psr-cols psr-split">
      <div>
        <MovedPurposes name="purposes" purposes={entry.purposes} />
        <TextField name="title" label="Title of the new entry" />
        <TextArea name="reason" label="Why it is split" hint="Stands in the history of both entries." rows={3} />
        <div className="psr-buttons">
          <Button type="submit" look="primary">Split the entry</Button>
          <LinkButton to={paths.entry(entry.id)} look="quiet">Back to the entry</LinkButton>
          <DraftNote draft={draft} />
        </div>
      </div>
      <aside className="psr-split__side" aria-label="What each entry will be">
        <HalvesPreview entry={entry} halves={halves} />
        <Banner tone="info">{behindBothHalves[entry.kind]} Both keep its details, owner and tags, and say why it exists. Who confirmed and checked each purpose stays as it is.</Banner>
      </aside>
    </Form>
  )
}

type TitleForm = Readonly<{ getValues: (name: 'title') => string; setValue: (name: 'title', value: string) => void }>

/** The suggestion follows the ticks until somebody types a title of their own. */
function useTitleFor(form: TitleForm, suggestion: string): void {
  const before = useRef('')
  useEffect(() => {
    const typed = form.getValues('title')
    if (typed === '' || typed === before.current) form.setValue('title', suggestion)
    before.current = suggestion
  }, [form, suggestion])
}
