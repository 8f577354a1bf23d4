/** One line of the benchmark table. Times in milliseconds; null where something does not apply. */
export type BenchRow = Readonly<{
  what: What
  n: number
  ms: number
  against: string | null
  againstMs: number | null
  ratio: number | null
  goal: string
  peakMb: number | null
  againstPeakMb: number | null
}>

export const whats = ['record', 'chain-check', 'full-check', 'replay', 'pdf', 'list', 'search', 'start', 'classify'] as const
export type What = (typeof whats)[number]

/** The 95th in a hundred of some times. */
export function percentile95(times: readonly number[]): number {
  const sorted = times.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * 0.95))] ?? 0
}

export function median(times: readonly number[]): number {
  const sorted = times.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}

export function timed(act: () => unknown): number {
  const start = performance.now()
  act()
  return performance.now() - start
}

export async function timedAsync(act: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await act()
  return performance.now() - start
}

const round = (ms: number): number => Number(ms.toFixed(ms < 10 ? 3 : 1))

type Sides = Readonly<{ ms: number; peakMb: number | null; against: string | null; other: Readonly<{ ms: number; peakMb: number | null }> | null }>

export function benchRow(what: What, n: number, goal: string, { ms, peakMb, against, other }: Sides): BenchRow {
  return {
    what, n, ms: round(ms), against, againstMs: other && round(other.ms), ratio: other && Number((ms / other.ms).toFixed(2)),
    goal, peakMb, againstPeakMb: other?.peakMb ?? null,
  }
}

export function benchLine({ what, n, ms, against, againstMs, ratio, goal, peakMb, againstPeakMb }: BenchRow): string {
  const cells = [what.padEnd(12), n.toLocaleString('en-GB').padStart(8), `${ms} ms`.padStart(12), peakMb === null ? ''.padStart(9) : `${peakMb} MB`.padStart(9)]
  const peer = against === null ? '' : `${ratio}× of ${againstMs} ms${againstPeakMb === null ? '' : `, ${againstPeakMb} MB`} (${against})`
  return `${cells.join('  ')}  ${peer.padEnd(74)}  goal ${goal}`
}
