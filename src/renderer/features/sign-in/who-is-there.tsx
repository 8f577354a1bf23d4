import type { CallOutput } from '../../../shared/contract/contract.ts'
import { roles } from '../../../shared/domain/role.ts'
import { roleWords } from '../../../shared/domain/words.ts'
import { TextButton } from '../../components/button.tsx'
import { Icon } from '../../components/icon.tsx'
import { Banner } from '../../components/panel.tsx'

export type Somebody = CallOutput<'session.people'>[number]

/** In the order of the roles, by name within one: the same order every day, so that a hand finds its place. */
const byRole = (people: readonly Somebody[]): readonly Somebody[] =>
  people.toSorted((a, b) => roles.indexOf(a.role) - roles.indexOf(b.role) || a.name.localeCompare(b.name, 'en-GB'))

/** Everybody in office, to pick oneself from. */
export function WhoIsThere({ people, demoPassphrase, onPick }: Readonly<{ people: readonly Somebody[]; demoPassphrase: string | null; onPick: (id: string) => void }>) {
  return (
    <>
      {demoPassphrase && (
        <div className="psr-who__demo">
          <Banner tone="info"><p>This is a <b>demo register</b>. Nothing in it is real. Everybody’s passphrase is <b className="psr-who__words">{demoPassphrase}</b></p><p className="psr-small">To set up your own, close the app and start it again.</p></Banner>
        </div>
      )}
      <h2 className="psr-who__title">Who is there?</h2>
      <ul className="psr-who">
        {byRole(people).map((person) => (
          <li key={person.id}>
            <button type="button" onClick={() => onPick(person.id)}>
              <span><b>{person.name}</b><small>{roleWords[person.role]}{!person.hasKey && ', has not signed in here yet'}</small></span><Icon name="next" size={16} />
            </button>
          </li>
        ))}
      </ul>
    </>
  )
}

export function PersonHere({ person, onOther }: Readonly<{ person: Somebody; onOther: () => void }>) {
  return (
    <div className="psr-who__here">
      <Icon name="people" size={20} />
      <span><b>{person.name}</b><small>{roleWords[person.role]}</small></span>
      <span className="psr-end"><TextButton onClick={onOther}>Somebody else</TextButton></span>
    </div>
  )
}
