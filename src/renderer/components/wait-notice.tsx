import { useEffect, useState } from 'react'
import type { IsoInstant } from '../../shared/domain/date.ts'
import { clockTime } from './format.ts'
import { Banner } from './panel.tsx'

/** Seconds until an instant, counted down each second; 0 when it is past or null. `onOver` is called once it is reached. */
export function useSecondsLeft(until: IsoInstant | null, onOver: () => void): number {
  const [now, setNow] = useState(() => Date.now())
  const left = until === null ? 0 : Math.max(0, Math.ceil((Date.parse(until) - now) / 1000))
  const running = left > 0
  useEffect(() => {
    if (!running) return
    const look = () => setNow(Date.now())
    // The screen may have stood for a while before the wait began.
    look()
    const tick = setInterval(look, 1000)
    return () => clearInterval(tick)
  }, [running, until])
  useEffect(() => {
    if (until !== null && !running) onOver()
    // Only reaching the end counts, not a new callback.
    // eslint-disable-next-line react/exhaustive-deps
  }, [until, running])
  return left
}

/** 75 as "1:15". */
export const minutesAndSeconds = (seconds: number): string => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`

/** How long it is until the next try. The time of day is read out once; the running count is only seen. */
export function WaitNotice({ until, secondsLeft }: Readonly<{ until: IsoInstant; secondsLeft: number }>) {
  return (
    <Banner tone="warn" icon="clock" announce>
      <p><b>Too many wrong tries.</b> The next one is possible from {clockTime(until)}.</p>
      <p className="psr-small">
        <span role="timer" aria-live="off" aria-label="Time left">{minutesAndSeconds(secondsLeft)}</span> left. Each wrong try makes the wait longer, and each one stands in the trail.
      </p>
    </Banner>
  )
}

