import { useLocation, useSearchParams } from 'wouter'
import { z } from 'zod'
import { isoDate } from '../../../shared/domain/date.ts'
import { dateInWords } from '../../../shared/domain/words.ts'
import type { CallOutput } from '../../../shared/contract/contract.ts'
import { Answer } from '../../app/answer.tsx'
import { Page } from '../../app/page.tsx'
import { paths } from '../../app/paths.ts'
import { useAnswer } from '../../app/use-call.ts'
import { Button } from '../../components/button.tsx'
import { DateField } from '../../components/fields/date-field.tsx'
import { Form, useSchemaForm } from '../../components/form.tsx'
import { numberInWords, todayInEngland } from '../../components/format.ts'
import { HashText } from '../../components/hash-text.tsx'
import { Pager } from '../../components/pager.tsx'
import { StackedBars } from '../../components/stacked-bars.tsx'
import { ExportButton } from '../export/export-button.tsx'
import { RegisterTable } from '../register/register-table.tsx'
import { SearchBox } from '../register/search-box.tsx'
import '../register/register.scss'
import { PastBanner } from './past-banner.tsx'
import { PastDecisions } from './past-decisions.tsx'
import './past.scss'

const title = 'As it was on a past day'

/** Which day. Nothing else has to be said. */
export function PastStart() {
  return (
    <Page title={title}>
      <p className="psr-past__lead">The register, its entries and its decisions as they were at the end of a day: what an auditor asks when somebody says “at the time we did not know”. It is made from the trail, so nothing that came later shows.</p>
      <ChooseDay />
    </Page>
  )
}

const schema = z.object({ on: isoDate })

function ChooseDay({ on = null }: Readonly<{ on?: string | null }>) {
  const [, go] = useLocation()
  const form = useSchemaForm(schema, { on: on ?? todayInEngland() })
  return (
    <Form form={form} className="psr-past__day" onSubmit={async (values) => go(`~${paths.pastDay(values.on)}`)}>
      <DateField name="on" label="Day" hint="Up to the end of that day" />
      <div className="psr-buttons"><Button type="submit" look="primary">Show that day</Button></div>
    </Form>
  )
}

const perPage = 25

export function PastRegister({ on }: Readonly<{ on: string }>) {
  const [params, setParams] = useSearchParams()
  const search = params.get('find') ?? ''
  const page = Math.max(1, Number(params.get('page') ?? '1') || 1)
  const answer = useAnswer('past.register', { on, search, offset: (page - 1) * perPage, limit: perPage }, { keepLast: true })
  const change = (to: Readonly<{ find?: string; page?: number }>) => {
    const next = { find: to.find ?? search, page: to.page ?? 1 }
    setParams({ ...(next.find === '' ? {} : { find: next.find }), ...(next.page === 1 ? {} : { page: String(next.page) }) }, { replace: true })
  }
  return (
    <Page
      title={`The register on ${dateInWords(on)}`} note={answer.data && <output>{numberInWords(answer.data.found)} of {numberInWords(answer.data.total)} entries</output>}
      acts={answer.data && <ExportButton about={{ kind: 'whole' }} asAt={on}>Export that day</ExportButton>}
    >
      {!answer.isError && <PastBanner on={on} now={paths.register} />}
      <details className="psr-past__other" open={answer.isError}><summary>Another day</summary><ChooseDay on={on} /></details>
      <Answer of={answer} loading="Looking back">
        {(value) => <Day value={value} search={search} page={page} onSearch={(find) => change({ find })} onPage={(to) => change({ page: to })} />}
      </Answer>
    </Page>
  )
}

type DayProps = Readonly<{ value: CallOutput<'past.register'>; search: string; page: number; onSearch: (words: string) => void; onPage: (page: number) => void }>

function Day({ value, search, page, onSearch, onPage }: DayProps) {
  const [, go] = useLocation()
  return (
    <div className="psr-cols">
      <div>
        <SearchBox words={search} onWords={onSearch} onDown={() => document.querySelector<HTMLElement>('.psr-reg tbody tr')?.focus()} />
        {value.found === 0
          ? <p className="psr-quiet">{value.total === 0 ? 'There was no entry yet.' : 'No entry of that day holds these words.'}</p>
          : <RegisterTable rows={value.rows} search={search} today={value.on} onOpen={({ id }) => go(paths.entry(id))} />}
        <Pager page={page} pages={Math.ceil(value.found / perPage)} onPage={onPage} />
        <PastDecisions decisions={value.decisions} />
      </div>
      <aside aria-label="Beside the register" className="psr-past__side">
        <h2>By class and legal force</h2>
        <StackedBars counts={value.classes} />
        <h2>The trail then</h2>
        <p>{numberInWords(value.head.seq)} events. The last one has the hash <HashText hash={value.head.hash} digits={16} />. A document printed that evening shows the same.</p>
      </aside>
    </div>
  )
}
