import { Link } from 'wouter'
import type { Home } from '../../../shared/contract/register.ts'
import { paths } from '../../app/paths.ts'
import { countOf } from '../../components/format.ts'
import { StackedBars } from '../../components/stacked-bars.tsx'

/** How many entries there are of each class, split by why they exist. */
export function RegisterChart({ chart, entries }: Readonly<{ chart: Home['chart']; entries: number }>) {
  if (entries === 0) return null
  const counts = chart.flatMap((row) => row.forces.map(({ force, count }) => ({ class: row.class, force, count })))
  return (
    <section>
      <div className="psr-ruled psr-home__chart-head"><h2>{countOf(entries, 'entry', 'entries')} by class and legal force</h2><Link to={paths.register}>Open the register</Link></div>
      <StackedBars counts={counts} />
    </section>
  )
}
