import { Link } from 'wouter'
import { dateInWords } from '../../../shared/domain/words.ts'
import { Banner } from '../../components/panel.tsx'

/** Says on every page of a past day that it is one, with the way back to today. */
export function PastBanner({ on, now }: Readonly<{ on: string; now: string }>) {
  return (
    <Banner tone="info" acts={<Link to={`~${now}`}>See it today</Link>}>
      <b>As it was at the end of {dateInWords(on)}.</b> Made from the events up to then. Nothing can be changed here.
    </Banner>
  )
}
