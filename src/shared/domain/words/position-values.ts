import type { Position } from '../position.ts'
import { dateInWords } from './date.ts'
import { legalForceWords } from './legal-force.ts'
import { positionCodeWords, positionSubjectWords, sourceGradeWords } from './position.ts'

type Part = Exclude<keyof Position, 'id'>

export const positionFieldWords = Object.freeze({
  subject: 'What it is about', appliesToForce: 'Only for what exists by', from: 'Holds from', to: 'Holds until', perPractice: 'May bind this practice later',
  code: 'What holds', text: 'In words', sources: 'Sources', sourcesDiffer: 'The sources differ', checkedOn: 'Checked on',
} as const satisfies Record<Part, string>)

/** Each part in which two rows differ, with both values as people read them. */
export function positionChanges(from: Position, to: Position): { label: string; from: string; to: string }[] {
  return (Object.keys(positionFieldWords) as Part[]).map((part) => ({ label: positionFieldWords[part], from: inWords(from, part), to: inWords(to, part) })).filter((row) => row.from !== row.to)
}

function inWords(row: Position, part: Part): string {
  switch (part) {
    case 'subject': return positionSubjectWords[row.subject]
    case 'appliesToForce': return row.appliesToForce.length === 0 ? 'Everything' : row.appliesToForce.map((force) => legalForceWords[force]).toSorted().join(', ')
    case 'from': case 'to': { const day = row[part]; return day === null ? 'Open' : dateInWords(day) }
    case 'perPractice': case 'sourcesDiffer': return row[part] ? 'Yes' : 'No'
    case 'code': return positionCodeWords[row.code]
    case 'text': return row.text
    case 'sources': return row.sources.map(({ party, says, address, grade }) => `${party} (${sourceGradeWords[grade]}): ${says}${address === '' ? '' : ` ${address}`}`).join(' · ')
    case 'checkedOn': return dateInWords(row.checkedOn)
  }
}
