import { useState } from 'react'
import type { PersonRow } from '../../../shared/contract/people.ts'
import { roles } from '../../../shared/domain/role.ts'
import { roleWords } from '../../../shared/domain/words.ts'
import { Answer } from '../../app/answer.tsx'
import { Page } from '../../app/page.tsx'
import { useMay } from '../../app/session-context.ts'
import { useAnswer } from '../../app/use-call.ts'
import { Button, TextButton } from '../../components/button.tsx'
import { DataTable, type Column } from '../../components/data-table.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { countOf, dayMonthYear, todayInEngland, whenInWords } from '../../components/format.ts'
import { groupsOfFour } from '../../components/hash-text.tsx'
import { Section } from '../../components/panel.tsx'
import { PermissionTable } from './permission-table.tsx'
import { PersonDialog } from './person-dialog.tsx'
import { AddPersonForm } from './person-forms.tsx'
import { PolicyPanel, PracticePanel } from './policy-panels.tsx'
import './people.scss'

/** Who works here and signs, what the practice is, when a decision is made, who may do what. */
export function PeopleScreen() {
  const people = useAnswer('people.list', {})
  const practice = useAnswer('practice.get', {})
  const mayAdd = useMay('people.add')
  const [adding, setAdding] = useState(false)
  return (
    <Page
      title="People and policy" note={people.data && noteOf(people.data)}
      acts={mayAdd && <Button look="primary" icon="add" onClick={() => setAdding(true)}>Add a person</Button>}
    >
      <div className="psr-cols psr-people">
        <div><Answer of={people} loading="Looking up who works here">{(list) => <PeopleTable people={list} />}</Answer></div>
        <div className="psr-people__side">
          <Answer of={practice} loading="Looking up the practice">
            {(got) => <><PolicyPanel policy={got.policy} partnersInOffice={got.partnersInOffice} /><PracticePanel practice={got.practice} /></>}
          </Answer>
        </div>
      </div>
      {practice.data && (
        <div className="psr-people__who">
          <Section title="Who may do what" aside="Everybody who signs in may read, check, compare and export"><PermissionTable permissions={practice.data.permissions} /></Section>
        </div>
      )}
      {adding && <Dialog title="Add a person" onClose={() => setAdding(false)}><AddPersonForm onDone={() => setAdding(false)} onCancel={() => setAdding(false)} /></Dialog>}
    </Page>
  )
}

const isHere = (person: PersonRow, today: string): boolean => person.leftOn === null || today < person.leftOn

function noteOf(people: readonly PersonRow[]): string {
  const here = people.filter((person) => isHere(person, todayInEngland()))
  return `${countOf(here.length, 'person', 'people')}, ${countOf(here.filter(({ role }) => role === 'partner').length, 'partner')} in office`
}

function PeopleTable({ people }: Readonly<{ people: readonly PersonRow[] }>) {
  const [today] = useState(todayInEngland)
  const [leftToo, setLeftToo] = useState(false)
  const [open, setOpen] = useState<string | null>(null)
  const listed = people.toSorted((a, b) => roles.indexOf(a.role) - roles.indexOf(b.role) || a.name.localeCompare(b.name, 'en-GB'))
  const here = listed.filter((person) => isHere(person, today))
  const gone = people.length - here.length
  const person = people.find(({ id }) => id === open)
  return (
    <>
      <DataTable caption="People" rows={leftToo ? listed : here} rowKey={({ id }) => id} columns={columnsFor(today, setOpen)} onOpen={({ id }) => setOpen(id)} minWidth="42rem" />
      {gone > 0 && <p className="psr-small psr-people__gone"><TextButton aria-expanded={leftToo} onClick={() => setLeftToo(!leftToo)}>{leftToo ? 'Hide those who have left' : `Show ${countOf(gone, 'person', 'people')} who left`}</TextButton></p>}
      {person && <PersonDialog person={person} onClose={() => setOpen(null)} />}
    </>
  )
}

function columnsFor(today: string, open: (id: string) => void): readonly Column<PersonRow, never>[] {
  return [
    { key: 'name', head: 'Name and role', rowHead: true, cell: (person) => (
      <span className="psr-two"><TextButton className="psr-people__name" onClick={() => open(person.id)}>{person.name}</TextButton><small>{roleWords[person.role]}</small></span>
    ) },
    { key: 'since', head: 'In office since', width: 7.5, className: 'psr-people__small', cell: ({ startedOn, leftOn }) => (
      <span className="psr-two"><span>{dayMonthYear(startedOn)}</span>{leftOn && <small>to {dayMonthYear(leftOn)}</small>}</span>
    ) },
    { key: 'key', head: 'Signs with key', width: 8.5, className: 'psr-people__small', cell: ({ keys }) => {
      const key = keys.at(-1)
      if (!key) return <span className="psr-quiet">No passphrase yet</span>
      return <span className="psr-two"><span className="psr-mono">{groupsOfFour(key.fingerprint.replaceAll(' ', '').slice(0, 8))}</span>{keys.length > 1 && <small>{countOf(keys.length - 1, 'earlier key')}</small>}</span>
    } },
    { key: 'last', head: 'Last signed in', width: 8.5, className: 'psr-people__small', cell: ({ lastSignedInAt }) => (lastSignedInAt ? whenInWords(lastSignedInAt, today) : <span className="psr-quiet">never</span>) },
    { key: 'owns', head: 'Entries', width: 4, number: true, cell: ({ owns }) => <Count of={owns} /> },
    { key: 'waits', head: 'To answer', width: 5, number: true, cell: ({ waits, role }) => (role === 'partner' ? <Count of={waits} /> : <span className="psr-quiet">–</span>) },
  ]
}

/** A zero is grey, a count that matters is bold. */
function Count({ of }: Readonly<{ of: number }>) {
  return of === 0 ? <span className="psr-quiet">0</span> : <b>{of}</b>
}
