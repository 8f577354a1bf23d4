import { z } from 'zod'
import { isoDate, isoPeriod } from '../date.ts'
import { messageMix, party } from '../entry-fields.ts'
import type { Party } from '../entry-fields.ts'
import { classWords } from './class.ts'
import { dateInWords, periodInWords } from './date.ts'
import { kindWords } from './kind.ts'
import { legalForceWords } from './legal-force.ts'
import {
  clinicalSystemWords, confidentialityWords, declarationSubjectWords, directionWords, identifiabilityWords, mechanismWords, optOutWords,
  partyRoleWords, writtenFormWords,
} from './values.ts'

const codes: Readonly<Record<string, Readonly<Record<string, string>>>> = Object.freeze({
  identifiability: identifiabilityWords, confidentialityBasis: confidentialityWords, nationalOptOut: optOutWords, typeOneOptOut: optOutWords,
  mechanism: mechanismWords, clinicalSystem: clinicalSystemWords, direction: directionWords, writtenForm: writtenFormWords,
  subject: declarationSubjectWords, class: classWords, legalForce: legalForceWords,
  kind: Object.fromEntries(Object.entries(kindWords).map(([kind, words]) => [kind, words.title])),
})
const periodFields = new Set(['noticePeriod', 'auditEvery'])
const textList = z.array(z.string())
const partyList = z.array(party)

/**
 * A field's value as people read it, for a history ("Notice period: empty → 3 months") and for print.
 * @param field a field's name as in the entry; one that is not known is shown as plain text.
 */
export function fieldValueInWords(field: string, value: unknown): string {
  if (value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)) return 'empty'
  if (typeof value === 'boolean') return value ? 'Yes' : 'No'
  if (typeof value === 'number') return String(value)
  if (typeof value === 'string') return textInWords(field, value)
  const mix = messageMix.safeParse(value)
  if (mix.success) {
    const { safety, clinicalQuality, formulary, saving, on, source } = mix.data
    return `safety ${safety} %, clinical quality ${clinicalQuality} %, formulary ${formulary} %, saving ${saving} %, on ${dateInWords(on)}, from ${source}`
  }
  const parties = partyList.safeParse(value)
  if (parties.success) return parties.data.map(partyInWords).join('; ')
  const list = textList.safeParse(value)
  return list.success ? list.data.join(', ') : JSON.stringify(value)
}

/** "Demo Integrated Care Board (QZZ), joint controller". */
export function partyInWords({ name, role, odsCode }: Party): string {
  return `${name}${odsCode ? ` (${odsCode})` : ''}, ${role ? partyRoleWords[role].toLowerCase() : 'role not recorded'}`
}

function textInWords(field: string, value: string): string {
  const known = codes[field]?.[value]
  if (known !== undefined) return known
  if (periodFields.has(field) && isoPeriod.safeParse(value).success) return periodInWords(value)
  return /^\d{4}-\d{2}-\d{2}$/.test(value) && isoDate.safeParse(value).success ? dateInWords(value) : value
}
