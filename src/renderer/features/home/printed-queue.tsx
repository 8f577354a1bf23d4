import { useSyncExternalStore } from 'react'
import type { Home } from '../../../shared/contract/register.ts'
import { dateInWords } from '../../../shared/domain/words.ts'
import { useSession } from '../../app/session-context.ts'
import { longDay } from '../../components/format.ts'

type Line = Home['groups'][number]['lines'][number]

/** The same queue for the wall or the meeting, person by person. It is there only while the page is printed. */
export function PrintedQueue(props: Readonly<{ home: Home }>) {
  return useSyncExternalStore(onPrinting, isPrinting) ? <Queue {...props} /> : null
}

const printing = window.matchMedia('print')
const isPrinting = (): boolean => printing.matches
function onPrinting(tell: () => void): () => void {
  printing.addEventListener('change', tell)
  return () => printing.removeEventListener('change', tell)
}

function Queue({ home: { groups, today } }: Readonly<{ home: Home }>) {
  const { status } = useSession()
  const people = byPerson(groups.flatMap(({ lines }) => lines))
  return (
    <div className="psr-printed">
      <h2>{status.practice?.name}: what has to be done, person by person</h2>
      <p>As at {longDay(today)}. Confidential: practice business.</p>
      {people.length === 0 && <p>Nothing is waiting.</p>}
      {people.map(([who, lines]) => (
        <section key={who}>
          <h3>{who}</h3>
          <table>
            <thead><tr><th scope="col">By</th><th scope="col">What</th><th scope="col">About</th><th scope="col">Done</th></tr></thead>
            <tbody>
              {lines.map(({ on, title, about, urgency, link }) => (
                <tr key={`${link} ${title} ${about}`}>
                  <td>{on === null ? '' : dateInWords(on)}{urgency === 'late' && <b> Late</b>}</td><th scope="row">{title}</th><td>{about}</td><td className="psr-printed__box">☐</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      ))}
    </div>
  )
}

/** Nobody's own last; within one person the earliest day first, and what has no day at the end. */
export function byPerson(lines: readonly Line[]): [who: string, lines: Line[]][] {
  const people = new Map<string, Line[]>()
  for (const line of lines) for (const who of line.who?.split(', ') ?? [nobody]) people.set(who, [...(people.get(who) ?? []), line])
  return [...people].map(([who, own]): [string, Line[]] => [who, own.toSorted((a, b) => (a.on ?? '9').localeCompare(b.on ?? '9'))])
    .toSorted(([a], [b]) => Number(a === nobody) - Number(b === nobody) || a.localeCompare(b, 'en-GB'))
}

const nobody = 'Nobody yet'
