import { dayInEngland, type IsoDate } from '../../../shared/domain/date.ts'
import type { Home } from '../../../shared/contract/register.ts'
import { useMay } from '../../app/session-context.ts'
import { useAct } from '../../app/use-call.ts'
import { TextButton } from '../../components/button.tsx'
import { countOf, dayMonthYear, numberInWords, whenInWords } from '../../components/format.ts'
import { Icon, type IconName } from '../../components/icon.tsx'
import { RefusalDialog } from '../../components/refusal.tsx'
import { verdictLooks } from '../../components/verdict-banner.tsx'

/** Whether the trail was checked and held, and what somebody outside could prove with. */
export function HealthLine({ health, today }: Readonly<{ health: Home['health']; today: IsoDate }>) {
  const check = useAct('trail.check')
  const mayCheck = useMay('trail.check')
  const { lastCheck, lastExport, events } = health
  const look = lastCheck ? verdictLooks[lastCheck.verdict] : null
  return (
    <footer className="psr-foot">
      <span>
        <span className={look ? `psr-${look.tone === 'none' ? 'quiet' : look.tone}` : 'psr-quiet'}><Icon name={look?.icon ?? ('unsure' satisfies IconName)} size={17} /></span>
        <span><b>{look ? `Trail: ${look.word.toLowerCase()}.` : 'Trail not checked yet.'}</b> {countOf(events, 'event')}{lastCheck && `, checked ${whenInWords(lastCheck.at, today)}`}</span>
      </span>
      <span>
        <Icon name="file" size={16} />
        {lastExport
          ? <span><b>Head held outside:</b> event {numberInWords(lastExport.seq)}, PDF of {dayMonthYear(dayInEngland(lastExport.at))}</span>
          : <span><b>No head held outside.</b> Export the trail and give the PDF to somebody to keep.</span>}
      </span>
      {mayCheck && <TextButton className="psr-end" aria-disabled={check.isPending} onClick={() => { if (!check.isPending) check.mutate({}) }}>{check.isPending ? 'Checking…' : 'Check now'}</TextButton>}
      {check.isError && <RefusalDialog error={check.error} onClose={() => check.reset()} onTryAgain={() => check.mutate({})} />}
    </footer>
  )
}
