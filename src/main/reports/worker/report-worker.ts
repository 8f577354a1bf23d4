import { parentPort, workerData } from 'node:worker_threads'
import { Refused } from '../../../shared/contract/refused.ts'
import type { Commission, FromWorker } from './messages.ts'
import { stageReportOf } from './stage-report-of.ts'

// Runs in a thread of its own, so that the window goes on answering while a long document is laid out.

const say = (message: FromWorker): void => { parentPort?.postMessage(message, []) }

async function work(commission: Commission): Promise<void> {
  let told = -1
  say({ kind: 'progress', share: 0 })
  try {
    const staged = await stageReportOf(commission, (share) => {
      const percent = Math.floor(share * 100)
      if (percent === told) return
      told = percent
      say({ kind: 'progress', share })
    })
    say({ kind: 'staged', staged })
  } catch (error) {
    if (error instanceof Refused) say({ kind: 'refused', refusal: error.refusal })
    else say({ kind: 'failed', message: error instanceof Error ? error.message : String(error), stack: error instanceof Error ? error.stack : undefined })
  }
}

await work(workerData as Commission)
