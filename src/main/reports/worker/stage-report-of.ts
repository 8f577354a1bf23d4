import { trailFileName } from '../audit-trail/attachment.ts'
import type { Progress } from '../document/write-document.ts'
import { makeReport } from '../make-report.ts'
import { stageReport } from '../write-report.ts'
import type { Commission, Staged } from './messages.ts'

/** Makes a document and puts it beside its place, checked. The same in a worker and without one. */
export async function stageReportOf({ order, target }: Commission, progress: Progress): Promise<Staged> {
  const { pdf, attachment, head } = await makeReport(order, progress)
  const written = await stageReport(target, pdf, { name: trailFileName, bytes: Buffer.from(attachment) })
  await progress(1)
  return { ...written, head }
}
