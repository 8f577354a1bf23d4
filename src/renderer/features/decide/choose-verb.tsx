import { useState } from 'react'
import { useMutation } from '@tanstack/react-query'
import { useLocation } from 'wouter'
import type { DecisionDetail } from '../../../shared/contract/decisions.ts'
import type { Verb } from '../../../shared/domain/verb.ts'
import { dateInWords, requirementWords, verbWords } from '../../../shared/domain/words.ts'
import { paths } from '../../app/paths.ts'
import { call } from '../../bridge.ts'
import { Button } from '../../components/button.tsx'
import { Icon } from '../../components/icon.tsx'
import { Banner } from '../../components/panel.tsx'
import { RefusalDialog } from '../../components/refusal.tsx'
import { VerbCards } from './verb-cards.tsx'

/** The cards of a draft. Another card does not change this draft: a new one takes its place and keeps what was written. */
export function ChooseVerb({ detail, onBefore }: Readonly<{ detail: DecisionDetail; onBefore: () => Promise<boolean> }>) {
  const { decision, entry, cards, judgedFor, dates } = detail
  const [, go] = useLocation()
  const [wanted, setWanted] = useState<Verb | null>(null)
  const other = wanted !== null && wanted !== decision.verb ? wanted : null
  const change = useMutation({
    mutationFn: async (verb: Verb) => {
      await onBefore()
      return drawUpInstead(detail, verb)
    },
    onSuccess: (id) => go(paths.decide(id)),
  })
  return (
    <section className="psr-section">
      <VerbCards
        entry={entry.id} kind={entry.kind} cards={cards} chosen={other ?? decision.verb} lead={decision.verb} onChoose={setWanted} more={<Needed detail={detail} />}
        legend={<><span>What should happen?</span><small>Judged for {dateInWords(judgedFor)}, {dates.some(({ counts }) => counts) ? 'when it would take effect' : 'today, until a day is set'}</small></>}
      />
      {other && decision.status === 'draft' && (
        <Banner tone="info" announce acts={<Button busy={change.isPending} onClick={() => change.mutate(other)}>Change to {verbWords[other].imperative.toLowerCase()}</Button>}>
          <p><b>This draft is to {verbWords[decision.verb].imperative.toLowerCase()}.</b> A new draft would take its place. What you wrote goes over to it.</p>
        </Banner>
      )}
      {other && decision.status === 'fixed' && <Banner tone="info" announce><p>Partners are being asked to {verbWords[decision.verb].imperative.toLowerCase()}. Drop this decision first to draw up another.</p></Banner>}
      {change.isError && <RefusalDialog error={change.error} onClose={() => change.reset()} />}
    </section>
  )
}

/** @returns the id of the new draft. The old one is dropped first, because only one decision about an entry may be open. */
async function drawUpInstead({ decision, entry }: DecisionDetail, verb: Verb): Promise<string> {
  const { draft } = (await call('decision.get', { id: decision.id })).decision
  await call('decision.cancel', { id: decision.id, reason: `Another choice in its place: ${verbWords[verb].imperative.toLowerCase()}` })
  const { id } = await call('decision.draft', { entry: entry.id, verb, replaces: decision.replaces })
  await call('decision.change', { id, draft })
  for (const advice of decision.advice) await call('decision.record-advice', { id, advice })
  return id
}

/** What has to be there before it can be fixed, ticked off. */
function Needed({ detail: { required, missing, decision: { verb } } }: Readonly<{ detail: DecisionDetail }>) {
  const asked = required.map(({ requirement, met }) => ({ text: requirementWords[requirement].label, met }))
  const written = !missing.some(({ field }) => field === 'draft.reason' || field.startsWith('draft.effects'))
  const dated = !missing.some(({ field }) => field === 'draft.effectiveOn' || field === 'draft.noticeSentOn')
  const kept = verb === 'restrict' ? [{ text: 'Purposes that go on', met: !missing.some(({ field }) => field === 'draft.purposesKept') }] : []
  const checked = missing.some(({ field }) => field === 'purposes') ? [{ text: 'Second person’s check of each purpose', met: false }] : []
  const all = [{ text: 'Reason and what it does', met: written }, { text: 'The day it takes effect', met: dated }, ...kept, ...checked, ...asked]
  return (
    <div className="psr-verb__needs">
      <p>Before you can fix it</p>
      <ul>
        {all.map(({ text, met }) => (
          <li key={text}><span className={met ? 'psr-ok' : 'psr-quiet'}><Icon name={met ? 'ok' : 'unsure'} size={17} /></span>{text}<span className="psr-vh">{met ? ', done' : ', missing'}</span></li>
        ))}
      </ul>
    </div>
  )
}
