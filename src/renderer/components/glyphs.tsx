import type { EntryClass } from '../../shared/domain/class.ts'
import type { LegalForce } from '../../shared/domain/legal-force.ts'
import type { EntryState } from '../../shared/domain/state.ts'

const discs = {
  'direct-care': <circle cx="6" cy="6" r="4.5" fill="var(--direct)" />,
  'secondary-use': <circle cx="6" cy="6" r="3.5" fill="none" stroke="var(--secondary)" strokeWidth="2.4" />,
  mixed: <><circle cx="6" cy="6" r="3.8" fill="none" stroke="var(--secondary)" strokeWidth="1.8" /><path d="M6 1.2a4.8 4.8 0 0 0 0 9.6z" fill="var(--direct)" /></>,
  undetermined: <circle cx="6" cy="6" r="4.2" fill="none" stroke="var(--undet)" strokeWidth="1.6" strokeDasharray="2.2 1.8" />,
} as const satisfies Record<EntryClass, unknown>

/** Full disc: care. Ring: not care. Half: both. Dashed: not known. */
export function ClassGlyph({ of }: Readonly<{ of: EntryClass }>) {
  return <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">{discs[of]}</svg>
}

const pull = {
  law: { steps: 4, colour: 'var(--law)' },
  'core-contract': { steps: 3, colour: 'var(--core)' },
  des: { steps: 2, colour: 'var(--local)' },
  les: { steps: 2, colour: 'var(--local)' },
  voluntary: { steps: 1, colour: 'var(--vol)' },
  unknown: { steps: 0, colour: 'var(--undet)' },
} as const satisfies Record<LegalForce, { steps: number; colour: string }>

/** Four steps; the more are filled, the harder the pull. Unknown is only outlined. */
export function ForceSteps({ of, size = 14 }: Readonly<{ of: LegalForce; size?: number }>) {
  const { steps, colour } = pull[of]
  return (
    <svg width={size} height={(size * 12) / 14} viewBox="0 0 14 12" aria-hidden="true">
      {[1, 2, 3, 4].map((step) => {
        const x = (step - 1) * 3.6
        const height = step * 3
        if (of === 'unknown') {
          return (
            <rect
              key={step} x={x + 0.4} y={12.4 - height} width="2" height={height - 0.8} fill="none"
              stroke={colour} strokeWidth="0.8" strokeDasharray="1.3 1"
            />
          )
        }
        const filled = step <= steps
        return <rect key={step} x={x} y={12 - height} width="2.7" height={height} fill={filled ? colour : 'currentColor'} opacity={filled ? 1 : 0.18} />
      })}
    </svg>
  )
}

const line = { fill: 'none', stroke: 'currentColor', strokeWidth: 1.7 } as const
const full = <circle cx="6" cy="6" r="4" fill="currentColor" />
const half = <><circle cx="6" cy="6" r="3.6" {...line} strokeWidth={1.4} /><path d="M6 2.4a3.6 3.6 0 0 0 0 7.2z" fill="currentColor" /></>
const cross = <path d="m2.5 2.5 7 7m0-7-7 7" {...line} strokeWidth={2} />
const pause = <path d="M4 2.2v7.6M8 2.2v7.6" {...line} strokeWidth={2} />
const states = {
  offered: <circle cx="6" cy="6" r="3.6" {...line} strokeWidth={1.4} />,
  active: full,
  'under-protest': <path d="m2 6.3 2.6 2.6L10 3" {...line} />,
  frozen: pause,
  restricted: half,
  'notice-given': <path d="M1.5 6h8M6.5 2.8 9.8 6l-3.3 3.2" {...line} />,
  withdrawn: cross,
  'on-with-controls': <><circle cx="6" cy="6" r="3" {...line} strokeWidth={2.6} /></>,
  'prompts-ignored': half,
  off: cross,
  deferred: pause,
  signed: <path d="m2 6.3 2.6 2.6L10 3" {...line} />,
  unknown: <circle cx="6" cy="6" r="4.2" {...line} strokeWidth={1.4} strokeDasharray="2.2 1.8" />,
  closed: <path d="M2.5 6h7" {...line} strokeWidth={2} />,
} as const satisfies Record<EntryState, unknown>

export function StateGlyph({ of }: Readonly<{ of: EntryState }>) {
  return <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">{states[of]}</svg>
}
