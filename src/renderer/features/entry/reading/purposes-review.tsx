import { useFormContext, useWatch } from 'react-hook-form'
import { Button } from '../../../components/button.tsx'
import { ClauseText } from '../../../components/clause-text.tsx'
import { Banner } from '../../../components/panel.tsx'
import { placeInWords } from '../purposes/clause-place.ts'
import { useCategories } from '../use-categories.ts'
import type { Reading } from './reading-values.ts'
import { ReviewedPurpose } from './reviewed-purpose.tsx'

type WithReading = { reading: Reading }

/** The clause with the words that count, beside it each purpose found: accept it, change it, leave it out, or add one. */
export function PurposesReview() {
  const { control, setValue } = useFormContext<WithReading>()
  const { readText, place, purposes, questions, ruleSet } = useWatch({ control, name: 'reading' })
  const categories = useCategories()
  const shown = purposes.map((purpose, index) => ({ ...purpose, number: index + 1 }))
  const proposals = shown.flatMap(({ proposal, leftOut, number }) => (proposal && !leftOut ? [{ ...proposal, number }] : []))
  const set = (index: number, change: Partial<Reading['purposes'][number]>) =>
    setValue('reading.purposes', purposes.map((purpose, at) => (at === index ? { ...purpose, ...change } : purpose)), { shouldDirty: true })
  const addByHand = () => {
    setValue('reading.purposes', [...purposes, { text: '', proposal: null, classification: null, leftOut: false }], { shouldDirty: true })
    requestAnimationFrame(() => document.getElementById(`field-reading-purposes-${purposes.length}-text`)?.focus())
  }
  return (
    <>
      <div className={readText === '' ? undefined : 'psr-entry__pair psr-entry__pair--even'}>
        {readText !== '' && (
          <div>
            <ClauseText text={readText} marks={proposals.flatMap(({ evidence }) => evidence)} discs={proposals.map(({ end, number }) => ({ at: end, number }))} />
            <p className="psr-small psr-quiet psr-entry__place">{placeInWords(place)}</p>
          </div>
        )}
        <div>
          <ol className="psr-purposes">
            {shown.map(({ number, ...purpose }, index) => (
              <ReviewedPurpose key={purpose.proposal ? purpose.proposal.start + purpose.proposal.category : `by-hand-${index}`} index={index} number={number} purpose={purpose} categories={categories} onSet={(change) => set(index, change)} onNext={() => focusNext(index)} />
            ))}
          </ol>
          {shown.length === 0 && <p className="psr-quiet">The rules found no purpose in this text. Type what the data are used for.</p>}
          <p className="psr-buttons"><Button small icon="add" onClick={addByHand}>Type a purpose by hand</Button></p>
          {ruleSet !== null && <p className="psr-small psr-quiet psr-review__rules">Suggested by rules {ruleSet}, offline. A suggestion counts only when a person confirms it.</p>}
        </div>
      </div>
      {questions.length > 0 && (
        <div className="psr-entry__class">
          <Banner tone="warn"><b>Worth asking</b><ul className="psr-questions">{questions.map(({ code, text }) => <li key={code}>{text}</li>)}</ul></Banner>
        </div>
      )}
    </>
  )
}

/** The next one that waits to be confirmed; when none is left, the button that goes on. */
function focusNext(from: number): void {
  requestAnimationFrame(() => {
    const waiting = [...document.querySelectorAll<HTMLElement>('[data-confirm]')]
    const next = waiting.find((button) => Number(button.dataset['confirm']) > from) ?? waiting[0] ?? document.querySelector<HTMLElement>('[data-continue]')
    next?.focus()
  })
}
