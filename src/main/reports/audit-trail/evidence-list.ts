import { evidenceName, isActive, type EvidenceRecord } from '../../../shared/domain/evidence-record.ts'
import { mediaTypeWord } from '../../../shared/domain/evidence.ts'
import { dateInWords } from '../../../shared/domain/words/date.ts'
import { evidenceCategoryWords, setAsideWords, sizeInWords } from '../../../shared/domain/words/evidence.ts'
import { mm, styles } from '../page/measures.ts'
import { grouped } from '../page/numbers.ts'
import type { Sheet } from '../page/sheet.ts'
import { table, type Row } from '../page/table.ts'

/** Every file that was ever attached, by its hash; what was set aside stands there with the reason. */
export function evidenceList(sheet: Sheet, evidence: readonly EvidenceRecord[]): void {
  table(sheet, [{ head: 'File, and what it shows', namesRow: true }, { head: 'Dates', width: mm(44) }, { head: 'SHA-256', width: mm(66) }],
    [...evidence.filter(isActive), ...evidence.filter((one) => !isActive(one))].map(evidenceRow), { padding: mm(0.9) })
}

function evidenceRow(one: EvidenceRecord): Row {
  const { setAside } = one
  return { cells: [
    [
      { text: evidenceName(one), style: setAside ? styles.tableQuiet : styles.tableStrong },
      { text: `${evidenceCategoryWords[one.category]}. ${one.note}`, style: styles.small },
      ...(setAside ? [{ text: `${setAsideWords[setAside.kind]}, ${dateInWords(setAside.by.at.slice(0, 10))}, ${setAside.by.name}: ${setAside.patientData ? 'it held patient data. ' : ''}${setAside.reason}`, style: styles.small }] : []),
    ],
    [
      { text: `From ${dateInWords(one.evidenceOn)}` },
      { text: `Attached ${dateInWords(one.attached.at.slice(0, 10))} by ${one.attached.name}`, style: styles.small },
      ...(one.expiresOn === null ? [] : [{ text: `Runs out ${dateInWords(one.expiresOn)}`, style: styles.small }]),
    ],
    [
      { text: grouped(one.sha256), style: styles.tableHash },
      { text: `${mediaTypeWord(one.mediaType)}, ${sizeInWords(one.bytes)}${one.locked ? ', opens with a password' : ''}`, style: styles.small },
    ],
  ] }
}
