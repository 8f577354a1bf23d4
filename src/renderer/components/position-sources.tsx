import type { PositionSource } from '../../shared/domain/position.ts'
import { SourceGrade } from './tags.tsx'
import './position-sources.scss'

/** Who says what, one under the other, so that those who disagree stand side by side. Addresses are text: the app opens nothing outside. */
export function PositionSources({ of }: Readonly<{ of: readonly PositionSource[] }>) {
  return (
    <ul className="psr-sources">
      {of.map((source) => (
        <li key={`${source.party}${source.address}${source.says}`}>
          <SourceGrade source={source} />
          <span>{source.says}{source.address !== '' && <> <span className="psr-quiet psr-break">{source.address}</span></>}</span>
        </li>
      ))}
    </ul>
  )
}
