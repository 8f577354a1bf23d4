import { useEffect, useRef } from 'react'
import { call, isRefusal } from '../bridge.ts'

const signs = ['pointerdown', 'pointermove', 'keydown', 'wheel'] as const
const tellEvery = 30_000

/**
 * Tells the main side now and then that somebody is there, and locks when nobody has been for the given time. The
 * main side keeps its own clock and refuses calls after that time; this one only shows it on screen.
 */
export function useAutoLock(minutes: number, active: boolean, lock: () => void): void {
  const latestLock = useRef(lock)
  useEffect(() => { latestLock.current = lock })
  useEffect(() => {
    if (!active) return
    let told = 0
    let seen = Date.now()
    const onSign = () => {
      seen = Date.now()
      if (seen - told < tellEvery) return
      told = seen
      call('session.touch', {}).catch((error: unknown) => { if (isRefusal(error, 'not-signed-in')) latestLock.current() })
    }
    const look = setInterval(() => { if (Date.now() - seen >= minutes * 60_000) latestLock.current() }, 5_000)
    for (const sign of signs) window.addEventListener(sign, onSign, { passive: true, capture: true })
    return () => {
      clearInterval(look)
      for (const sign of signs) window.removeEventListener(sign, onSign, { capture: true })
    }
  }, [minutes, active])
}
