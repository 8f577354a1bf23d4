import { useLayoutEffect, useState, type RefObject } from 'react'

const headHeight = 33
const footHeight = 76
const fewest = 8

/** @param top the box the table stands in. @param rowHeight in px. @returns how many rows the window has room for, at least 8. */
export function useRowsThatFit(top: RefObject<HTMLElement | null>, rowHeight: number): number | null {
  const [rows, setRows] = useState<number | null>(null)
  useLayoutEffect(() => {
    const measure = () => {
      const start = (top.current?.getBoundingClientRect().top ?? 0) + window.scrollY
      setRows(Math.max(fewest, Math.floor((window.innerHeight - start - headHeight - footHeight) / rowHeight)))
    }
    measure()
    window.addEventListener('resize', measure)
    return () => window.removeEventListener('resize', measure)
  }, [top, rowHeight])
  return rows
}
