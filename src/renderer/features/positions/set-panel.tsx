import type { PositionPage } from '../../../shared/contract/positions.ts'
import { dateInWords } from '../../../shared/domain/words.ts'
import { paths } from '../../app/paths.ts'
import { LinkButton } from '../../components/button.tsx'
import { countOf } from '../../components/format.ts'
import { Panel } from '../../components/panel.tsx'

/** Which set the register started from, and whether the app has brought a newer one. */
export function SetPanel({ page: { version, newer, own } }: Readonly<{ page: PositionPage }>) {
  return (
    <Panel title="Set that came with the app">
      <p className="psr-small">The register has version {version ?? 'none'}{own.length > 0 && `, with ${countOf(own.length, 'row')} of your own`}.</p>
      {newer ? (
        <>
          <p className="psr-small"><b>Version {newer.version}</b> of {dateInWords(newer.date)} came with this app. {newer.differs === 0 ? 'It says the same.' : `${countOf(newer.differs, 'row differs', 'rows differ')}. Nothing changes until somebody takes it.`}</p>
          <p className="psr-buttons"><LinkButton small to={paths.newerPositions} icon="bring">See what would change</LinkButton></p>
        </>
      ) : <p className="psr-small psr-quiet">The app has no newer one.</p>}
    </Panel>
  )
}
