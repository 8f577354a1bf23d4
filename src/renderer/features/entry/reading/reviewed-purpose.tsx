import { useState } from 'react'
import { classWords } from '../../../../shared/domain/words.ts'
import { Button, TextButton } from '../../../components/button.tsx'
import { NumberDisc } from '../../../components/clause-text.tsx'
import { TextArea } from '../../../components/fields/text-field.tsx'
import { Icon } from '../../../components/icon.tsx'
import { MarkedReason } from '../../../components/marked-reason.tsx'
import { ClassTag } from '../../../components/tags.tsx'
import { ClassifyForm } from '../purposes/classify-form.tsx'
import { SuggestedTag } from '../purposes/suggested-tag.tsx'
import type { Categories } from '../use-categories.ts'
import type { ReadPurpose } from './reading-values.ts'

type ReviewedProps = Readonly<{
  index: number
  number: number
  purpose: ReadPurpose
  categories: Categories
  onSet: (change: Partial<ReadPurpose>) => void
  /** Called when the person is done with this one. */
  onNext: () => void
}>

/** One purpose on its way in. Nothing is recorded until the whole is saved. */
export function ReviewedPurpose({ index, number, purpose, categories, onSet, onNext }: ReviewedProps) {
  const [changing, setChanging] = useState(false)
  const { proposal, classification, leftOut, text } = purpose
  const category = classification?.category ?? proposal?.category
  if (leftOut) {
    return (
      <li className="psr-purpose">
        <NumberDisc number={number} />
        <p className="psr-quiet">Left out: {proposal ? categories.label(proposal.category).toLowerCase() : text}. <TextButton onClick={() => onSet({ leftOut: false })}>Put it back<span className="psr-vh">, purpose {number}</span></TextButton></p>
      </li>
    )
  }
  const confirm = () => {
    if (!proposal) return
    onSet({ classification: { category: proposal.category, class: proposal.class, reason: null } })
    onNext()
  }
  return (
    <li className="psr-purpose">
      <NumberDisc number={number} />
      <div>
        <div className="psr-purpose__head">
          <h3>{category === undefined ? 'Typed by hand' : categories.label(category)}</h3>
          {classification ? <ClassTag of={classification.class} /> : proposal ? <SuggestedTag of={proposal.class} /> : <ClassTag of="undetermined" />}
        </div>
        {!proposal && <TextArea name={`reading.purposes.${index}.text`} label={`What the data are used for, purpose ${number}`} rows={2} />}
        {proposal && <p>{classification?.reason ?? <MarkedReason reason={proposal.reason} evidence={proposal.evidence} />}</p>}
        {classification && <p className="psr-ok psr-row psr-purpose__yes"><Icon name="ok" size={16} />You confirm: {classWords[classification.class].toLowerCase()}</p>}
        {changing ? (
          <ClassifyForm
            categories={categories} proposal={proposal} start={classification} onCancel={() => setChanging(false)}
            onSubmit={(values) => { onSet({ classification: values }); setChanging(false); onNext() }}
          />
        ) : (
          <div className="psr-purpose__acts">
            {!classification && proposal && <Button small data-confirm={index} icon="tick" onClick={confirm}>Confirm {classWords[proposal.class].toLowerCase()}</Button>}
            {!classification && !proposal && <Button small data-confirm={index} onClick={() => setChanging(true)}>Say which class</Button>}
            {(classification ?? proposal) && <TextButton onClick={() => setChanging(true)}>Change the class<span className="psr-vh"> of purpose {number}</span></TextButton>}
            {classification && <TextButton onClick={() => onSet({ classification: null })}>Undo<span className="psr-vh"> purpose {number}</span></TextButton>}
            <TextButton onClick={() => { onSet({ leftOut: true }); onNext() }}>Leave it out<span className="psr-vh">, purpose {number}</span></TextButton>
          </div>
        )}
      </div>
    </li>
  )
}
