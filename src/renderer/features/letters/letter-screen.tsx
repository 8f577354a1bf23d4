import { useState } from 'react'
import { Link, useParams } from 'wouter'
import type { LetterDetail } from '../../../shared/contract/letters.ts'
import { dayInEngland } from '../../../shared/domain/date.ts'
import { askedWords, dateInWords, letterKindWords, lowerFirst, replyOutcomeWords, sentHowInWords } from '../../../shared/domain/words.ts'
import { Answer } from '../../app/answer.tsx'
import { Page } from '../../app/page.tsx'
import { paths } from '../../app/paths.ts'
import { useMay } from '../../app/session-context.ts'
import { useAnswer } from '../../app/use-call.ts'
import { Button, LinkButton } from '../../components/button.tsx'
import { DataTable, type Column } from '../../components/data-table.tsx'
import { countOf, dayMonthYear } from '../../components/format.ts'
import { HashText } from '../../components/hash-text.tsx'
import { Icon } from '../../components/icon.tsx'
import { Banner, Facts, Section, Timeline } from '../../components/panel.tsx'
import { ReplyDialog } from './reply-dialog.tsx'
import './letters.scss'

/** One letter that went out: what it asked for, entry by entry, and what came of it. */
export function LetterScreen() {
  const { id = '' } = useParams()
  const answer = useAnswer('letter.get', { id })
  if (answer.data) return <Sent key={id} detail={answer.data} />
  return <Page title="Letter" crumb={<Link to={paths.letters}>Letters</Link>}><Answer of={answer} loading="Opening the letter">{() => null}</Answer></Page>
}

function Sent({ detail }: Readonly<{ detail: LetterDetail }>) {
  const { letter, items, late, dueOn, entries, decision, reminds } = detail
  const [open, setOpen] = useState(false)
  const mayRecord = useMay('letter.record-reply')
  const waiting = items.filter(({ outcome }) => outcome === null || outcome === 'did-not-come').length
  const facts = [
    { term: 'To', value: letter.recipient }, { term: 'Sent', value: `${dateInWords(letter.sentOn)}, by ${sentHowInWords(letter.how)}` },
    ...(letter.replyDueOn === null ? [] : [{ term: 'Reply asked for by', value: dateInWords(letter.replyDueOn) }]),
    { term: entries.length === 1 ? 'Entry' : 'Entries', value: <ul className="psr-letters__entries">{entries.map((entry) => <li key={entry.id}><Link to={paths.entry(entry.id)}>{entry.ref} {entry.title}</Link></li>)}</ul> },
    ...(decision ? [{ term: 'Decision', value: <Link to={paths.decide(decision.id)}>{decision.ref}</Link> }] : []),
    ...(reminds ? [{ term: 'Reminds of', value: <Link to={paths.letter(reminds.id)}>{reminds.ref}</Link> }] : []),
    { term: 'SHA-256 of the PDF', value: <HashText hash={letter.sha256} /> },
    { term: 'Recorded by', value: `${letter.sent.name}, ${dateInWords(dayInEngland(letter.sent.at))}` },
  ]
  return (
    <Page
      title={letter.subject} note={`${letterKindWords[letter.kind]} ${letter.ref}`} crumb={<Link to={paths.letters}>Letters</Link>}
      acts={mayRecord && items.length > 0 && (
        <>
          {waiting > 0 && <LinkButton to={paths.writeReminder(letter.id)} icon="send">Write a reminder</LinkButton>}
          <Button look="primary" onClick={() => setOpen(true)}>Record what came</Button>
        </>
      )}
    >
      <div className="psr-letters__told">
        {late > 0 && <Banner tone="bad"><p><b>{countOf(late, 'thing')} did not come</b> by the day it was asked for. Write a reminder, or record what came.</p></Banner>}
        {items.length > 0 && waiting === 0 && <Banner tone="ok"><p><b>Everything is answered.</b></p></Banner>}
      </div>
      <Section title="What was asked for" aside={waiting > 0 && dueOn ? `Next due ${dayMonthYear(dueOn)}` : undefined}>
        {items.length === 0 ? <p className="psr-quiet">{reminds ? 'A reminder asks for nothing of its own. What comes is recorded at the letter before it.' : 'Nothing was asked for.'}</p>
          : <DataTable caption="What was asked for, and what came" columns={columnsOf(detail)} rows={items} rowKey={({ ref, what }) => `${ref} ${what}`} density="one" minWidth="36rem" />}
      </Section>
      {(letter.replies.length > 0 || letter.reminders.length > 0) && <Section title="What happened since"><Timeline items={sinceThen(detail)} /></Section>}
      <Section title="The letter"><Facts facts={facts} /></Section>
      {open && <ReplyDialog detail={detail} onClose={() => setOpen(false)} />}
    </Page>
  )
}

type Item = LetterDetail['items'][number]

const columnsOf = ({ entries, today }: LetterDetail): readonly Column<Item, never>[] => [
  ...(entries.length > 1 ? [{ key: 'entry', head: 'Entry', width: 8, cell: ({ ref }: Item) => ref }] : []),
  { key: 'what', head: 'Asked for', rowHead: true, cell: ({ what }) => askedWords[what] },
  { key: 'due', head: 'By', width: 8, cell: ({ dueOn }) => dayMonthYear(dueOn) },
  { key: 'came', head: 'What came', width: 16, cell: (item) => <Outcome item={item} today={today} /> },
]

function Outcome({ item: { outcome, recordedOn, dueOn }, today }: Readonly<{ item: Item; today: string }>) {
  const on = recordedOn === null ? '' : `, ${dayMonthYear(recordedOn)}`
  if (outcome === 'came') return <span className="psr-row psr-ok"><Icon name="ok" size={16} />{replyOutcomeWords.came}{on}</span>
  if (outcome === 'not-held') return <span className="psr-row"><Icon name="struck" size={16} />{replyOutcomeWords['not-held']}{on}</span>
  if (dueOn < today) return <span className="psr-row psr-bad"><Icon name="bad" size={16} />Did not come</span>
  return <span className="psr-row psr-quiet"><Icon name="clock" size={16} />Waited for</span>
}

function sinceThen({ letter: { replies, reminders }, files }: LetterDetail) {
  const name = (id: string): string => files.find((file) => file.id === id)?.name ?? 'a file that was set aside'
  const told = replies.map(({ on, items, note, evidence, by }, index) => ({
    key: `reply ${index}`, day: on, on: dayMonthYear(on), dateTime: on, icon: 'bring' as const,
    what: <>{(['came', 'not-held', 'did-not-come'] as const).flatMap((outcome) => {
      const of = items.filter((item) => item.outcome === outcome)
      return of.length === 0 ? [] : [`${replyOutcomeWords[outcome]}: ${of.map(({ what, ref }) => `${lowerFirst(askedWords[what])} (${ref})`).join(', ')}.`]
    }).join(' ')}</>,
    more: <>{note && `${note} `}{evidence.length > 0 && `Files: ${evidence.map(name).join(', ')}. `}Recorded by {by.name}</>,
  }))
  const reminded = reminders.map(({ id, ref, sentOn }) => ({ key: id, day: sentOn, on: dayMonthYear(sentOn), dateTime: sentOn, icon: 'send' as const, what: <>Reminder sent: <Link to={paths.letter(id)}>{ref}</Link></> }))
  return [...told, ...reminded].toSorted((a, b) => b.day.localeCompare(a.day))
}
