import { refuse } from '../../shared/contract/refused.ts'
import type { CallOutput } from '../../shared/contract/contract.ts'
import type { RunningReport } from '../reports/worker/start-report.ts'
import type { Acting } from './desk.ts'
import { exportReport, reportTitles, type MadeFile, type Wish } from './export-report.ts'

/** The one place where documents are made for the screens: one at a time, watched, and stopped on request. */
export type ExportDesk = Readonly<{
  /** @throws Refused not-in-this-state while another is being made, cancelled, or why it failed */
  make: (acting: Acting, wish: Wish, file: string) => Promise<MadeFile>
  progress: () => CallOutput<'report.progress'>
  cancel: () => void
}>

type Job = { readonly title: string; readonly scope: string | null; percent: number; running: RunningReport | null; cancelled: boolean }

export function openExportDesk(): ExportDesk {
  let job: Job | null = null
  return {
    make: async (acting, wish, file) => {
      if (job) throw refuse('not-in-this-state', { happened: 'Another document is being made.', todo: 'Wait until it is done, or cancel it.' })
      const own: Job = { title: reportTitles[wish.report], scope: wish.scope.ref, percent: 0, running: null, cancelled: false }
      job = own
      try {
        return await exportReport(acting, wish, file, {
          by: acting.actor, thread: 'own',
          watch: (share) => { own.percent = Math.min(99, Math.floor(share * 100)) },
          running: (report) => {
            own.running = report
            if (own.cancelled) report.cancel()
          },
        })
      } finally {
        job = null
      }
    },
    progress: () => job && { title: job.title, scope: job.scope, percent: job.percent },
    cancel: () => {
      if (!job) return
      job.cancelled = true
      job.running?.cancel()
    },
  }
}
