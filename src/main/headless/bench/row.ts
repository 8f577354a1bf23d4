/** One line of the benchmark table. Times in milliseconds; null where something does not apply. */
export type BenchRow = Readonly<{
  what: 'record' | 'chain-check' | 'full-check' | 'replay' | 'pdf' | 'list' | 'search' | 'start' | 'classify'
  n: number
  ms: number
  against: string | null
  againstMs: number | null
  ratio: number | null
  goal: string
  peakMb: number | null
  againstPeakMb: number | null
}>

/** What one child process measured: a time, and how high its memory went. */
export type Measured = Readonly<{ ms: number; peakMb: number }>

export const bench = Object.freeze({
  record: { against: 'bare insert, same bytes and pragmas', goal: '≤ 1.3×' },
  'chain-check': { against: 'crypto.hash of the same texts', goal: '≤ 3×' },
  'full-check': { against: 'crypto.hash of the same texts', goal: '≤ 25×' },
  replay: { against: 'bare inserts of the same rows', goal: '≤ 5×' },
  pdf: { against: 'pdfmake, same rows, untagged', goal: '≤ 0.7×, ≤ its memory' },
  list: { against: 'the same SQL, bare', goal: '≤ 2× (p95)' },
  search: { against: 'the same FTS5 query, bare', goal: '≤ 2× (p95)' },
  start: { against: 'start on an empty register', goal: '≤ 2×' },
  classify: { against: null, goal: 'p95 ≤ 10 ms' },
} as const satisfies Record<BenchRow['what'], { against: string | null; goal: string }>)

export const peakMb = (): number => Math.round(process.resourceUsage().maxRSS / 1024)

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
