import { Link } from 'wouter'
import type { EntryRecord } from '../../../shared/domain/entry-record.ts'
import { fieldValueInWords, fieldWord } from '../../../shared/domain/words.ts'
import { paths } from '../../app/paths.ts'
import { useMay } from '../../app/session-context.ts'
import { useAnswer } from '../../app/use-call.ts'
import { Facts, Section } from '../../components/panel.tsx'
import { layoutOf, type FieldPlace, type FieldSection } from './fields/layout.ts'

/** Every field of the entry under the headings of its form. What is empty is named at the end, so that it can be seen. */
export function DetailsSection({ entry }: Readonly<{ entry: EntryRecord }>) {
  const mayChange = useMay('entry.change')
  const values: Readonly<Record<string, unknown>> = entry.fields
  const isEmpty = ({ name }: FieldPlace) => fieldValueInWords(name, values[name]) === 'empty'
  const empty = layoutOf[entry.kind].flatMap(({ fields }) => fields.filter(isEmpty))
  return (
    <Section id="details" title={entry.kind === 'sharing-agreement' ? 'Agreement details' : 'Details'} aside={mayChange && <Link to={paths.editEntry(entry.id)}>Edit</Link>}>
      <div className="psr-details">
        {layoutOf[entry.kind].map((section) => <Part key={section.title} entry={entry} section={{ ...section, fields: section.fields.filter((place) => !isEmpty(place)) }} />)}
      </div>
      {empty.length > 0 && <p className="psr-small psr-quiet psr-details__empty">Not recorded: {empty.map(({ name }) => inLine(fieldWord(entry.kind, name))).join(', ')}.</p>}
    </Section>
  )
}

function Part({ entry, section: { title, fields } }: Readonly<{ entry: EntryRecord; section: FieldSection }>) {
  if (fields.length === 0) return null
  const values: Readonly<Record<string, unknown>> = entry.fields
  return (
    <section>
      <h3>{title}</h3>
      <Facts small facts={fields.map(({ name, look }) => ({
        term: fieldWord(entry.kind, name),
        value: look.as === 'agreement' ? <LinkedEntry id={String(values[name])} /> : fieldValueInWords(name, values[name]),
      }))} />
    </section>
  )
}

function LinkedEntry({ id }: Readonly<{ id: string }>) {
  const linked = useAnswer('entry.get', { id })
  return <Link to={paths.entry(id)}>{linked.data ? `${linked.data.entry.ref} ${linked.data.entry.title}` : 'Open the entry'}</Link>
}

/** A label in the middle of a sentence; abbreviations keep their capitals. */
const inLine = (label: string): string => (/^[A-Z]{2}|^Type 1|^Section|^Direction/.test(label) ? label : label.charAt(0).toLowerCase() + label.slice(1))
