import { z } from 'zod'
import { requirements } from '../../../shared/domain/gate-answer.ts'
import { statement } from '../../../shared/domain/statement.ts'
import { classWords, dateInWords, requirementWords } from '../../../shared/domain/words.ts'
import { noNames } from '../../../shared/domain/words/event-names.ts'
import { changedFieldWord, changedValueInWords } from '../../../shared/domain/words/event-values.ts'
import type { Change } from '../../../shared/trail/change.ts'

/** A field of a statement that changed, with both values as people read them. Of a list, only what differs. */
export function changeInWords({ field, from, to }: Change): { label: string; from: string; to: string } {
  const label = labelOf(field)
  if (!Array.isArray(from) || !Array.isArray(to)) return { label, from: valueInWords(field, from), to: valueInWords(field, to) }
  const [before, after] = [from.map(itemInWords), to.map(itemInWords)]
  return { label, from: listed(before.filter((item) => !after.includes(item))), to: listed(after.filter((item) => !before.includes(item))) }
}

const heads: Readonly<Record<string, string>> = {
  summary: 'What the practice does', title: 'Title', dates: 'Dates', advice: 'Advice', given: 'What the rules ask for', grounds: 'Grounds',
  evidence: 'Evidence', entry: 'Entry', practice: 'Practice', secondPartner: 'Second partner', replaces: 'Takes the place of',
}
const groundsParts: Readonly<Record<string, string>> = { class: 'what it is for', purposes: 'purposes', force: 'why it exists', position: 'position', gate: 'what the rules say' }

function labelOf(field: string): string {
  const [head = field, part = ''] = field.split('.')
  const own = heads[head]
  if (own === undefined) return changedFieldWord(field)
  return head === 'grounds' && groundsParts[part] ? `${own}: ${groundsParts[part]}` : own
}

const listed = (items: readonly string[]): string => (items.length === 0 ? 'nothing else' : items.join('; '))

function valueInWords(field: string, value: unknown): string {
  if (Array.isArray(value)) return value.length === 0 ? 'empty' : value.map(itemInWords).join('; ')
  if (typeof value === 'object' && value !== null) return textsIn(value)
  return changedValueInWords(field.split('.').at(-1) ?? field, value, noNames)
}

const dateRow = statement.shape.dates.element
const given = z.object({ requirement: z.enum(requirements), text: z.string() })
const purpose = statement.shape.grounds.shape.purposes.element
const advice = statement.shape.advice.element
const file = statement.shape.evidence.element
const reason = statement.shape.grounds.shape.gate.shape.reasons.element

function itemInWords(item: unknown): string {
  if (typeof item === 'string') return item
  const date = dateRow.safeParse(item)
  if (date.success) return `${date.data.label} ${dateInWords(date.data.date)}`
  const asked = given.safeParse(item)
  if (asked.success) return `${requirementWords[asked.data.requirement].label}: ${asked.data.text}`
  const read = purpose.safeParse(item)
  if (read.success) return `“${read.data.text}”, ${classWords[read.data.class].toLowerCase()}`
  const said = advice.safeParse(item)
  if (said.success) return `${said.data.name}, ${dateInWords(said.data.on)}: “${said.data.text}”`
  const attached = file.safeParse(item)
  if (attached.success) return `${attached.data.name}, SHA-256 ${attached.data.sha256.slice(0, 8)}…`
  const why = reason.safeParse(item)
  return why.success ? why.data.text : textsIn(item)
}

/** What has no form of its own: the texts in it. */
function textsIn(value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value)
  return Object.values(value).filter((part) => typeof part === 'string' && part !== '').map((part) => changedValueInWords('', part, noNames)).join(', ')
}
