import { Link, useLocation } from 'wouter'
import { AppMark, Icon, type IconName } from '../components/icon.tsx'
import { numberInWords } from '../components/format.ts'
import { paths } from './paths.ts'
import { useSession } from './session-context.ts'

type Item = Readonly<{ to: string; name: string; icon: IconName; also?: readonly string[]; gap?: boolean }>

const items: readonly Item[] = [
  { to: paths.home, name: 'Home', icon: 'home' },
  { to: paths.register, name: 'Register', icon: 'register', also: ['/entry', '/add', '/decision'] },
  { to: paths.signOff, name: 'Sign-off', icon: 'sign' },
  { to: paths.followThrough, name: 'Follow-through', icon: 'steps' },
  { to: paths.letters, name: 'Letters', icon: 'send', also: ['/letter'] },
  { to: paths.trail, name: 'Trail', icon: 'trail', gap: true },
  { to: paths.past, name: 'As it was on …', icon: 'clock', also: ['/past'] },
  { to: paths.positions, name: 'Positions', icon: 'flag' },
  { to: paths.people, name: 'People and policy', icon: 'people' },
]

const isHere = ({ to, also = [] }: Item, path: string): boolean =>
  path === to || [to, ...also].some((start) => start !== '/' && path.startsWith(`${start}/`)) || also.includes(path)

export function Nav() {
  const [path] = useLocation()
  const { status } = useSession()
  return (
    <nav className="psr-nav" aria-label="Main">
      <div className="psr-brand"><AppMark /><span>Practice<br />Sharing Register</span></div>
      <ul>
        {items.map((item) => (
          <li key={item.to} className={item.gap ? 'psr-nav__gap' : undefined}>
            <Link to={item.to} aria-current={isHere(item, path) ? 'page' : undefined}>
              <Icon name={item.icon} /><span className="psr-nav__name">{item.name}</span>
              {item.to === paths.followThrough && status.toFollowThrough > 0 && (
                <span className="psr-badge psr-badge--quiet">{status.toFollowThrough}<span className="psr-vh"> late or due soon</span></span>
              )}
              {item.to === paths.signOff && status.waitingForSignOff > 0 && (
                <span className="psr-badge">{status.waitingForSignOff}<span className="psr-vh"> waiting</span></span>
              )}
            </Link>
          </li>
        ))}
      </ul>
      <p className="psr-nav__foot">Saved. Event {numberInWords(status.seq)}<br />Works without a network</p>
    </nav>
  )
}
