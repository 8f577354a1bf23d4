import type { EntryKind } from '../../../../shared/domain/kind.ts'
import { standingsOfKind } from '../../../../shared/domain/state.ts'
import { commonFieldWords, standingWord } from '../../../../shared/domain/words.ts'
import { RadioField } from '../../../components/fields/choice-fields.tsx'
import { DateField } from '../../../components/fields/date-field.tsx'
import { TextArea } from '../../../components/fields/text-field.tsx'

/** What somebody saw to be so, on a day. @param at where it stands in the form: `standing`, or nothing when it is the whole form. */
export function StandingFields({ kind, at = '' }: Readonly<{ kind: EntryKind; at?: string }>) {
  const name = (field: string) => (at === '' ? field : `${at}.${field}`)
  return (
    <>
      <div className="psr-fields__wide">
        <RadioField name={name('standing')} label="How does it stand?" options={standingsOfKind[kind].map((value) => ({ value, label: standingWord(kind, value) }))} />
      </div>
      <DateField name={name('on')} label={commonFieldWords.standingOn} hint="The day somebody looked, or the day on the paper." />
      <div className="psr-fields__wide"><TextArea name={name('note')} label="Note" hint="What you saw, and where." optional nullable rows={2} /></div>
    </>
  )
}
