import { signingPagesPdf } from '../../reports/signing-page/signing-pages.ts'
import { writeReport } from '../../reports/write-report.ts'
import { acting, perform } from '../acting.ts'
import type { EvidenceDesk } from '../evidence-desk.ts'
import { recordExport } from '../export-report.ts'
import type { Handlers } from '../handlers.ts'
import type { LastExport } from '../last-export.ts'
import type { Office } from '../office.ts'
import { recordPaperAnswer, signingPages } from '../paper-answer.ts'
import { forFileName } from '../packs/make-pack.ts'
import { refusePlace } from '../refuse-place.ts'

type Mine = 'paper.print' | 'paper.record'

export const paperHandlers = (office: Office, evidence: EvidenceDesk, last: LastExport): Pick<Handlers, Mine> => ({
  'paper.print': async (input) => {
    const { statement, signatories } = signingPages(acting(office), input)
    const who = signatories.length === 1 ? ` ${forFileName(signatories[0] ?? '')}` : ''
    const file = await office.ports.chooseFileToSave({ title: 'Save the pages to sign', suggestion: `To sign ${statement.practice.ods} ${statement.decision.ref}${who}.pdf`, kinds: [{ name: 'PDF', extensions: ['pdf'] }] })
    if (file === null) return null
    const desk = acting(office)
    refusePlace(file, desk.store.file)
    // Asked again: while the dialog was open the statement may have been voided.
    const pages = signingPages(desk, input)
    const written = await writeReport(file, signingPagesPdf(pages), null)
    const made = recordExport(desk, file, desk.actor, written, { report: 'signing-page', scope: { kind: 'decision', ref: statement.decision.ref, from: null, to: null }, head: desk.store.trail.head() })
    last.remember(file)
    return made
  },
  'paper.record': (input) => {
    const file = evidence.chosen(input.token, acting(office).person.id)
    const recorded = perform(office, recordPaperAnswer, { ...input, file })
    evidence.forget()
    return recorded
  },
})
