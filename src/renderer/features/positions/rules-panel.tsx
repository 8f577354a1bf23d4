import { paths } from '../../app/paths.ts'
import { LinkButton } from '../../components/button.tsx'
import { Panel } from '../../components/panel.tsx'
import { useAnswer } from '../../app/use-call.ts'

/** The rules that read purposes, and how many entries they would read differently now. */
export function RulesPanel() {
  const compared = useAnswer('rules.compare', {})
  const { data } = compared
  return (
    <Panel title="Rules that read purposes">
      {!data ? <p className="psr-small psr-quiet">{compared.isError ? 'They could not be compared.' : 'Comparing…'}</p> : data.entries.length === 0 ? (
        <p className="psr-small">Version {data.ruleSet}. {data.olderPurposes === 0 ? 'Every purpose was read with these rules.' : 'Purposes read with older rules read the same now.'}</p>
      ) : (
        <>
          <p className="psr-small"><b>New rules {data.ruleSet}: {data.entries.length === 1 ? '1 entry reads' : `${data.entries.length} entries read`} differently.</b> Nothing changes by itself.</p>
          <p className="psr-buttons"><LinkButton small to={paths.newRules}>See which, and why</LinkButton></p>
        </>
      )}
    </Panel>
  )
}
