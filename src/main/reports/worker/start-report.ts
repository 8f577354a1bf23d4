import { existsSync } from 'node:fs'
import path from 'node:path'
import { Worker } from 'node:worker_threads'
import { refuse, Refused } from '../../../shared/contract/refused.ts'
import { dropStaged } from '../write-report.ts'
import type { Commission, FromWorker, Staged } from './messages.ts'
import { stageReportOf } from './stage-report-of.ts'

/** A document that is being made. */
export type RunningReport = Readonly<{
  /** @throws Refused `cancelled`, or why it could not be made; nothing is left behind then */
  staged: Promise<Staged>
  cancel: () => void
}>

type Watch = (share: number) => void

/** Unbuilt the worker stands beside this file; built it is a file of its own, in the folder of the built app or above its chunks. */
function workerFile(from = import.meta.dirname): string | null {
  const places = [path.join(from, 'report-worker.ts'), path.join(from, 'report-worker.js'), path.join(from, '..', 'report-worker.js')]
  return places.find((place) => existsSync(place)) ?? null
}

/** Starts making a document in a thread of its own, or, where threads cannot be had, in small steps in this one. */
export function startReport(commission: Commission, watch: Watch = () => {}, file = workerFile()): RunningReport {
  const running = file === null ? inThisThread(commission, watch) : inWorker(file, commission, watch)
  const staged = running.staged.catch(async (error: unknown) => {
    await dropStaged(commission.target)
    throw error
  })
  return { staged, cancel: running.cancel }
}

export function inThisThread(commission: Commission, watch: Watch = () => {}): RunningReport {
  let stopped = false
  const staged = stageReportOf(commission, (share) => {
    if (stopped) throw refuse('cancelled')
    watch(share)
  })
  return { staged, cancel: () => { stopped = true } }
}

function inWorker(file: string, commission: Commission, watch: Watch): RunningReport {
  const worker = new Worker(file, { workerData: commission })
  let stopped = false
  let instead: RunningReport | null = null
  const staged = new Promise<Staged>((resolve, reject) => {
    let started = false
    worker.on('message', (message: FromWorker) => {
      started = true
      // What is finished after it was given up is still given up.
      if (stopped) return
      switch (message.kind) {
        case 'progress': return watch(message.share)
        case 'staged': return resolve(message.staged)
        case 'refused': return reject(new Refused(message.refusal))
        case 'failed': return reject(refuse('export-failed', {}, Object.assign(new Error(message.message), { stack: message.stack })))
      }
    })
    worker.on('error', (error) => {
      // A thread that never began has done nothing yet, so this one takes over.
      if (started || stopped) return reject(refuse('export-failed', {}, error))
      instead = inThisThread(commission, watch)
      // Resolved with a promise, this one goes the way of that one.
      resolve(instead.staged)
    })
    worker.on('exit', () => {
      if (instead === null) reject(refuse(stopped ? 'cancelled' : 'export-failed'))
    })
  })
  return {
    staged,
    cancel: () => {
      stopped = true
      instead?.cancel()
      void worker.terminate()
    },
  }
}
