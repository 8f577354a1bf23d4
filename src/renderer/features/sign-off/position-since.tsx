import type { Position } from '../../../shared/domain/position.ts'
import { positionCodeWords } from '../../../shared/domain/words.ts'
import { Banner } from '../../components/panel.tsx'

/** The statement keeps the position it was fixed with; whoever answers should know that it was edited since. */
export function PositionSince({ now }: Readonly<{ now: Position }>) {
  return (
    <div className="psr-so__since">
      <Banner tone="warn">
        <b>The position was edited after this statement was fixed.</b> The statement keeps what it quotes. What counts now: {positionCodeWords[now.code].toLowerCase()}. {now.text}
      </Banner>
    </div>
  )
}
