import { entryKinds, type EntryKind } from '../../../shared/domain/kind.ts'
import { kindWords } from '../../../shared/domain/words/kind.ts'
import { countRegister } from '../audit-trail/counts.ts'
import { howToCheck } from '../audit-trail/how-to-check.ts'
import { prepared, type AuditTrail, type AuditTrailInput } from '../audit-trail/input.ts'
import { registerTable } from '../audit-trail/register-table.ts'
import { asAtDay, sectionTitles } from '../audit-trail/sections.ts'
import { writeDocument, type Part, type Progress } from '../document/write-document.ts'
import { paragraph } from '../page/blocks.ts'
import { styles } from '../page/measures.ts'
import { countOf } from '../page/numbers.ts'
import { scheduleCover } from './cover.ts'
import { entryBlock } from './entry-block.ts'

/** What the register holds on a day: how much of each, then every entry with all that is recorded about it. */
export async function registerSchedulePdf(input: AuditTrailInput, progress: Progress = () => {}): Promise<Uint8Array> {
  const audit = prepared(input)
  const kinds = entryKinds.filter((kind) => entriesOf(audit, kind).length > 0)
  return writeDocument(audit, {
    name: 'Register schedule',
    cover: (sheet, titles) => scheduleCover(sheet, audit, countRegister(audit.register, audit.day), titles),
    parts: [
      { title: sectionTitles.register, shown: `Register as at ${asAtDay(audit)}`, weight: 10, write: registerTable },
      ...kinds.map((kind): Part => ofKind(kind, audit)),
      { title: sectionTitles.check, weight: 5, write: howToCheck },
    ],
  }, progress)
}

const entriesOf = ({ register }: AuditTrail, kind: EntryKind) =>
  [...register.entries.values()].filter((entry) => entry.kind === kind).toSorted((a, b) => a.ref.localeCompare(b.ref))

function ofKind(kind: EntryKind, audit: AuditTrail): Part {
  const entries = entriesOf(audit, kind)
  const { one, many } = kindWords[kind]
  return {
    title: many.slice(0, 1).toUpperCase() + many.slice(1), weight: entries.length,
    write: async (sheet, _, progress) => {
      paragraph(sheet, `${countOf(entries.length, one, many)}, by reference.`, styles.quiet)
      for (const [index, entry] of entries.entries()) {
        entryBlock(sheet, entry, audit, index === 0)
        await progress((index + 1) / entries.length)
      }
    },
  }
}
