import { canonical } from '../../../shared/trail/canonical.ts'
import { attachTrail } from '../audit-trail/attachment.ts'
import type { AuditTrail } from '../audit-trail/input.ts'
import { asAtDay, asAtInWords, scopeInWords } from '../audit-trail/sections.ts'
import { bookmark, heading } from '../page/blocks.ts'
import type { Contents } from '../page/contents.ts'
import { pageFurniture } from '../page/furniture.ts'
import { bodyHeight, mm } from '../page/measures.ts'
import { closeSheet, newPage, openSheet, roomLeft, space, type Sheet } from '../page/sheet.ts'

/** Tells how far the work is, from 0 to 1, and lets others have their turn; throwing from it stops the work. */
export type Progress = (share: number) => void | Promise<void>

/** One section of a document: announced on the cover under `title`, bookmarked and headed as `shown`. */
export type Part = Readonly<{
  title: string
  shown?: string
  /** Begins where the last one ended, if there is room, instead of on a page of its own. */
  flows?: boolean
  /** How much of the work it is, beside the others. */
  weight: number
  write: (sheet: Sheet, audit: AuditTrail, progress: Progress) => void | Promise<void>
}>

export type Plan = Readonly<{
  /** "Audit trail": the title of the file and the running head. */
  name: string
  /** Draws the first page and the list of the sections named to it. */
  cover: (sheet: Sheet, titles: readonly string[]) => Contents
  parts: readonly Part[]
  /** The parts of parts stand right under their titles, where other documents have a level in between. */
  flat?: true
}>

/** Cover, sections and furniture of one document, with the trail attached. The same input gives the same bytes. */
export async function writeDocument(audit: AuditTrail, { name, cover, parts, flat }: Plan, progress: Progress): Promise<Uint8Array> {
  const { practice, ods } = audit.trail.register
  const sheet = openSheet({
    title: `${name}, ${practice} (${ods}), as at ${asAtDay(audit)}`, author: practice,
    subject: `${scopeInWords(audit)}. Head of the trail: event ${audit.trail.head.seq}, ${audit.trail.head.hash}`,
    madeAt: new Date(audit.madeAt), producer: `Practice Sharing Register ${audit.app}`,
  })
  if (flat) sheet.deepest = 'H2'
  bookmark(sheet, name)
  const list = cover(sheet, parts.map(({ title }) => title))
  await progress(0.02)
  await writeParts(sheet, audit, parts, list, (share) => progress(0.02 + 0.88 * share))
  list.complete()
  attachTrail(sheet.kit, canonical(audit.trail), audit.madeAt)
  await progress(0.92)
  const running = `${name}, as at ${asAtInWords(audit)}`
  const bytes = closeSheet(sheet, pageFurniture(sheet, {
    practice, ods, head: audit.trail.head, runningOnCover: 'Confidential',
    running: audit.trail.scope.kind === 'whole' ? running : `${running}. ${scopeInWords(audit)} only`,
    confidentiality: 'Confidential: practice business.', noPatientData: 'No patient data.',
  }))
  await progress(1)
  return bytes
}

async function writeParts(sheet: Sheet, audit: AuditTrail, parts: readonly Part[], list: Contents, progress: Progress): Promise<void> {
  const all = parts.reduce((sum, { weight }) => sum + weight, 0)
  let done = 0
  for (const { title, shown = title, flows = false, weight, write } of parts) {
    if (flows && roomLeft(sheet) > bodyHeight * 0.25) space(sheet, mm(11))
    else newPage(sheet)
    list.reached(title)
    bookmark(sheet, shown)
    heading(sheet, 'H1', shown, 'subject')
    const before = done
    await write(sheet, audit, async (share) => {
      await progress((before + weight * share) / all)
      await othersTurn()
    })
    done += weight
    await progress(done / all)
  }
}

const othersTurn = (): Promise<void> => new Promise((resolve) => { setImmediate(resolve) })
