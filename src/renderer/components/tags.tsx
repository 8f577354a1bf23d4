import classNames from 'classnames'
import type { EntryClass } from '../../shared/domain/class.ts'
import type { GateAnswer as Answer } from '../../shared/domain/gate-answer.ts'
import type { EntryKind } from '../../shared/domain/kind.ts'
import type { LegalForce } from '../../shared/domain/legal-force.ts'
import type { PositionCode, PositionSource } from '../../shared/domain/position.ts'
import type { EntryState } from '../../shared/domain/state.ts'
import { classWords, gateAnswerWords, legalForceWords, positionCodeWords, sourceGradeWords, stateWord } from '../../shared/domain/words.ts'
import { ClassGlyph, ForceSteps, StateGlyph } from './glyphs.tsx'
import { Icon, type IconName } from './icon.tsx'

/** What it is for: colour, word and disc. `word` replaces the usual word, as in "Exclusively secondary use". */
export function ClassTag({ of, word = classWords[of] }: Readonly<{ of: EntryClass; word?: string }>) {
  return <span className={`psr-tag psr-tag--class psr-tag--${of}`}><ClassGlyph of={of} />{word}</span>
}

/** Why it exists: colour, word and steps. Bare in tables, where the class is the filled tag. */
export function ForceTag({ of, bare = false, word = legalForceWords[of] }: Readonly<{ of: LegalForce; bare?: boolean; word?: string }>) {
  return <span className={classNames('psr-tag psr-tag--force', `psr-tag--${of}`, { 'psr-tag--bare': bare })}><ForceSteps of={of} />{word}</span>
}

// A position borrows the steps of the force with the same pull, so one shape always means one pull.
const pullOf = {
  'required-by-law': 'law', 'required-by-contract': 'core-contract', 'local-contract': 'les', permitted: 'voluntary', 'no-call': null, verify: 'unknown',
} as const satisfies Record<PositionCode, LegalForce | null>

type PositionTagProps = Readonly<{ code: PositionCode | null; sourcesDiffer?: boolean; bare?: boolean }>

/** What holds on a day. Permitted with disagreeing sources is shown as something to check; null means nothing covers the day. */
export function PositionTag({ code, sourcesDiffer = false, bare = false }: PositionTagProps) {
  const unsettled = sourcesDiffer && (code === 'permitted' || code === 'verify')
  const pull = unsettled || code === null ? 'unknown' : pullOf[code]
  const word = unsettled ? 'Check: sources differ' : code === null ? 'No position found' : positionCodeWords[code]
  return (
    <span className={classNames('psr-tag psr-tag--force', `psr-tag--${pull ?? 'none'}`, { 'psr-tag--bare': bare })}>
      {pull && <ForceSteps of={pull} />}{word}
    </span>
  )
}

export function StateWord({ kind, state }: Readonly<{ kind: EntryKind; state: EntryState }>) {
  return <span className="psr-state"><StateGlyph of={state} />{stateWord(kind, state)}</span>
}

const gateIcons = { open: 'ok', warn: 'warn', 'needs-override': 'bad', 'not-available': 'struck' } as const satisfies Record<Answer, IconName>

/** What the gate says, with its own outline for each answer. */
export function GateAnswer({ answer }: Readonly<{ answer: Answer }>) {
  return <span className={`psr-gate psr-gate--${answer}`}><Icon name={gateIcons[answer]} size={17} />{gateAnswerWords[answer]}</span>
}

/** Who says it and how much weight it has: "BMA, own view". */
export function SourceGrade({ source }: Readonly<{ source: Pick<PositionSource, 'party' | 'grade'> }>) {
  const short = { A: 'official page', B: 'own view', C: 'second hand', M: 'copy of official page', G: 'no source' } as const
  return <span className="psr-grade" title={sourceGradeWords[source.grade]}>{source.party}, {short[source.grade]}</span>
}
