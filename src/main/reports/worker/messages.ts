import type { Refusal } from '../../../shared/contract/reply.ts'
import type { TrailJson } from '../../../shared/trail/trail-json.ts'
import type { ReportOrder } from '../make-report.ts'
import type { WrittenReport } from '../write-report.ts'

/** What a worker is started with. */
export type Commission = Readonly<{ order: ReportOrder; target: string }>
export type Staged = WrittenReport & Readonly<{ head: TrailJson['head'] }>
/** What it says, once it works: how far it is, then once what became of it. */
export type FromWorker =
  | Readonly<{ kind: 'progress'; share: number }>
  | Readonly<{ kind: 'staged'; staged: Staged }>
  | Readonly<{ kind: 'refused'; refusal: Refusal }>
  | Readonly<{ kind: 'failed'; message: string; stack: string | undefined }>
