import type { DecisionDetail } from '../../../shared/contract/decisions.ts'
import { Icon } from '../../components/icon.tsx'
import { clockTime, dayMonthYear } from '../../components/format.ts'
import { dayInEngland } from '../../../shared/domain/date.ts'
import { answerWords } from './answer-words.ts'
import { PaperActs } from './paper-acts.tsx'

const outcomes = {
  draft: 'The statement was taken back. It is a draft again.', fixed: null, made: 'The decision is made.',
  refused: 'The decision is not made: too few agreed.', cancelled: 'The decision was dropped.', lapsed: 'The answers did not settle it in time.',
} as const satisfies Record<DecisionDetail['decision']['status'], string | null>

type Answers = Readonly<{
  asked: Pick<DecisionDetail, 'partners' | 'answersGiven' | 'answersShown' | 'needs'> & Readonly<{ answers: readonly Omit<DecisionDetail['answers'][number], 'voided'>[] }>
  /** Whether anybody can still answer. */
  open: boolean
  /** How it ended, in a sentence. */
  outcome: string | null
}>

/** Who is asked about a decision, who has answered, and how. */
export function GivenAnswers({ detail }: Readonly<{ detail: DecisionDetail }>) {
  const standing = detail.answers.filter(({ voided }) => !voided)
  const open = detail.decision.status === 'fixed'
  return (
    <>
      <AnswersGiven asked={{ ...detail, answers: standing }} open={open} outcome={outcomes[detail.decision.status]} />
      {open && <PaperActs detail={detail} />}
    </>
  )
}

/** Who is asked, who has answered, and how, once the reader may know that. Nothing here can be filled in. */
export function AnswersGiven({ asked: { partners, answersGiven, answersShown, needs, answers }, open, outcome }: Answers) {
  return (
    <section className="psr-so__given" aria-labelledby="given-title">
      <h2 id="given-title">{open ? 'Who is asked' : 'How it was answered'}</h2>
      {outcome && <p><b>{outcome}</b></p>}
      <p className="psr-small psr-quiet">
        {answersGiven} of {partners.length} {answersGiven === 1 ? 'has' : 'have'} answered. {needs.agree} {needs.agree === 1 ? 'has' : 'have'} to agree.
      </p>
      <ul>
        {partners.map((partner) => <PartnerLine key={partner.id} partner={partner} open={open} answer={answers.find(({ id }) => id === partner.id)} />)}
      </ul>
      {!answersShown && answersGiven > 0 && <p className="psr-small psr-quiet">You see how the others answered once you have answered, so that each judges alone.</p>}
    </section>
  )
}

/** When it was signed and, where that was not at this computer, how it came here. */
function whenAndHow({ at, how, signedOn, recordedBy }: Answers['asked']['answers'][number]): string {
  const day = `${dayMonthYear(dayInEngland(at))} ${clockTime(at)}`
  switch (how) {
    case 'here': return day
    case 'pack': return `${day}, on another computer, brought back by ${recordedBy ?? 'somebody'}`
    case 'paper': return `on paper, ${signedOn === null ? day : dayMonthYear(signedOn)}, recorded by ${recordedBy ?? 'somebody'}`
  }
}

type LineProps = Readonly<{ partner: DecisionDetail['partners'][number]; open: boolean; answer: Answers['asked']['answers'][number] | undefined }>

function PartnerLine({ partner, open, answer }: LineProps) {
  const words = answer && answerWords[answer.answer]
  const icon = words?.icon ?? (partner.answered ? 'tick' : 'clock')
  return (
    <li>
      <span className={words?.tone ?? 'psr-quiet'}><Icon name={icon} size={20} /></span>
      <div>
        <b>{partner.name}</b>
        <span className="psr-small">{words ? `${words.past}, ${whenAndHow(answer)}` : partner.answered ? 'Has answered' : open ? 'Still asked' : 'Had not answered'}</span>
        {answer?.comment && <q className="psr-small">{answer.comment}</q>}
      </div>
    </li>
  )
}
