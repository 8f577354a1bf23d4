import { Link, useLocation } from 'wouter'
import { z } from 'zod'
import type { CallOutput } from '../../../shared/contract/contract.ts'
import type { DifferenceRow } from '../../../shared/contract/positions.ts'
import { dateInWords, positionCodeWords, positionSubjectWords } from '../../../shared/domain/words.ts'
import { Answer } from '../../app/answer.tsx'
import { Page } from '../../app/page.tsx'
import { paths } from '../../app/paths.ts'
import { useMay } from '../../app/session-context.ts'
import { useAnswer } from '../../app/use-call.ts'
import { call } from '../../bridge.ts'
import { Button, LinkButton } from '../../components/button.tsx'
import { CheckboxField } from '../../components/fields/choice-fields.tsx'
import { Form, useSchemaForm } from '../../components/form.tsx'
import { Section } from '../../components/panel.tsx'
import { daysInWords } from './position-words.ts'
import './positions.scss'

type Shipped = CallOutput<'position.shipped'>

/** What taking the app's newer set would change, row by row, before anything changes. */
export function NewerScreen() {
  const shipped = useAnswer('position.shipped', {})
  return (
    <Page title="A newer set of positions" note={shipped.data && `Version ${shipped.data.version}`} crumb={<Link to={paths.positions}>Positions</Link>}>
      <Answer of={shipped} loading="Comparing the two sets">{(value) => <Newer key={value.version} shipped={value} />}</Answer>
    </Page>
  )
}

const heads = { added: 'New', changed: 'Changed', removed: 'No longer in the set' } as const satisfies Record<DifferenceRow['change'], string>
const schema = z.object({ overwrite: z.array(z.string()) })

function Newer({ shipped: { version, date, newestSource, note, rows } }: Readonly<{ shipped: Shipped }>) {
  const [, go] = useLocation()
  const mayTake = useMay('position.take-shipped')
  const form = useSchemaForm(schema, { overwrite: [] })
  const own = rows.filter((row) => row.own)
  const send = async ({ overwrite }: z.output<typeof schema>) => {
    await call('position.take-shipped', { version, overwrite })
    go(paths.positions)
  }
  return (
    <>
      <p className="psr-pos__lead">Dated {dateInWords(date)}. The newest source in it is of {dateInWords(newestSource)}; nothing later is known to it. {note}</p>
      {(['added', 'changed', 'removed'] as const).map((change) => <Group key={change} title={heads[change]} rows={rows.filter((row) => row.change === change && !row.own)} />)}
      <Group title="Your own work, which stays" rows={own} />
      {rows.length === 0 && <p>It says what your register says. Taking it changes the version alone.</p>}
      {mayTake ? (
        <Form form={form} onSubmit={send} className="psr-pos-form">
          {own.length > 0 && (
            <CheckboxField
              name="overwrite" label="Rows of yours that give way to the set’s" hint="None taken: all of yours stay as you have them."
              options={own.map((row) => ({ value: row.id, label: namedRow(row) }))}
            />
          )}
          <p className="psr-buttons">
            <Button type="submit" look="primary" busy={form.formState.isSubmitting}>Take version {version}</Button>
            <LinkButton to={paths.positions} look="quiet">Not now</LinkButton>
          </p>
        </Form>
      ) : <p className="psr-quiet">A data protection lead, practice manager or partner can take it.</p>}
    </>
  )
}

const namedRow = ({ subject, mine, theirs }: DifferenceRow): string => {
  const row = mine ?? theirs
  return `${positionSubjectWords[subject]}${row ? `, ${daysInWords(row).toLowerCase()}` : ''}`
}

function Group({ title, rows }: Readonly<{ title: string; rows: readonly DifferenceRow[] }>) {
  if (rows.length === 0) return null
  return (
    <Section title={`${title} (${rows.length})`}>
      <ul className="psr-pos__diffs">{rows.map((row) => <li key={row.id}><Difference row={row} /></li>)}</ul>
    </Section>
  )
}

function Difference({ row }: Readonly<{ row: DifferenceRow }>) {
  const only = row.theirs ?? row.mine
  return (
    <>
      <h3>{namedRow(row)}</h3>
      {row.own && <p className="psr-small psr-quiet">{ownWords(row)}</p>}
      {row.fields.length > 0
        ? <dl className="psr-pos__fields">{row.fields.map(({ label, from, to }) => <div key={label}><dt>{label}</dt><dd><del>{from}</del><ins>{to}</ins></dd></div>)}</dl>
        : only && <p>{positionCodeWords[only.code]}. {only.text}</p>}
    </>
  )
}

function ownWords({ change }: DifferenceRow): string {
  switch (change) {
    case 'added': return 'You took this row out. It stays out.'
    case 'changed': return 'You wrote or changed this row. What the set would say instead:'
    case 'removed': return 'You changed this row, and the set no longer has it. It stays.'
  }
}
