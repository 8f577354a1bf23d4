import { Link, useLocation } from 'wouter'
import { z } from 'zod'
import type { CallOutput } from '../../../shared/contract/contract.ts'
import type { LetterRow } from '../../../shared/contract/letters.ts'
import { letterKindWords, sentHowInWords } from '../../../shared/domain/words.ts'
import { Answer } from '../../app/answer.tsx'
import { Page } from '../../app/page.tsx'
import { paths } from '../../app/paths.ts'
import { useMay } from '../../app/session-context.ts'
import { useAnswer } from '../../app/use-call.ts'
import { Button } from '../../components/button.tsx'
import { DataTable, type Column } from '../../components/data-table.tsx'
import { SelectField } from '../../components/fields/select-field.tsx'
import { countOf, dayMonthYear } from '../../components/format.ts'
import { Form, useSchemaForm } from '../../components/form.tsx'
import { Icon } from '../../components/icon.tsx'
import { Panel } from '../../components/panel.tsx'
import { EmptyState } from '../../components/states.tsx'
import './letters.scss'

type Log = CallOutput<'letter.list'>

/** Every letter that went out, what is still waited for, and a way to ask one recipient about everything it gets. */
export function LettersScreen() {
  const log = useAnswer('letter.list', {})
  return (
    <Page title="Letters" note={log.data && noteOf(log.data)}>
      <Answer of={log} loading="Looking up the letters">{(value) => <SentLog log={value} />}</Answer>
    </Page>
  )
}

function noteOf({ rows }: Log): string {
  const waiting = rows.filter(({ open }) => open > 0)
  const late = rows.filter((row) => row.late > 0).length
  return `${countOf(rows.length, 'letter')} sent${waiting.length === 0 ? '' : `, ${waiting.length} without a full reply${late === 0 ? '' : `, ${late} late`}`}`
}

function SentLog({ log }: Readonly<{ log: Log }>) {
  const [, go] = useLocation()
  return (
    <div className="psr-cols psr-letters">
      <div>
        {log.rows.length === 0
          ? <EmptyState title="No letter has been sent yet"><p>Write one from a decision that is made, from an entry, or to a recipient here. Once it is sent, this list says what came back and what did not.</p></EmptyState>
          : <DataTable caption="Letters that were sent" columns={columns} rows={log.rows} rowKey={({ id }) => id} onOpen={({ id }) => go(paths.letter(id))} minWidth="44rem" className="psr-letters__log" />}
      </div>
      <aside aria-label="Beside the letters"><AskRecipient recipients={log.recipients} /></aside>
    </div>
  )
}

const columns: readonly Column<LetterRow, never>[] = [
  { key: 'sent', head: 'Sent', width: 7, cell: ({ sentOn, ref }) => <>{dayMonthYear(sentOn)}<small className="psr-letters__second">{ref}</small></> },
  { key: 'letter', head: 'Letter', rowHead: true, cell: ({ id, subject, kind, how }) => <><Link to={paths.letter(id)}>{subject}</Link><small className="psr-letters__second">{letterKindWords[kind]}, by {sentHowInWords(how)}</small></> },
  { key: 'recipient', head: 'To', width: 12, cell: ({ recipient, entries }) => <>{recipient}<small className="psr-letters__second">{entries.length === 1 ? entries[0]?.ref : `${entries.length} entries`}</small></> },
  { key: 'reply', head: 'Reply', width: 12, cell: (row) => <ReplyState row={row} /> },
]

function ReplyState({ row: { asked, open, late, dueOn, kind } }: Readonly<{ row: LetterRow }>) {
  if (asked === 0) return <span className="psr-quiet">{kind === 'reminder' ? 'See the letter before it' : 'None asked for'}</span>
  if (open === 0) return <span className="psr-row psr-ok"><Icon name="ok" size={16} />Everything answered</span>
  if (late > 0) return <span className="psr-row psr-bad"><Icon name="bad" size={16} />{late} of {asked} did not come</span>
  return <span className="psr-row"><Icon name="clock" size={16} />{open} of {asked} due {dueOn && dayMonthYear(dueOn)}</span>
}

const recipientForm = z.object({ recipient: z.string('Choose a recipient').min(1, 'Choose a recipient') })

/** One letter about all that one organisation gets. */
function AskRecipient({ recipients }: Pick<Log, 'recipients'>) {
  const [, go] = useLocation()
  const form = useSchemaForm(recipientForm, { recipient: '' })
  const may = useMay('letter.export')
  if (!may) return null
  return (
    <Panel title="Ask one recipient about everything">
      {recipients.length === 0 ? <p className="psr-quiet">No open entry names an organisation yet.</p> : (
        <Form form={form} onSubmit={async ({ recipient }) => { go(paths.writeLetterTo(recipient)) }}>
          <SelectField name="recipient" label="Recipient" options={recipients.map(({ name, entries }) => ({ value: name, label: `${name} (${countOf(entries, 'entry', 'entries')})` }))} />
          <Button type="submit">Write the letter</Button>
        </Form>
      )}
    </Panel>
  )
}
