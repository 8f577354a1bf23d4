import { exactInstant } from '../page/times.ts'
import { changesBetween, type Change } from '../../../shared/trail/change.ts'
import type { EvidenceSpan } from '../../../shared/domain/suggestion.ts'
import { entryStates } from '../../../shared/domain/state.ts'
import { gateAnswers } from '../../../shared/domain/gate-answer.ts'
import { actionWords } from '../../../shared/domain/words/action.ts'
import { mediaTypes } from '../../../shared/domain/evidence.ts'
import { classWords } from '../../../shared/domain/words/class.ts'
import { evidenceCategoryWords } from '../../../shared/domain/words/evidence.ts'
import type { EventNames } from '../../../shared/domain/words/event-names.ts'
import { actionChoiceWords, adviceViewWords, answerWords, changedFieldWord, changedValueInWords, lowerFirst, quorumWords } from '../../../shared/domain/words/event-values.ts'
import { gateAnswerWords, requirementWords } from '../../../shared/domain/words/gate.ts'
import { kindWords } from '../../../shared/domain/words/kind.ts'
import { legalForceWords } from '../../../shared/domain/words/legal-force.ts'
import { askedWords, letterKindWords, replyOutcomeWords, sendingWayWords } from '../../../shared/domain/words/letter.ts'
import { reviewKindWords, reviewOutcomeWords } from '../../../shared/domain/words/review.ts'
import { positionCodeWords, positionSubjectWords, sourceGradeWords } from '../../../shared/domain/words/position.ts'
import { standingWord, stateWord } from '../../../shared/domain/words/state.ts'
import { verbWords } from '../../../shared/domain/words/verb.ts'

/** One recorded value under its label; with `from`, what it was before. Values of one thing among several share its `group`. */
export type Detail = Readonly<{ group: string; label: string; value: string; from?: string; hash?: boolean }>

/**
 * Everything that an event holds, in words, so that nothing recorded is missing on paper. It walks the data
 * itself rather than a list of fields: what a later version adds is printed too.
 * @param skip top-level fields that stand elsewhere on the page.
 */
export function eventDetails(data: Readonly<Record<string, unknown>>, names: EventNames, skip: readonly string[] = []): Detail[] {
  const details: Detail[] = []
  const empty: string[] = []
  for (const [key, value] of Object.entries(data)) {
    if (skip.includes(key) || (key === 'purpose' && 'text' in data)) continue
    if (key === 'changes' && isChanges(value)) details.push(...value.map((change) => changeDetail(change, names)))
    else if (key === 'from' && isObjectOrNull(value) && isObject(data['to'])) details.push(...changesBetween(value ?? {}, data['to']).map((change) => changeDetail(change, names)))
    else if (key === 'to' && isObject(value) && isObjectOrNull(data['from'])) continue
    else walk(key, value, '', names, details, empty)
  }
  if (empty.length > 0) details.push({ group: '', label: 'Left empty', value: empty.map((label, index) => (index === 0 ? label : lowerFirst(label))).join(', ') })
  return details
}

/** Objects whose own name says nothing: their fields are told as if they stood alone. */
const transparent = new Set(['fields', 'draft', 'statement', 'practice', 'policy', 'purpose', 'clause', 'advice', 'grounds', 'place', 'scope', 'tally', 'force', 'standing'])

function walk(key: string, value: unknown, group: string, names: EventNames, details: Detail[], empty: string[]): void {
  const label = labelOf(key)
  if (isEmpty(value)) {
    if (key === 'id') return
    if (group === '') empty.push(label)
    else details.push({ group, label, value: 'empty' })
  } else if (Array.isArray(value) && value.every(isWordsReliedOn)) {
    details.push({ group, label: 'Words relied on', value: value.map(({ words, start, end, points }) => `“${words}” (${start} to ${end}, ${lowerFirst(classWords[points])})`).join('; ') })
  } else if (Array.isArray(value) && value.some(isObject) && key !== 'parties' && key !== 'inOffice') {
    value.forEach((item, index) => {
      const one = `${singular(label)}${value.length > 1 ? ` ${index + 1}` : ''}`
      if (isObject(item)) for (const [part, inner] of Object.entries(item)) walk(part, inner, within(group, one), names, details, empty)
    })
  } else if (isObject(value) && key !== 'messageMix') {
    const inner = transparent.has(key) ? group : within(group, label)
    for (const [part, item] of Object.entries(value)) walk(part, item, inner, names, details, empty)
  } else {
    const words = inWords(key, value, names)
    if (words !== '') details.push({ group, label, value: words, ...(hashes.has(key) ? { hash: true } : {}) })
  }
}

const within = (group: string, one: string): string => (group === '' ? one : `${group}, ${lowerFirst(one)}`)

const hashes = new Set(['pack', 'statements', 'sha256', 'hash', 'statementHash', 'signature', 'publicKey'])

function changeDetail({ field, from, to }: Change, names: EventNames): Detail {
  return { group: '', label: labelOf(field), value: inWords(field, to, names), from: inWords(field, from, names) }
}

const identity = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

function inWords(field: string, value: unknown, names: EventNames): string {
  const key = field.replace(/^fields\./, '').replace(/^.*\./, '')
  if (typeof value === 'string') {
    if (identity.test(value)) return named(key, value, names)
    if (instant.test(value)) return exactInstant(value)
    const word = codes[key]?.[value]
    if (key === 'category') return word ?? value.replaceAll('-', ' ')
    return word ?? changedValueInWords(key, value, names)
  }
  if (Array.isArray(value) && value.every((item) => typeof item === 'string')) return value.length === 0 ? 'empty' : value.map((item) => inWords(key === 'whatChanges' ? '' : key, item, names)).join(lists[key] ?? ', ')
  if (key === 'inOffice' && Array.isArray(value)) return value.map((person: unknown) => (isObject(person) ? String(person['name']) : String(person))).join(', ')
  if (!knownWhole.has(key) && (isObject(value) || (Array.isArray(value) && value.some(isObject)))) return partsInWords(key, value, names)
  return changedValueInWords(key, value, names)
}

/** Things of several parts that have a wording of their own. */
const knownWhole = new Set(['parties', 'messageMix', 'effects'])

/** "Text: …; class: …": an object inside a change, where there is no room for a line for each of its parts. */
function partsInWords(key: string, value: unknown, names: EventNames): string {
  const details: Detail[] = []
  walk(key, value, '', names, details, [])
  return details.map(({ group, label, value: words }) => `${group ? `${group}, ${lowerFirst(label)}` : label}: ${words}`).join('; ')
}
const lists: Readonly<Record<string, string>> = { whatChanges: ' · ', purposesKept: '; ' }

const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/
/** What people know by its words and never by its identity; a choice about an action is also what its answers call their decision. */
const namelessOnes = new Set(['clause', 'purpose', 'proposal', 'decision'])

/** What an identity points to. The one of the thing itself says nothing to a reader; an unknown one is shown as it is. */
function named(key: string, id: string, names: EventNames): string {
  if (key === 'id') return ''
  const known = names.person(id) ?? names.entry(id)?.ref ?? names.decision(id)?.ref ?? names.letter(id)?.ref ?? names.purpose(id) ?? names.evidence(id)
  return known ?? (namelessOnes.has(key) ? '' : id)
}

const codes: Readonly<Record<string, Readonly<Record<string, string>>>> = Object.freeze({
  category: evidenceCategoryWords, mediaType: Object.fromEntries(Object.entries(mediaTypes).map(([type, { word }]) => [type, word])),
  class: classWords, force: legalForceWords, appliesToForce: legalForceWords, code: positionCodeWords,
  verb: Object.fromEntries(Object.entries(verbWords).map(([verb, { imperative }]) => [verb, imperative])),
  kind: { ...letterKindWords, ...reviewKindWords, ...Object.fromEntries(Object.entries(kindWords).map(([kind, { title }]) => [kind, title])), whole: 'whole register', entry: 'one entry', decision: 'one decision', period: 'a period' },
  standing: Object.fromEntries((['offered', 'in-use', 'signed', 'on', 'on-with-controls', 'off', 'unknown', 'ended'] as const).map((standing) => [standing, standingWord('sharing-agreement', standing)])),
  state: Object.fromEntries(entryStates.map((state) => [state, stateWord('sharing-agreement', state)])),
  requirement: Object.fromEntries(Object.entries(requirementWords).map(([requirement, { label }]) => [requirement, label])),
  answer: { ...answerWords, ...Object.fromEntries(gateAnswers.map((answer) => [answer, gateAnswerWords[answer]])) },
  rule: quorumWords, view: adviceViewWords, because: { 'first-use': 'first use', 'lost-passphrase': 'lost passphrase', 'changed-passphrase': 'changed passphrase' },
  at: { 'sign-in': 'signing in', answer: 'answering', vouch: 'vouching for a key' },
  action: Object.fromEntries(Object.entries(actionWords).map(([action, { title }]) => [action, title])), choice: actionChoiceWords,
  subject: positionSubjectWords, grade: Object.fromEntries(Object.entries(sourceGradeWords).map(([grade, words]) => [grade, `${grade}, ${lowerFirst(words)}`])),
  report: { trail: 'Audit trail', schedule: 'Register schedule', decision: 'Decision record', letter: 'Letter', calendar: 'Calendar file', 'signing-page': 'Pages to sign' },
  what: askedWords, how: sendingWayWords, outcome: { ...replyOutcomeWords, ...reviewOutcomeWords },
})

const labels: Readonly<Record<string, string>> = Object.freeze({
  statementHash: 'Statement', sha256: 'SHA-256', publicKey: 'Public key', signature: 'Signature', signatory: 'Signed by', signedAt: 'Signed at', signedOn: 'Signed on', shownAt: 'Shown at', via: 'By pack', pack: 'Pack, SHA-256', elsewhere: 'On another computer', statements: 'Statements', code: 'Code on the page',
  vouchedBy: 'Vouched for by', because: 'Why', fileName: 'File', bytes: 'Size in bytes', head: 'Head', seq: 'Number', hash: 'Hash',
  odsCode: 'ODS code', ref: 'Reference', tries: 'Tries', at: 'Where', action: 'Action', choice: 'Choice', verb: 'Decision', on: 'On', note: 'Note', force: 'Why it exists', reference: 'What shows it', checkedOn: 'Checked on',
  positions: 'Positions', appliesToForce: 'Where it exists by', perPractice: 'May bind this practice later', sourcesDiffer: 'Sources differ', says: 'Says', address: 'Address', grade: 'Grade',
  ruleSet: 'Rules', inOffice: 'In office', standAside: 'Stand aside', mustAgree: 'Had to agree', needed: 'Partners who have to agree', rule: 'Rule',
  ownCheckReason: 'Why the author may check their own', confirmedBy: 'Confirmed by', checkedBy: 'Checked by', judgedFor: 'Judged for', drawnUpBy: 'Drawn up by',
  entries: 'Entry named', asked: 'Asked for', items: 'Told of', what: 'What', outcome: 'Outcome', sentOn: 'Sent on', how: 'How', replyDueOn: 'Reply due on', remindsOf: 'Reminds of', recipient: 'To whom', nextOn: 'Next on',
  from: 'From', to: 'To', proposal: 'Proposed', evidence: 'Evidence', start: 'From character', end: 'To character', text: 'Text', given: 'Given', dates: 'Dates', purposes: 'Purposes', reasons: 'Reasons', gate: 'Gate',
})

function labelOf(field: string): string {
  const own = labels[field]
  if (own !== undefined) return own
  const known = changedFieldWord(field)
  return known === field ? humanised(field) : known
}

/** `fieldOfTomorrow` as "Field of tomorrow". */
function humanised(field: string): string {
  const words = field.replaceAll(/([a-z\d])([A-Z])/g, '$1 $2').replaceAll(/[-_.]/g, ' ').toLowerCase()
  return words.slice(0, 1).toUpperCase() + words.slice(1)
}

const singular = (label: string): string => label.replace(/s$/, '')
const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)
const isObjectOrNull = (value: unknown): value is Record<string, unknown> | null => value === null || isObject(value)
const isEmpty = (value: unknown): boolean => value === null || value === '' || (Array.isArray(value) && value.length === 0) || (isObject(value) && Object.values(value).every(isEmpty))
const isWordsReliedOn = (value: unknown): value is EvidenceSpan => isObject(value) && 'words' in value && 'start' in value && 'points' in value
const isChanges = (value: unknown): value is readonly Change[] => Array.isArray(value) && value.every((item) => isObject(item) && 'field' in item && 'from' in item && 'to' in item)
