import { Button } from '../components/button.tsx'
import { clockTime } from '../components/format.ts'
import { Icon } from '../components/icon.tsx'
import { FindBox } from './find-box.tsx'
import { useSession } from './session-context.ts'
import { ThemeButton } from './theme-button.tsx'

export function TopBar() {
  const { status, person, lock } = useSession()
  return (
    <header className="psr-bar">
      {status.practice && <div className="psr-practice">{status.practice.name}<span>{status.practice.ods}</span></div>}
      <FindBox />
      <div className="psr-me"><Icon name="people" size={20} /><span><b>{person.name}</b><small>Signed in {clockTime(person.since)}</small></span></div>
      <div className="psr-bar__acts">
        <ThemeButton />
        <Button look="quiet" icon="switch" onClick={() => lock(true)}>Switch</Button>
        <Button look="quiet" icon="lock" onClick={() => lock()}>Lock</Button>
      </div>
    </header>
  )
}
