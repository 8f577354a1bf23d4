import type { ReactNode } from 'react'
import type { VerdictCode } from '../../shared/trail/verdict.ts'
import { Icon, type IconName } from './icon.tsx'
import type { Tone } from './panel.tsx'

export const verdictLooks = {
  matches: { tone: 'ok', icon: 'ok', word: 'Matches' },
  changed: { tone: 'bad', icon: 'bad', word: 'Changed' },
  'cut-short': { tone: 'warn', icon: 'broken', word: 'Cut short' },
  'could-not-check': { tone: 'none', icon: 'unsure', word: 'Could not check' },
} as const satisfies Record<VerdictCode, { tone: Tone; icon: IconName; word: string }>

type VerdictBannerProps = Readonly<{ verdict: VerdictCode; children: ReactNode; side?: ReactNode }>

/** One of the four verdicts, each with its own outline; they never merge. `side` holds when it was checked and how long it took. */
export function VerdictBanner({ verdict, children, side }: VerdictBannerProps) {
  const { tone, icon, word } = verdictLooks[verdict]
  return (
    <div className={`psr-banner psr-banner--${tone} psr-verdict`} aria-live="polite">
      <Icon name={icon} size={36} />
      <div><h2>{word}</h2>{children}</div>
      {side && <div className="psr-verdict__side">{side}</div>}
    </div>
  )
}
