import { useState, type ReactNode } from 'react'
import type { DecisionDetail } from '../../../shared/contract/decisions.ts'
import { isOpen, standingStatement, type DecisionStatus } from '../../../shared/domain/decision-record.ts'
import { dayInEngland } from '../../../shared/domain/date.ts'
import { noticeOf } from '../../../shared/domain/letters/letter.ts'
import { dateInWords } from '../../../shared/domain/words.ts'
import { Page } from '../../app/page.tsx'
import { usePast } from '../../app/past-context.ts'
import { paths } from '../../app/paths.ts'
import { useMay, useSession } from '../../app/session-context.ts'
import { Button, LinkButton } from '../../components/button.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { clockTime, countOf } from '../../components/format.ts'
import { Icon, type IconName } from '../../components/icon.tsx'
import { StatementSheet } from '../../components/statement-sheet.tsx'
import { EvidenceSection } from '../evidence/evidence-section.tsx'
import { ExportButton } from '../export/export-button.tsx'
import { GivenAnswers } from '../sign-off/given-answers.tsx'
import '../sign-off/sign-off.scss'
import { AdvicePart } from './advice-part.tsx'
import { CancelButton } from './cancel-button.tsx'
import { CarryingSection } from './carrying/carrying-section.tsx'
import { LapseButton } from './carrying/closing-dialogs.tsx'
import { DecisionCrumb } from './decision-crumb.tsx'
import { VoidedList } from './voided-list.tsx'

const looks = {
  draft: { icon: 'edit', tone: 'psr-quiet', word: 'A draft, not fixed yet' },
  fixed: { icon: 'sign', tone: 'psr-link-ink', word: 'Fixed. Partners are asked' },
  made: { icon: 'ok', tone: 'psr-ok', word: 'Decision made' },
  refused: { icon: 'bad', tone: 'psr-bad', word: 'Decision not made' },
  cancelled: { icon: 'struck', tone: 'psr-quiet', word: 'Dropped' },
  lapsed: { icon: 'clock', tone: 'psr-quiet', word: 'Lapsed' },
} as const satisfies Record<DecisionStatus, { icon: IconName; tone: string; word: string }>

const outcomeWords = Object.freeze({ draft: '', fixed: '', made: 'Made', refused: 'Not made', cancelled: 'Dropped', lapsed: 'Lapsed' } as const satisfies Record<DecisionStatus, string>)

/** A decision to be read: its text, and beside it what became of it and what may be done now. */
export function ReadScreen({ detail, onChange, banner }: Readonly<{ detail: DecisionDetail; onChange?: () => void; banner?: ReactNode }>) {
  const { decision, entry, statement, statementHash } = detail
  const { icon, tone, word } = looks[decision.status]
  const fixed = standingStatement(decision)
  return (
    <Page
      sunken title={`Decision ${decision.ref}`} note={<span className={`psr-row ${tone}`}><Icon name={icon} />{word}</span>} crumb={<DecisionCrumb entry={entry} />}
      acts={<ExportButton about={{ kind: 'decision', id: decision.id, ref: decision.ref }}>Decision record</ExportButton>}
    >
      {banner}
      <div className="psr-so">
        <div className="psr-decide__read">
          <CarryingSection detail={detail} />
          <StatementSheet statement={statement} hash={statementHash} fixedAt={fixed?.fixed.at ?? null} inFull={decision.status !== 'fixed'} />
          {isOpen(decision) && <AdvicePart detail={detail} />}
          <EvidenceSection subject={{ kind: 'decision', id: decision.id, fixed: decision.status === 'fixed' }} evidence={decision.evidence} mayAttach={decision.status !== 'cancelled'} />
          <VoidedList decision={decision} />
        </div>
        <div className="psr-so__side">
          <WhatNow detail={detail} onChange={onChange ?? unchanged} />
          {(decision.status === 'fixed' || decision.outcome) && <GivenAnswers detail={detail} />}
        </div>
      </div>
    </Page>
  )
}

/** Nothing of a past day can be changed, and nothing on its page asks for it. */
const unchanged = (): void => undefined

function WhatNow({ detail, onChange }: Readonly<{ detail: DecisionDetail; onChange: () => void }>) {
  const { decision, entry, myAnswer } = detail
  const { person } = useSession()
  const mayDecide = useMay('decision.draft')
  const past = usePast() !== null
  const asked = !past && decision.status === 'fixed' && detail.partners.some(({ id }) => id === person.id) && myAnswer === null
  return (
    <section className="psr-decide__now">
      {decision.outcome && <p>{outcomeWords[decision.status]} on {dateInWords(dayInEngland(decision.outcome.at))} at {clockTime(decision.outcome.at)}.</p>}
      {decision.cancelled && <p>Dropped by {decision.cancelled.by.name} on {dateInWords(dayInEngland(decision.cancelled.by.at))}: {decision.cancelled.reason}</p>}
      {asked && <p className="psr-buttons"><LinkButton to={paths.signOffOn(decision.id)} look="primary" iconAfter="next">Answer it</LinkButton></p>}
      {decision.status === 'fixed' && !asked && !past && <p className="psr-buttons"><LinkButton to={paths.signOffOn(decision.id)} iconAfter="next">See it in sign-off</LinkButton></p>}
      {decision.status === 'fixed' && <ChangeIt detail={detail} onChange={onChange} />}
      {decision.status === 'fixed' && <LapseButton detail={detail} />}
      {decision.status === 'fixed' && !past && <CancelButton detail={detail} />}
      {decision.lapsed && <p>{decision.lapsed.by.name} said on {dateInWords(dayInEngland(decision.lapsed.by.at))} that it lapsed: {decision.lapsed.reason}</p>}
      {decision.status === 'made' && !detail.carrying?.replacedBy && mayDecide && (
        <>
          {noticeOf(decision.verb) !== null && <p className="psr-buttons"><LinkButton to={paths.writeNotice(decision.id)} icon="send">Write the letter</LinkButton></p>}
          <p>A decision is final. A change of mind is a new decision, linked to this one.</p>
          <p className="psr-buttons"><LinkButton to={`${paths.startDecision(entry.id)}?replaces=${decision.id}`} icon="edit">Change of mind: decide anew</LinkButton></p>
        </>
      )}
      {(decision.status === 'refused' || decision.status === 'cancelled' || decision.status === 'lapsed') && mayDecide && <p className="psr-buttons"><LinkButton to={paths.startDecision(entry.id)} icon="edit">Draw up another</LinkButton></p>}
    </section>
  )
}

/** Changing a fixed text voids the answers given to it, so that is said first. */
function ChangeIt({ detail: { answersGiven }, onChange }: Readonly<{ detail: DecisionDetail; onChange: () => void }>) {
  const [open, setOpen] = useState(false)
  const mayChange = useMay('decision.change')
  if (!mayChange) return null
  return (
    <>
      <p><Button icon="edit" onClick={() => setOpen(true)}>Change it</Button></p>
      {open && (
        <Dialog role="alertdialog" title="Changing it takes the statement back" onClose={() => setOpen(false)}>
          <p>{answersGiven === 0 ? 'Nobody has answered yet.' : `${countOf(answersGiven, 'answer', 'answers')} already given will no longer count.`} Every partner is asked anew when the new text is fixed. The old text and its answers stay in the trail, with the field that changed.</p>
          <div className="psr-buttons">
            <Button look="primary" onClick={onChange}>Change it all the same</Button>
            <Button look="quiet" onClick={() => setOpen(false)}>Leave it as it is</Button>
          </div>
        </Dialog>
      )}
    </>
  )
}
