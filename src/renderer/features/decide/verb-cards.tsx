import classNames from 'classnames'
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import type { DecisionDetail } from '../../../shared/contract/decisions.ts'
import type { Offer } from '../../../shared/domain/gate-answer.ts'
import type { EntryKind } from '../../../shared/domain/kind.ts'
import type { Verb } from '../../../shared/domain/verb.ts'
import { offerWord, verbLine, verbWords } from '../../../shared/domain/words.ts'
import { paths } from '../../app/paths.ts'
import { useMay } from '../../app/session-context.ts'
import { TextButton } from '../../components/button.tsx'
import { GateAnswer } from '../../components/tags.tsx'

export type VerbCard = DecisionDetail['cards'][number]

type CardsProps = Readonly<{
  /** Whose cards they are: leads to its split where that is offered. */
  entry: string
  kind: EntryKind
  cards: readonly VerbCard[]
  chosen: Verb | null
  /** What the draft is for: its card stands first and tall. The order never follows the choice, so that arrow keys keep their way. */
  lead?: Verb
  onChoose: (verb: Verb) => void
  legend: ReactNode
  /** Under the leading card's reasons: what has to be there before it can be fixed. */
  more?: ReactNode
  error?: string
}>

/** What can be decided, one card each with the gate's answer and why. What is not available stays in view, with what to do instead. */
export function VerbCards({ entry, kind, cards, chosen, lead, onChoose, legend, more, error }: CardsProps) {
  const available = cards.filter(({ result }) => result.answer !== 'not-available')
  const out = cards.filter(({ result }) => result.answer === 'not-available')
  const ordered = [...cards.filter(({ verb }) => verb === lead), ...[...available, ...out].filter(({ verb }) => verb !== lead)]
  const open = new Set(available.map(({ verb }) => verb))
  return (
    <fieldset className="psr-verbs" id="field-verb" tabIndex={-1} aria-describedby={error ? 'verb-error' : undefined}>
      <legend className="psr-spread">{legend}</legend>
      {error && <p className="nhsuk-error-message" id="verb-error">{error}</p>}
      <ul className={lead === undefined ? undefined : 'psr-verbs--lead'}>
        {ordered.map((card) => (
          <Card key={card.verb} entry={entry} kind={kind} card={card} chosen={card.verb === chosen} lead={card.verb === lead} onChoose={onChoose} open={open}>{card.verb === lead && more}</Card>
        ))}
      </ul>
    </fieldset>
  )
}

const underGrounds: ReadonlySet<string> = new Set(['source-says', 'position-permitted', 'position-no-call'])

type CardProps = Readonly<{ entry: string; kind: EntryKind; card: VerbCard; chosen: boolean; lead: boolean; onChoose: (verb: Verb) => void; open: ReadonlySet<Verb>; children: ReactNode }>

function Card({ entry, kind, card: { verb, result }, chosen, lead, onChoose, open, children }: CardProps) {
  const out = result.answer === 'not-available'
  const title = verbWords[verb].imperative
  // In a draft the position and what each source says stand under its grounds; the card says what speaks for and against.
  const told = lead ? result.reasons.filter(({ code }) => !underGrounds.has(code)) : result.reasons
  const reasons = told.length > 0 ? told : result.reasons
  const sources = new Set(result.position?.sources.map(({ address }) => address))
  const inside = (
    <>
      <span className="psr-verb__line">{verbLine(kind, verb)}</span>
      <GateAnswer answer={result.answer} />
      <span className="psr-verb__why" id={`why-${verb}`}>{(chosen || lead ? reasons : reasons.slice(0, 1)).map(({ code, text, source }) => (
        <span key={`${code}${text}`}>{text}{source !== null && (chosen || lead) && !(lead && sources.has(source)) && <small className="psr-quiet psr-break"> {source}</small>}</span>
      ))}</span>
    </>
  )
  if (out) {
    return (
      <li className={classNames('psr-verb psr-verb--out', { 'psr-verb--lead': lead })}>
        <div className="psr-verb__label"><span className="psr-verb__name">{title}</span>{inside}</div>
        <Instead entry={entry} offers={result.offers} open={open} onChoose={onChoose} />
      </li>
    )
  }
  return (
    <li className={classNames('psr-verb', { 'psr-verb--on': chosen, 'psr-verb--lead': lead })}>
      <label className="psr-verb__label">
        <span className="psr-verb__name"><span id={`verb-${verb}`}>{title}</span></span>
        <input type="radio" className="psr-radio" name="verb" checked={chosen} aria-labelledby={`verb-${verb}`} aria-describedby={`why-${verb}`} onChange={() => onChoose(verb)} />
        {inside}
      </label>
      {children}
      {chosen && result.answer !== 'open' && <Instead entry={entry} offers={result.offers} open={open} onChoose={onChoose} />}
    </li>
  )
}

/** What may be done in its place. */
function Instead({ entry, offers, open, onChoose }: Readonly<{ entry: string; offers: readonly Offer[]; open: ReadonlySet<Verb>; onChoose: (verb: Verb) => void }>) {
  const maySplit = useMay('entry.split')
  const possible = offers.filter((offer) => (offer === 'split' ? maySplit : open.has(offer)))
  if (possible.length === 0) return null
  return (
    <p className="psr-verb__instead">
      Instead: {possible.map((offer, index) => (
        <span key={offer}>
          {index > 0 && ' or '}
          {offer === 'split' ? <Link to={paths.splitEntry(entry)}>split it into two entries</Link> : <TextButton onClick={() => onChoose(offer)}>{offerWord(offer).toLowerCase()}</TextButton>}
        </span>
      ))}
    </p>
  )
}
