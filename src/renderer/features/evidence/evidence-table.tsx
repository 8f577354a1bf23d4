import { evidenceEndsSoonDays, mediaTypeWord } from '../../../shared/domain/evidence.ts'
import { evidenceName, type EvidenceRecord } from '../../../shared/domain/evidence-record.ts'
import { dayInEngland, daysBetween } from '../../../shared/domain/date.ts'
import { evidenceCategoryWords, sizeInWords } from '../../../shared/domain/words.ts'
import { TextButton } from '../../components/button.tsx'
import { dayMonthYear, dueInWords, todayInEngland } from '../../components/format.ts'
import { HashText } from '../../components/hash-text.tsx'
import { Icon } from '../../components/icon.tsx'

/** One file a row. The day it is from and the day it was attached are two days, and stand apart. */
export function EvidenceTable({ evidence, onShow }: Readonly<{ evidence: readonly EvidenceRecord[]; onShow: (one: EvidenceRecord) => void }>) {
  return (
    <div className="psr-table-box">
      <table className="nhsuk-table psr-evidence__table">
        <caption className="psr-vh">Files attached as evidence</caption>
        <thead><tr><th scope="col">File, and what it shows</th><th scope="col">Category</th><th scope="col">Dated</th><th scope="col">Runs out</th><th scope="col">SHA-256</th></tr></thead>
        <tbody>
          {evidence.map((one) => (
            <tr key={one.id}>
              <th scope="row">
                <span className="psr-evidence__file">
                  <Icon name="file" size={16} />
                  <span><TextButton onClick={() => onShow(one)}>{evidenceName(one)}</TextButton><small>{one.note}</small></span>
                </span>
              </th>
              <td>{evidenceCategoryWords[one.category]}<small>{mediaTypeWord(one.mediaType)}, {sizeInWords(one.bytes)}</small></td>
              <td className="psr-nowrap">{dayMonthYear(one.evidenceOn)}<small>attached {dayMonthYear(dayInEngland(one.attached.at))}</small><small>by {one.attached.name}</small></td>
              <td className="psr-nowrap"><Ends on={one.expiresOn} /></td>
              <td title={one.sha256}><HashText hash={one.sha256} digits={8} /></td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** A file that has run out, or soon will, is told by a word and not by colour alone. */
export function Ends({ on }: Readonly<{ on: string | null }>) {
  const today = todayInEngland()
  if (on === null) return <span className="psr-quiet">Does not</span>
  const late = on < today
  if (!late && daysBetween(today, on) > evidenceEndsSoonDays) return <>{dayMonthYear(on)}</>
  return <>{dayMonthYear(on)}<small className={late ? 'psr-bad' : 'psr-warn'}>{late ? 'has run out' : dueInWords(on, today)}</small></>
}
