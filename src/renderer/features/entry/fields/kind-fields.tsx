import type { EntryKind } from '../../../../shared/domain/kind.ts'
import { fieldWord } from '../../../../shared/domain/words.ts'
import { DateField } from '../../../components/fields/date-field.tsx'
import { LinesField } from '../../../components/fields/lines-field.tsx'
import { PeriodField } from '../../../components/fields/period-field.tsx'
import { SelectField } from '../../../components/fields/select-field.tsx'
import { TextArea, TextField } from '../../../components/fields/text-field.tsx'
import { YesNoField } from '../../../components/fields/yes-no-field.tsx'
import { AgreementField } from './agreement-field.tsx'
import { layoutOf, pathOf, type FieldLook, type FieldPlace } from './layout.ts'
import { FormPart } from './form-part.tsx'
import { MessageMixField } from './message-mix-field.tsx'
import { PartiesField } from './parties-field.tsx'

/** Every field of a kind under plain headings. Stands inside a form whose values hold `what`. */
export function KindFields({ kind }: Readonly<{ kind: EntryKind }>) {
  return layoutOf[kind].map(({ title, fields }) => (
    <FormPart key={title} title={title}>
      {fields.map((place) => <div key={place.name} className={isWide(place.look) ? 'psr-fields__wide' : undefined}><KindField kind={kind} place={place} /></div>)}
    </FormPart>
  ))
}

const wide: ReadonlySet<FieldLook['as']> = new Set(['text', 'parties', 'message-mix', 'lines'])
const isWide = ({ as }: FieldLook): boolean => wide.has(as)

export function KindField({ kind, place: { name, look } }: Readonly<{ kind: EntryKind; place: FieldPlace }>) {
  const common = { name: pathOf(name), label: fieldWord(kind, name), hint: look.hint }
  switch (look.as) {
    case 'line': return <TextField {...common} nullable />
    case 'text': return <TextArea {...common} nullable rows={2} />
    case 'day': return <DateField {...common} />
    case 'period': return <PeriodField {...common} />
    case 'yes-no': return <YesNoField {...common} />
    case 'lines': return <LinesField {...common} />
    case 'choice': return <SelectField {...common} options={look.options} none={look.required ? undefined : 'Not known'} />
    case 'parties': return <PartiesField {...common} />
    case 'message-mix': return <MessageMixField {...common} />
    case 'agreement': return <AgreementField {...common} />
  }
}
