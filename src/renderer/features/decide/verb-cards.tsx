import type { ReactNode } from 'react'
import { Link } from 'wouter'
import type { DecisionDetail } from '../../../shared/contract/decisions.ts'
import type { Offer } from '../../../shared/domain/gate-answer.ts'
import type { EntryKind } from '../../../shared/domain/kind.ts'
import type { Verb } from '../../../shared/domain/verb.ts'
import { offerWord, verbLine, verbWords } from '../../../shared/domain/words.ts'
import { paths } from '../../app/paths.ts'
import { TextButton } from '../../components/button.tsx'
import { GateAnswer } from '../../components/tags.tsx'

export type VerbCard = DecisionDetail['cards'][number]

type CardsProps = Readonly<{
  kind: EntryKind
  cards: readonly VerbCard[]
  chosen: Verb | null
  onChoose: (verb: Verb) => void
  legend: ReactNode
  /** Under the chosen card's reasons: what has to be there before it can be fixed. */
  more?: ReactNode
  error?: string
}>

/** What can be decided, one card each with the gate's answer and why. What is not available stays in view, with what to do instead. */
export function VerbCards({ kind, cards, chosen, onChoose, legend, more, error }: CardsProps) {
  const available = cards.filter(({ result }) => result.answer !== 'not-available')
  const first = available.findIndex(({ verb }) => verb === chosen)
  // The chosen card leads, because it is read with its reasons; the rest keep their order.
  const ordered = [...available.filter(({ verb }) => verb === chosen), ...available.filter(({ verb }) => verb !== chosen), ...cards.filter(({ result }) => result.answer === 'not-available')]
  const open = new Set(available.map(({ verb }) => verb))
  return (
    <fieldset className="psr-verbs" id="field-verb" tabIndex={-1} aria-describedby={error ? 'verb-error' : undefined}>
      <legend className="psr-spread">{legend}</legend>
      {error && <p className="nhsuk-error-message" id="verb-error">{error}</p>}
      <ul className={first < 0 ? undefined : 'psr-verbs--chosen'}>
        {ordered.map((card) => (
          <Card key={card.verb} kind={kind} card={card} chosen={card.verb === chosen} onChoose={onChoose} open={open}>{card.verb === chosen && more}</Card>
        ))}
      </ul>
    </fieldset>
  )
}

type CardProps = Readonly<{ kind: EntryKind; card: VerbCard; chosen: boolean; onChoose: (verb: Verb) => void; open: ReadonlySet<Verb>; children: ReactNode }>

function Card({ kind, card: { verb, result }, chosen, onChoose, open, children }: CardProps) {
  const out = result.answer === 'not-available'
  const title = verbWords[verb].imperative
  const inside = (
    <>
      <span className="psr-verb__line">{verbLine(kind, verb)}</span>
      <GateAnswer answer={result.answer} />
      <span className="psr-verb__why" id={`why-${verb}`}>{(chosen ? result.reasons : result.reasons.slice(0, 1)).map(({ code, text }) => <span key={code}>{text}</span>)}</span>
    </>
  )
  if (out) {
    return (
      <li className="psr-verb psr-verb--out">
        <div className="psr-verb__label"><span className="psr-verb__name">{title}</span>{inside}</div>
        <Instead offers={result.offers} open={open} onChoose={onChoose} />
      </li>
    )
  }
  return (
    <li className={chosen ? 'psr-verb psr-verb--on' : 'psr-verb'}>
      <label className="psr-verb__label">
        <span className="psr-verb__name"><span id={`verb-${verb}`}>{title}</span></span>
        <input type="radio" className="psr-radio" name="verb" checked={chosen} aria-labelledby={`verb-${verb}`} aria-describedby={`why-${verb}`} onChange={() => onChoose(verb)} />
        {inside}
      </label>
      {children}
      {chosen && result.answer !== 'open' && <Instead offers={result.offers} open={open} onChoose={onChoose} />}
    </li>
  )
}

/** What may be done in its place. */
function Instead({ offers, open, onChoose }: Readonly<{ offers: readonly Offer[]; open: ReadonlySet<Verb>; onChoose: (verb: Verb) => void }>) {
  const possible = offers.filter((offer) => offer === 'split' || open.has(offer))
  if (possible.length === 0) return null
  return (
    <p className="psr-verb__instead">
      Instead: {possible.map((offer, index) => (
        <span key={offer}>
          {index > 0 && ' or '}
          {offer === 'split' ? <Link to={paths.add}>add one entry for each theme</Link> : <TextButton onClick={() => onChoose(offer)}>{offerWord(offer).toLowerCase()}</TextButton>}
        </span>
      ))}
    </p>
  )
}
