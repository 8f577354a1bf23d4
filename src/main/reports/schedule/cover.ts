import { entryKinds } from '../../../shared/domain/kind.ts'
import { entryStates } from '../../../shared/domain/state.ts'
import { entryClassOf, entryForceOf } from '../../../shared/domain/entry-record.ts'
import { legalForces } from '../../../shared/domain/legal-force.ts'
import { kindWords } from '../../../shared/domain/words/kind.ts'
import { legalForceWords } from '../../../shared/domain/words/legal-force.ts'
import { stateWord } from '../../../shared/domain/words/state.ts'
import type { Counts } from '../audit-trail/counts.ts'
import { classByForce, coverTitle } from '../audit-trail/cover.ts'
import { headBoxAtFoot } from '../audit-trail/head-box.ts'
import type { AuditTrail } from '../audit-trail/input.ts'
import { heading, paragraph, sideBySide } from '../page/blocks.ts'
import { contents, type Contents } from '../page/contents.ts'
import { mm, styles } from '../page/measures.ts'
import { countOf, counted } from '../page/numbers.ts'
import type { Sheet } from '../page/sheet.ts'
import { table, type Cell } from '../page/table.ts'

/** How many entries there are of each kind, class, force and state. */
export function scheduleCover(sheet: Sheet, audit: AuditTrail, counts: Counts, titles: readonly string[]): Contents {
  const entries = [...audit.register.entries.values()]
  coverTitle(sheet, audit, 'Register schedule')
  sheet.y += mm(5)
  paragraph(sheet, `${countOf(counts.entries, 'entry', 'entries')}, ${countOf(counts.gaps, 'gap', 'gaps')} in ${counted(counts.entriesWithGaps)} of them.`, styles.strong)
  heading(sheet, 'H2', 'Entries by class and legal force', 'section')
  classByForce(sheet, counts)
  let list: Contents | null = null
  sideBySide(sheet, [
    (column) => {
      heading(column, 'H2', 'By kind', 'section')
      tally(column, entryKinds.map((kind) => [kindWords[kind].title, entries.filter((entry) => entry.kind === kind).length]), entries.length)
      heading(column, 'H2', 'By legal force', 'section')
      tally(column, legalForces.map((force) => [{ text: [{ glyph: `force-${force}` }, { text: legalForceWords[force] }] }, entries.filter((entry) => entryForceOf(entry) === force).length]), entries.length)
    },
    (column) => {
      heading(column, 'H2', 'By state', 'section')
      tally(column, entryStates.map((state) => [stateWord('sharing-agreement', state), entries.filter((entry) => entry.state === state).length]), entries.length)
    },
    (column) => {
      heading(column, 'H2', 'What is in here', 'section')
      list = contents(column, titles)
      paragraph(column, ' ', styles.small)
      const undetermined = entries.filter((entry) => entryClassOf(entry) === 'undetermined').length
      paragraph(column, `The class is what an entry is for, the force why it exists. ${undetermined === 0 ? 'Every class has been found out.' : `Undetermined (${counted(undetermined)}) counts as neither care nor secondary use.`}`, styles.small)
    },
  ], [1, 1, 1.1], mm(8))
  headBoxAtFoot(sheet, audit)
  if (!list) throw new Error('The cover has no list of contents')
  return list
}

/** Counts that are not nothing, most first where they have no order of their own, and the whole beneath. */
function tally(sheet: Sheet, rows: readonly (readonly [Cell, number])[], whole: number): void {
  const shown = rows.filter(([, count]) => count > 0)
  if (shown.length === 0) return paragraph(sheet, 'None.', styles.tableQuiet)
  table(sheet, [{ head: 'What', namesRow: true }, { head: 'Entries', width: mm(12), align: 'right' }], [
    ...shown.map(([name, count]) => ({ cells: [name, counted(count)] })),
    { cells: [{ text: 'In all', style: styles.tableQuiet }, { text: counted(whole), style: styles.tableStrong }] },
  ], { headed: false, padding: mm(0.9) })
}
