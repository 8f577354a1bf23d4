import { useState } from 'react'
import { useSearchParams } from 'wouter'
import { dayInEngland } from '../../../shared/domain/date.ts'
import { dateInWords } from '../../../shared/domain/words.ts'
import { Answer } from '../../app/answer.tsx'
import { Page } from '../../app/page.tsx'
import { useAnswer } from '../../app/use-call.ts'
import { isRefusal } from '../../bridge.ts'
import { Button, TextButton } from '../../components/button.tsx'
import { countOf, todayInEngland } from '../../components/format.ts'
import { Pager } from '../../components/pager.tsx'
import { RefusalDialog } from '../../components/refusal.tsx'
import type { CallOutput } from '../../../shared/contract/contract.ts'
import { CheckingPage } from './checking-page.tsx'
import { ComparePanel } from './compare-panel.tsx'
import { ExportPanel } from './export-panel.tsx'
import { HeadForMinutes } from './head-for-minutes.tsx'
import { TrailFilters } from './trail-filters.tsx'
import { addressOfTrail, askFor, everything, isFiltered, rowsAPage, trailSearchFrom, type TrailSearch } from './trail-search.ts'
import { TrailTable } from './trail-table.tsx'
import { TrailVerdict } from './trail-verdict.tsx'
import { useLongAct } from './use-long-act.ts'
import { WhatThisProves } from './what-this-proves.tsx'
import './trail.scss'

/** Everything that was ever recorded, whether it still is as it was, and how others can tell. */
export function TrailScreen() {
  const [params, setParams] = useSearchParams()
  const [today] = useState(todayInEngland)
  const search = trailSearchFrom(params)
  const list = useAnswer('trail.list', askFor(search, today), { keepLast: true })
  const home = useAnswer('home.get', {})
  const check = useLongAct('trail.check')
  const make = useLongAct('report.export')
  const change = (to: Partial<TrailSearch>) => setParams(addressOfTrail({ ...search, page: 1, ...to }), { replace: true })
  const startExport = () => make.start({ report: 'trail', scope: { kind: 'whole' } })
  return (
    <Page
      title="Trail" note={list.data && noteOf(list.data)}
      acts={(
        <>
          <Button icon="send" busy={make.pending} onClick={startExport}>{make.pending ? 'Making the PDF' : 'Export audit trail'}</Button>
          <Button look="primary" busy={check.pending} onClick={() => check.start({})}>{check.pending ? 'Checking' : 'Check now'}</Button>
        </>
      )}
    >
      <TrailVerdict check={check.last} checking={check.pending} health={home.data?.health} events={list.data?.head.seq ?? 0} today={today} />
      <div className="psr-cols psr-trail">
        <div>
          <TrailFilters search={search} list={list.data} onChange={change} />
          <Answer of={list} loading="Reading the trail">
            {(value) => (value.rows.length === 0 ? <NoEvents search={search} onAll={() => change(everything)} /> : <TrailTable rows={value.rows} />)}
          </Answer>
          {list.data && <div className="psr-trail__pages"><Pager page={search.page} pages={Math.ceil(list.data.found / rowsAPage)} onPage={(page) => { change({ page }); window.scrollTo(0, 0) }} /></div>}
        </div>
        <div className="psr-trail__side">
          <ExportPanel pending={make.pending} exported={make.last ?? undefined} />
          <ComparePanel />
          {list.data && list.data.head.seq > 0 && <HeadForMinutes head={list.data.head} />}
          <CheckingPage />
          <WhatThisProves />
        </div>
      </div>
      {make.error && !isRefusal(make.error, 'cancelled') && <RefusalDialog error={make.error} onClose={make.reset} onTryAgain={startExport} />}
      {check.error && <RefusalDialog error={check.error} onClose={check.reset} onTryAgain={() => check.start({})} />}
    </Page>
  )
}

const noteOf = ({ total, since }: CallOutput<'trail.list'>): string =>
  `${countOf(total, 'event')}${since ? ` since ${dateInWords(dayInEngland(since))}` : ''}, each tied to the one before`

function NoEvents({ search, onAll }: Readonly<{ search: TrailSearch; onAll: () => void }>) {
  return (
    <div className="psr-trail__none">
      <p><b>{search.words === '' ? 'No event fits.' : `No event has “${search.words}”.`}</b> What happened, who did it and what it was about were searched{isFiltered({ ...search, words: '' }) && ', with the filters above'}.</p>
      <p><TextButton onClick={onAll}>Clear all</TextButton></p>
    </div>
  )
}
