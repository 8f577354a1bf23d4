import { useState } from 'react'
import { useFormContext, useWatch } from 'react-hook-form'
import { emptyFields } from '../../../shared/domain/entry-fields.ts'
import { entryKinds, type EntryKind } from '../../../shared/domain/kind.ts'
import { standingsOfKind } from '../../../shared/domain/state.ts'
import { kindLines, kindWords } from '../../../shared/domain/words.ts'
import { TextButton } from '../../components/button.tsx'
import { CommonFields } from '../entry/fields/common-fields.tsx'
import { ForceFields } from '../entry/fields/force-fields.tsx'
import { FormPart } from '../entry/fields/form-part.tsx'
import { KindField, KindFields } from '../entry/fields/kind-fields.tsx'
import { layoutOf } from '../entry/fields/layout.ts'
import { StandingFields } from '../entry/fields/standing-fields.tsx'
import type { PasteValues } from './paste-values.ts'

/** What each kind cannot do without: who is on the other side, and when it ends or falls due. */
const first = {
  'sharing-agreement': ['parties', 'noticePeriod', 'noticeClause', 'endsOn'],
  'gp-connect-setting': ['mechanism', 'clinicalSystem', 'users'],
  'medicines-tool': ['product', 'supplier', 'mode'],
  declaration: ['subject', 'asker', 'dueOn'],
} as const satisfies Record<EntryKind, readonly string[]>

/** The last step: title, other side, how it stands, why it exists. Everything else can be said now or later. */
export function RestFields() {
  const { control } = useFormContext<PasteValues>()
  const kind = useWatch({ control, name: 'what.kind' })
  const [all, setAll] = useState(false)
  const wanted: readonly string[] = first[kind]
  return (
    <>
      <KindChoice kind={kind} />
      <CommonFields />
      <FormPart title="How it stands" line="What somebody has seen, not what is planned."><StandingFields kind={kind} at="standing" /></FormPart>
      <FormPart title="Why it exists" line="Leave it as unknown until somebody has looked it up."><ForceFields at="force" /></FormPart>
      {all ? <KindFields kind={kind} /> : (
        <FormPart title="The other side" line="The rest can follow later.">
          {layoutOf[kind].flatMap(({ fields }) => fields).filter(({ name }) => wanted.includes(name)).map((place) => (
            <div key={place.name} className={place.look.as === 'parties' ? 'psr-fields__wide' : undefined}><KindField kind={kind} place={place} /></div>
          ))}
          <p className="psr-fields__wide"><TextButton onClick={() => setAll(true)}>Show every field</TextButton></p>
        </FormPart>
      )}
    </>
  )
}

const kinds = entryKinds.map((code) => ({ code, title: kindWords[code].title, line: kindLines[code] }))

/** Another kind has other fields, so what was entered for the old kind goes. */
function KindChoice({ kind }: Readonly<{ kind: EntryKind }>) {
  const { setValue } = useFormContext<PasteValues>()
  const change = (next: EntryKind) => {
    setValue('what', emptyFields(next))
    setValue('standing.standing', standingsOfKind[next][0])
  }
  return (
    <FormPart title="What it is">
      <fieldset className="psr-fields__wide">
        <legend className="psr-vh">What it is</legend>
        <div className="psr-cards psr-add__kinds">
          {kinds.map(({ code, title, line }) => (
            <label key={code} className="psr-card">
              <input type="radio" className="psr-radio" name="kind" checked={code === kind} onChange={() => change(code)} />
              <b>{title}</b><small>{line}</small>
            </label>
          ))}
        </div>
      </fieldset>
    </FormPart>
  )
}
