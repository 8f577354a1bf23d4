import { useState } from 'react'
import { useWatch } from 'react-hook-form'
import { Link, useLocation, useParams, useSearch } from 'wouter'
import { z } from 'zod'
import type { DecisionRow } from '../../../shared/contract/decisions.ts'
import { isoDate } from '../../../shared/domain/date.ts'
import { emptyDraft } from '../../../shared/domain/decision-draft.ts'
import { verbs, type Verb } from '../../../shared/domain/verb.ts'
import { dateInWords, verbWords } from '../../../shared/domain/words.ts'
import { Answer } from '../../app/answer.tsx'
import { Page } from '../../app/page.tsx'
import { paths } from '../../app/paths.ts'
import { useMay } from '../../app/session-context.ts'
import { useAct, useAnswer } from '../../app/use-call.ts'
import { call } from '../../bridge.ts'
import { Button, LinkButton } from '../../components/button.tsx'
import { DateField } from '../../components/fields/date-field.tsx'
import { Form, useSchemaForm } from '../../components/form.tsx'
import { todayInEngland } from '../../components/format.ts'
import { Banner, Panel } from '../../components/panel.tsx'
import { ClassTag, ForceTag, StateWord } from '../../components/tags.tsx'
import type { CallOutput } from '../../../shared/contract/contract.ts'
import { VerbCards } from './verb-cards.tsx'
import './decide.scss'

type Judged = CallOutput<'decision.judge'>

/** The first step of a decision: what should happen, judged for a day. Choosing records nothing; drawing it up does. */
export function StartScreen() {
  const { id = '' } = useParams()
  const [day, setDay] = useState(todayInEngland)
  const judged = useAnswer('decision.judge', { entry: id, effectiveOn: day }, { keepLast: true })
  const open = useAnswer('decision.list', { entry: id, statuses: ['draft', 'fixed'] })
  if (judged.data && open.data) return <Start judged={judged.data} open={open.data[0]} day={day} onDay={setDay} />
  return <Page title="Decide"><Answer of={judged} loading="Judging what can be decided">{() => <Answer of={open} loading="Judging what can be decided">{() => null}</Answer>}</Answer></Page>
}

const schema = z.object({ verb: z.enum(verbs, 'Choose what should happen'), day: isoDate })
type StartProps = Readonly<{ judged: Judged; open: DecisionRow | undefined; day: string; onDay: (day: string) => void }>

function Start({ judged: { entry, cards, judgedFor }, open, day, onDay }: StartProps) {
  const [, go] = useLocation()
  const replaces = new URLSearchParams(useSearch()).get('replaces')
  const mayDraft = useMay('decision.draft')
  const form = useSchemaForm(schema, { verb: undefined, day })
  const draft = useAct('decision.draft')
  const [picked, typedDay] = useWatch({ control: form.control, name: ['verb', 'day'] })
  // Nothing is picked at first, whatever the type of the form says.
  const verb: Verb | null = cards.find((card) => card.verb === picked)?.verb ?? null
  if (typedDay !== day && isoDate.safeParse(typedDay).success) onDay(typedDay)
  const drawUp = async (values: z.output<typeof schema>) => {
    const { id } = await draft.mutateAsync({ entry: entry.id, verb: values.verb, replaces })
    // A day was asked for, and only a withdrawal works out its own.
    if (values.day !== todayInEngland() && values.verb !== 'withdraw') await call('decision.change', { id, draft: { ...emptyDraft, effectiveOn: values.day } })
    go(paths.decide(id), { replace: true })
  }
  return (
    <Page
      title="Decide"
      crumb={<><Link to={paths.register}>Register</Link><span className="psr-quiet">/</span><Link to={paths.entry(entry.id)}>{entry.ref} {entry.title}</Link></>}
      acts={<><ClassTag of={entry.class} /><ForceTag of={entry.force} /><StateWord kind={entry.kind} state={entry.state} /></>}
    >
      {open && (
        <div className="psr-decide__open">
          <Banner tone="info" acts={<LinkButton to={paths.decide(open.id)} look="primary">Open {open.ref}</LinkButton>}>
            <p><b>{open.ref}, {verbWords[open.verb].imperative.toLowerCase()}, is still open.</b> Finish it or drop it first: two open decisions about one thing could contradict each other.</p>
          </Banner>
        </div>
      )}
      <Form form={form} onSubmit={drawUp} className="psr-cols psr-decide">
        <div>
          <VerbCards
            entry={entry.id} kind={entry.kind} cards={cards} chosen={verb} onChoose={(chosen) => form.setValue('verb', chosen, { shouldValidate: true })} error={form.formState.errors.verb?.message}
            legend={<><span>What should happen?</span><small>Judged for {dateInWords(judgedFor)}</small></>}
          />
          {!open && mayDraft && <div className="psr-buttons"><Button type="submit" look="primary" iconAfter="next">{verb === null ? 'Draw up a draft' : `Draw up: ${verbWords[verb].imperative.toLowerCase()}`}</Button></div>}
        </div>
        <Panel>
          <DateField name="day" label="The day it would take effect" hint="Each answer is for this day. Another day may have another position." />
          <h2 className="psr-decide__next">How it goes on</h2>
          <ol className="psr-decide__way">
            <li><b>Draft.</b> Write the reason and what it does. Advice is recorded word for word.</li>
            <li><b>Fix.</b> The text is closed and gets its hash. From then on nobody can change it unseen.</li>
            <li><b>Answers.</b> Each partner agrees, disagrees or stands aside, alone, with their passphrase.</li>
            <li><b>Made.</b> When enough agree, by the practice’s own rule.</li>
          </ol>
        </Panel>
      </Form>
    </Page>
  )
}
