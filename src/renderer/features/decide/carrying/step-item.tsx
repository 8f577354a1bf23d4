import { useId, useState, type ReactNode } from 'react'
import type { Carrying, DecisionDetail } from '../../../../shared/contract/decisions.ts'
import { dayInEngland } from '../../../../shared/domain/date.ts'
import { evidenceName, isActive, type EvidenceRecord } from '../../../../shared/domain/evidence-record.ts'
import { isSettled, isTaskOpen, taskWaits, type FollowThrough, type StepDone, type Task } from '../../../../shared/domain/follow-through-record.ts'
import { stepBefore } from '../../../../shared/domain/follow-through.ts'
import { dateInWords, lowerFirst, stepWords } from '../../../../shared/domain/words.ts'
import { useMay } from '../../../app/session-context.ts'
import { Button } from '../../../components/button.tsx'
import { dayMonthYear, dueInWords, isOver } from '../../../components/format.ts'
import { HashText } from '../../../components/hash-text.tsx'
import { Icon } from '../../../components/icon.tsx'
import { CheckDialog } from './closing-dialogs.tsx'
import { NotNeededDialog, PlanDialog, RecordDialog, ReopenDialog } from './step-dialogs.tsx'

type StepProps = Readonly<{ task: Task; detail: DecisionDetail; follow: FollowThrough; carrying: Carrying }>

/** One step: done with its proof, not needed with its reason, or open with its owner, its day and what may be done about it. */
export function StepItem({ task, detail, follow, carrying }: StepProps) {
  const { verb } = detail.decision
  const words = stepWords(verb, task.step)
  if (task.done) return <Item icon="ok" tone="psr-ok" said="Done" title={words.done} acts={<Reopen task={task} detail={detail} />}><Done done={task.done} evidence={[...detail.decision.evidence, ...carrying.entryEvidence]} /></Item>
  if (task.notNeeded) {
    return (
      <Item icon="struck" tone="psr-quiet" said="Not needed" title={words.todo} acts={<Reopen task={task} detail={detail} />}>
        <p>Not needed: {task.notNeeded.reason}</p>
        <p className="psr-quiet">{task.notNeeded.by.name}, {dayMonthYear(dayInEngland(task.notNeeded.by.at))}</p>
      </Item>
    )
  }
  const late = isOver(task.due, carrying.today) && !taskWaits(follow, task.step) && !isSettled(follow)
  return (
    <Item icon={late ? 'bad' : 'unsure'} tone={late ? 'psr-bad' : 'psr-link-ink'} said={late ? 'Late' : 'Open'} title={words.todo} acts={!isSettled(follow) && <OpenActs task={task} detail={detail} follow={follow} carrying={carrying} />}>
      <Open task={task} detail={detail} follow={follow} carrying={carrying} late={late} />
    </Item>
  )
}

type ItemProps = Readonly<{ icon: 'ok' | 'struck' | 'bad' | 'unsure' | 'eye' | 'clock'; tone: string; said: string; title: string; acts?: ReactNode; children: ReactNode }>

/** A place on the way: what it is, what is known of it, and beside it what may be done. */
export function Item({ icon, tone, said, title, acts, children }: ItemProps) {
  return (
    <li>
      <span className={`psr-steps__icon ${tone}`}><Icon name={icon} size={20} /></span>
      <div className="psr-steps__what">
        <h3><span className="psr-vh">{said}: </span>{title}</h3>
        {children}
      </div>
      {acts && <div className="psr-steps__acts">{acts}</div>}
    </li>
  )
}

function Done({ done: { on, how, evidence: proof, by, receivedOn, ownCheckReason }, evidence }: Readonly<{ done: StepDone; evidence: readonly EvidenceRecord[] }>) {
  return (
    <>
      <p><b>{dateInWords(on)}</b>, recorded by {by.name} {on === dayInEngland(by.at) ? 'that day' : `on ${dayMonthYear(dayInEngland(by.at))}`}.{receivedOn && ` They received it on ${dateInWords(receivedOn)}.`}</p>
      <p>{how}</p>
      {ownCheckReason && <p className="psr-warn">The same person did a step. The practice allows it: {ownCheckReason}</p>}
      {proof.length > 0 && (
        <ul className="psr-steps__proof">
          {evidence.filter(({ id }) => proof.includes(id)).map((one) => (
            <li key={one.id}><Icon name="file" size={15} /><span>{evidenceName(one)}{!isActive(one) && ' (set aside)'} <HashText hash={one.sha256} digits={16} /></span></li>
          ))}
        </ul>
      )}
    </>
  )
}

function Open({ task, detail, follow, carrying, late }: StepProps & Readonly<{ late: boolean }>) {
  const owner = carrying.owners.find(({ id }) => id === task.owner)
  const before = stepBefore[task.step]
  const waits = taskWaits(follow, task.step)
  return (
    <>
      <p>
        {owner?.active ? owner.name : <b className="psr-warn">{owner ? `Nobody now: ${owner.name} has left` : 'Nobody looks after it yet'}</b>}, by {dateInWords(task.due)}
        {!isSettled(follow) && !waits && <span className={late ? 'psr-bad psr-strong' : 'psr-quiet'}> ({dueInWords(task.due, carrying.today)})</span>}
      </p>
      {waits && <p className="psr-quiet">{task.step === 'checked' ? 'Comes last, once every other step is recorded.' : before ? `Comes after: ${lowerFirst(stepWords(detail.decision.verb, before).todo)}.` : ''}</p>}
    </>
  )
}

type Which = 'record' | 'check' | 'not-needed' | 'plan'

function OpenActs(props: StepProps) {
  const { task, detail, follow, carrying } = props
  const [which, setWhich] = useState<Which | null>(null)
  const mayRecord = useMay('decision.record-step')
  const mayPlan = useMay('decision.plan-step')
  const mayCheck = useMay('decision.check')
  const close = () => setWhich(null)
  const isCheck = task.step === 'checked'
  const ready = !taskWaits(follow, task.step)
  const first = follow.tasks.find((one) => isTaskOpen(one) && !taskWaits(follow, one.step))?.step === task.step
  return (
    <>
      {ready && isCheck && mayCheck && <CheckButton carrying={carrying} onOpen={() => setWhich('check')} />}
      {ready && !isCheck && mayRecord && <Button look={first ? 'primary' : 'secondary'} small onClick={() => setWhich('record')}>Record it</Button>}
      {mayPlan && <Button look="quiet" small onClick={() => setWhich('plan')}>Change owner or day</Button>}
      {!isCheck && mayRecord && <Button look="quiet" small onClick={() => setWhich('not-needed')}>Not needed</Button>}
      {which === 'record' && <RecordDialog task={task} detail={detail} carrying={carrying} onClose={close} />}
      {which === 'check' && <CheckDialog detail={detail} follow={follow} carrying={carrying} onClose={close} />}
      {which === 'not-needed' && <NotNeededDialog task={task} detail={detail} onClose={close} />}
      {which === 'plan' && <PlanDialog task={task} detail={detail} onClose={close} />}
    </>
  )
}

/** Greyed, with the reason, for whoever did a step. */
function CheckButton({ carrying: { mayCheck }, onOpen }: Readonly<{ carrying: Carrying; onOpen: () => void }>) {
  const why = useId()
  if (mayCheck) return <Button look="primary" small onClick={onOpen}>Check it</Button>
  return (
    <>
      <Button small busy aria-describedby={why}>Check it</Button>
      <p id={why} className="psr-small psr-quiet">You recorded a step yourself, so somebody else has to check it.</p>
    </>
  )
}

function Reopen({ task, detail }: Readonly<{ task: Task; detail: DecisionDetail }>) {
  const [open, setOpen] = useState(false)
  const mayReopen = useMay('decision.reopen-step')
  if (!mayReopen || detail.carrying?.replacedBy) return null
  return (
    <>
      <Button look="quiet" small onClick={() => setOpen(true)}>Recorded by mistake</Button>
      {open && <ReopenDialog task={task} detail={detail} onClose={() => setOpen(false)} />}
    </>
  )
}
