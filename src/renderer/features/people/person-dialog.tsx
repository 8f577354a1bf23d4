import { useState } from 'react'
import type { PersonRow } from '../../../shared/contract/people.ts'
import { dayInEngland } from '../../../shared/domain/date.ts'
import { dateInWords, roleWords } from '../../../shared/domain/words.ts'
import { useMay } from '../../app/session-context.ts'
import { Button } from '../../components/button.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { dayMonthYear, todayInEngland, whenInWords } from '../../components/format.ts'
import { Facts } from '../../components/panel.tsx'
import { NewKeyForm } from '../sign-in/new-key-form.tsx'
import { keyBecause } from './people-words.ts'
import { ChangePersonForm, LeaveForm } from './person-forms.tsx'

type Step = 'look' | 'change' | 'leave' | 'key'
const titles = { look: '', change: 'Change ', leave: 'Leaving: ', key: 'New passphrase for ' } as const satisfies Record<Step, string>

/** One person: what is known of them, their keys, and what may be changed. */
export function PersonDialog({ person, onClose }: Readonly<{ person: PersonRow; onClose: () => void }>) {
  const [step, setStep] = useState<Step>('look')
  const back = () => setStep('look')
  return (
    <Dialog title={titles[step] + person.name} onClose={onClose} wide={step === 'look'}>
      {step === 'look' && <Look person={person} onStep={setStep} />}
      {step === 'change' && <ChangePersonForm person={person} onDone={onClose} onCancel={back} />}
      {step === 'leave' && <LeaveForm person={person} onDone={onClose} onCancel={back} />}
      {step === 'key' && <NewKeyForm person={person} onDone={onClose} onCancel={back} />}
    </Dialog>
  )
}

function Look({ person, onStep }: Readonly<{ person: PersonRow; onStep: (step: Step) => void }>) {
  const [today] = useState(todayInEngland)
  const mayChange = useMay('people.change')
  const inOffice = person.leftOn === null || today < person.leftOn
  return (
    <>
      <Facts facts={[
        { term: 'Role', value: roleWords[person.role] },
        { term: 'In office', value: `since ${dateInWords(person.startedOn)}${person.leftOn ? `, until ${dateInWords(person.leftOn)}` : ''}` },
        { term: 'Last signed in', value: person.lastSignedInAt ? whenInWords(person.lastSignedInAt, today) : 'never on this register' },
        { term: 'Looks after', value: `${person.owns} open ${person.owns === 1 ? 'entry' : 'entries'}` },
        ...(person.role === 'partner' ? [{ term: 'Still asked', value: `${person.waits} ${person.waits === 1 ? 'statement' : 'statements'}` }] : []),
      ]} />
      <h3 className="psr-people__keys-title">Keys they sign with</h3>
      {person.keys.length === 0
        ? <p className="psr-quiet">None yet. They choose a passphrase when they first sign in; that makes their key.</p>
        : <ol className="psr-people__keys">{person.keys.map((key, index) => <Key key={key.fingerprint} of={key} newest={index === person.keys.length - 1} />)}</ol>}
      {inOffice && (
        <div className="psr-buttons">
          {mayChange && <Button icon="edit" onClick={() => onStep('change')}>Change name or role</Button>}
          {person.keys.length > 0 && <Button icon="lock" onClick={() => onStep('key')}>Lost passphrase</Button>}
          {mayChange && person.leftOn === null && <Button look="quiet" onClick={() => onStep('leave')}>They leave</Button>}
        </div>
      )}
    </>
  )
}

function Key({ of, newest }: Readonly<{ of: PersonRow['keys'][number]; newest: boolean }>) {
  return (
    <li>
      <span className="psr-mono psr-people__print">{of.fingerprint}</span>
      <span className="psr-small psr-quiet">
        {keyBecause[of.because] ?? of.because}, {dayMonthYear(dayInEngland(of.addedAt))}{of.vouchedBy && `, vouched for by ${of.vouchedBy}`}.{' '}
        {newest ? 'In use.' : 'No longer in use; what it signed stays valid.'}
      </span>
    </li>
  )
}
