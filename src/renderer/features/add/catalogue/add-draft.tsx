import { useLocation } from 'wouter'
import { z } from 'zod'
import type { CatalogueItem } from '../../../../shared/domain/catalogue.ts'
import { standings, standingsOfKind, type Standing } from '../../../../shared/domain/state.ts'
import { standingWord } from '../../../../shared/domain/words.ts'
import { paths } from '../../../app/paths.ts'
import { useAct } from '../../../app/use-call.ts'
import { Button } from '../../../components/button.tsx'
import { RadioField } from '../../../components/fields/choice-fields.tsx'
import { Form, useSchemaForm } from '../../../components/form.tsx'

const asked = z.object({ standing: z.enum(standings, 'Choose how it stands at your practice') })

/** The one thing the catalogue cannot know is asked; everything else is confirmed afterwards, on the entry's own page. */
export function AddDraft({ item }: Readonly<{ item: CatalogueItem }>) {
  const [, go] = useLocation()
  const add = useAct('catalogue.add')
  const form = useSchemaForm(asked, {})
  const submit = async ({ standing }: { standing: Standing }) => {
    const { id } = await add.mutateAsync({ item: item.id, standing })
    go(paths.entry(id))
  }
  return (
    <Form form={form} onSubmit={submit} fieldOf={(path) => (path === 'standing.standing' ? 'standing' : path)} className="psr-cat__add">
      <RadioField name="standing" label="How does it stand at your practice today?" options={standingsOfKind[item.kind].map((value) => ({ value, label: standingWord(item.kind, value) }))} />
      <Button type="submit" look="primary" icon="add">Add as a draft</Button>
      <p className="psr-small psr-quiet">Nothing of it is confirmed by adding it. Its class stays undetermined until somebody confirms each purpose, and why it exists stays unknown until somebody looks it up.</p>
    </Form>
  )
}
