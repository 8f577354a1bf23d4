import type { Change } from '../../trail/change.ts'
import type { EventData, TrailEvent } from '../../trail/event.ts'
import { actionWords } from './action.ts'
import { classWords } from './class.ts'
import { dateInWords } from './date.ts'
import { evidenceCategoryWords } from './evidence.ts'
import type { EventNames } from './event-names.ts'
import { noNames } from './event-names.ts'
import { actionChoiceWords, adviserRoleWords, changedFieldWord, changedValueInWords, lowerFirst, quorumWords, verbInSentence } from './event-values.ts'
import { forceSaid, legalForceWords } from './legal-force.ts'
import { askedWords, letterKindWords, sentHowInWords } from './letter.ts'
import { positionCodeWords, positionSubjectWords } from './position.ts'
import { reviewKindWords, reviewOutcomeWords } from './review.ts'
import { roleWords } from './role.ts'
import { standingWord } from './state.ts'
import { stepNames, stepWords } from './step.ts'

/** What happened, in one line. `emphasis` is the part of `text` that matters most; it stands in `text` word for word. */
export type EventSentence = Readonly<{ text: string; emphasis?: string }>

/**
 * One sentence for each type of event, without its time and author. A long text is cut with "…":
 * whoever has to show an event whole shows its changes and details too.
 */
export function eventSentence(event: TrailEvent, names: EventNames = noNames): EventSentence {
  switch (event.type) {
    case 'register.created': return stressed('Started the register of ', event.data.practice.name)
    case 'practice.changed': return changed('Changed the practice', event.data.changes, names)
    case 'policy.changed': return policySentence(event.data)
    case 'person.added': return stressed('Added ', event.data.name, `, ${lowerFirst(roleWords[event.data.role])}`)
    case 'person.changed': return changed(`Changed ${names.person(event.subject.id) ?? 'a person'}`, event.data.changes, names)
    case 'person.key-added': return keySentence(event.data, names.person(event.subject.id), names)
    case 'person.left': return stressed('', names.person(event.subject.id) ?? 'A person', ` left on ${dateInWords(event.data.on)}`)
    case 'session.signed-in': return { text: 'Signed in' }
    case 'session.refused': return { text: `Wrong passphrase${refusedAt[event.data.at]}, try ${event.data.tries}` }
    case 'positions.loaded': return { text: `Recorded ${event.data.positions.length} positions, version ${event.data.version}` }
    case 'action.chosen': return actionSentence(event.data)
    case 'action.proposed': return stressed('Asked the partners: ', event.data.statement.title, `, ${dateInWords(event.data.statement.on)}`)
    case 'pack.made': return stressed('Made a sign-off pack for ', names.person(event.subject.id) ?? 'a partner', `, ${event.data.statements.length} ${event.data.statements.length === 1 ? 'statement' : 'statements'}`)
    case 'action.answered': return event.data.via ? broughtBack(event.data, 'a choice for one of the nine actions', names) : { text: `${answered[event.data.answer]} about a choice for one of the nine actions` }
    case 'action.settled': return settledSentence(event.data)
    case 'action.dropped': return { text: `Took back a choice for one of the nine actions: ${shortened(event.data.reason)}` }
    case 'position.recorded': return positionSentence(event.data)
    case 'position.retired': return { text: `Took out the position ${event.data.id}: ${shortened(event.data.reason)}` }
    case 'export.made': return exportSentence(event.data)
    case 'entry.added': return stressed('Added ', event.data.title)
    case 'entry.changed': return changed('Changed the entry', event.data.changes, names)
    case 'entry.standing-recorded': return standingSentence(event, names)
    case 'entry.force-recorded': return forceSentence(event.data)
    case 'entry.split': return stressed(`Split: ${purposesMoved(event.data.purposes)} went to ${event.data.into.ref} `, event.data.into.title)
    case 'entry.split-from': return stressed(`Split from ${event.data.from.ref} `, event.data.from.title, `, with ${purposesMoved(event.data.purposes)}`)
    case 'clause.recorded': return clauseSentence(event.data)
    case 'purpose.added': return { text: `Added a purpose: ${shortened(event.data.purpose.text)}` }
    case 'purpose.changed': return changed('Changed a purpose', event.data.changes, names)
    case 'purpose.removed': return { text: `Took out a purpose: ${shortened(event.data.text)}` }
    case 'purpose.classified': return classSentence(event.data)
    case 'purpose.proposed-again': return proposedAgainSentence(event.data)
    case 'purpose.checked': return { text: `Checked the class of a purpose: ${shortened(event.data.text)}` }
    case 'decision.drafted': return stressed('Drew up a decision: ', decided(event.data.verb, event.data.entry, names))
    case 'decision.changed': return changed('Changed the draft', event.data.changes, names)
    case 'decision.advice-recorded': return { text: `Recorded the advice of the ${lowerFirst(adviserRoleWords[event.data.advice.role])}` }
    case 'decision.effects-shown': return { text: event.data.elsewhere ? `Effects were shown to ${event.data.elsewhere.name} on another computer before signing` : 'Effects were shown before signing' }
    case 'decision.fixed': return { text: `Fixed the statement${evidenceCount(event.data.statement.evidence.length)}` }
    case 'decision.voided': return { text: `Voided the statement and its answers: ${fieldList(event.data.changes)} changed` }
    case 'decision.answered-on-paper': return stressed(`Recorded from paper that ${names.person(event.data.signatory) ?? 'a partner'} ${lowerFirst(answered[event.data.answer])}: `, decidedIn(event.subject.id, names))
    case 'decision.answered': return event.data.via ? broughtBack(event.data, decidedIn(event.subject.id, names), names) : stressed(`${answered[event.data.answer]}: `, decidedIn(event.subject.id, names))
    case 'decision.made': return stressed('Decision made: ', decided(event.data.verb, event.data.entry, names))
    case 'decision.refused': return stressed('Decision not made: ', decided(event.data.verb, event.data.entry, names))
    case 'evidence.attached': return stressed('Attached ', names.evidence(event.data.evidence) ?? event.data.fileName, `, ${lowerFirst(evidenceCategoryWords[event.data.category])} of ${dateInWords(event.data.evidenceOn)}`)
    case 'evidence.described': return changed(`Changed what is said about ${names.evidence(event.data.evidence) ?? 'a file of evidence'}`, event.data.changes, names)
    case 'evidence.set-aside': return setAsideSentence(event.data, names)
    case 'letter.sent': return letterSentence(event.data)
    case 'letter.reply-recorded': return replySentence(event, names)
    case 'review.recorded': return reviewSentence(event.data)
    case 'decision.planned': return plannedSentence(event.data)
    case 'decision.step-done': return stressed('', stepWords(event.data.verb, event.data.step).done, `, on ${dateInWords(event.data.on)}${evidenceCount(event.data.evidence.length)}`)
    case 'decision.step-not-needed': return { text: `A step is not needed (${lowerFirst(stepNames[event.data.step])}): ${shortened(event.data.reason)}` }
    case 'decision.step-reopened': return { text: `Opened a step again (${lowerFirst(stepWords(event.data.verb, event.data.step).todo)}): ${shortened(event.data.reason)}` }
    case 'decision.checked': return { text: `Checked that it was carried out, on ${dateInWords(event.data.on)}${evidenceCount(event.data.evidence.length)}` }
    case 'decision.closed': return stressed('Decision closed: ', decided(event.data.verb, event.data.entry, names))
    case 'decision.watched': return { text: event.data.met ? `Saw on ${dateInWords(event.data.on)} that the condition is met` : `Looked on ${dateInWords(event.data.on)}: the condition is not met yet` }
    case 'decision.ended': return stressed('', event.data.verb === 'freeze' ? 'The freeze ended' : 'The deferral ended', ` on ${dateInWords(event.data.on)}, ${event.data.because === 'condition-met' ? 'its condition is met' : 'its last day has come'}`)
    case 'decision.lapsed': return stressed('Decision lapsed: ', decided(event.data.verb, event.data.entry, names))
    case 'decision.cancelled': return stressed('Cancelled the decision: ', decidedIn(event.subject.id, names))
  }
}

/** What an event is about, as its reference or name; empty where the sentence or the author already says it. */
export function eventAbout(event: TrailEvent, names: EventNames): string {
  const { kind, id } = event.subject
  switch (kind) {
    case 'entry': return event.type === 'entry.added' ? event.data.ref : (names.entry(id)?.ref ?? '')
    case 'decision': return event.type === 'decision.drafted' ? event.data.ref : (names.decision(id)?.ref ?? '')
    case 'letter': return event.type === 'letter.sent' ? event.data.ref : (names.letter(id)?.ref ?? '')
    case 'person': return event.type === 'person.changed' || (id !== event.actor.id && !event.type.startsWith('person.')) ? (names.person(id) ?? '') : ''
    case 'register': return ''
  }
}

/** The author is whoever brought it, so the sentence says whose answer it is. */
const broughtBack = ({ signatory, answer }: EventData<'decision.answered'>, about: string, names: EventNames): EventSentence =>
  stressed(`Brought back from another computer that ${names.person(signatory) ?? 'a partner'} ${lowerFirst(answered[answer])}: `, about)

const answered = Object.freeze({ agree: 'Agreed', disagree: 'Disagreed', 'stand-aside': 'Stood aside' } as const)
const refusedAt = Object.freeze({ 'sign-in': '', answer: ' when answering', vouch: ' when vouching for a new key' } as const)
const reports = Object.freeze({ trail: 'the audit trail', schedule: 'the register schedule', decision: 'a decision record', letter: 'a letter', calendar: 'a calendar file', 'signing-page': 'pages for signing on paper' } as const)

const stressed = (before: string, emphasis: string, after = ''): EventSentence => ({ text: before + emphasis + after, emphasis })

/** One change is told in full, "Notice period: empty → 3 months"; of several, the fields are named. */
function changed(what: string, changes: readonly Change[], names: EventNames): EventSentence {
  const [only, second] = changes
  if (!only || second) return { text: `${what}: ${fieldList(changes)}` }
  const from = shortened(changedValueInWords(only.field, only.from, names), 60)
  const to = shortened(changedValueInWords(only.field, only.to, names), 60)
  return stressed('', changedFieldWord(only.field), `: ${from} → ${to}`)
}

function fieldList(changes: readonly Change[]): string {
  const labels = changes.map(({ field }) => lowerFirst(changedFieldWord(field)))
  const shown = labels.length > 4 ? [...labels.slice(0, 3), `${labels.length - 3} more`] : labels
  return shown.length < 2 ? shown.join('') : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`
}

function policySentence({ from, to }: EventData<'policy.changed'>): EventSentence {
  if (from.quorum !== to.quorum) return stressed('', 'Sign-off rule', `: ${quorumWords[from.quorum]} → ${quorumWords[to.quorum]}`)
  return { text: 'Changed the sign-off rule' }
}

function keySentence(data: EventData<'person.key-added'>, person: string | undefined, names: EventNames): EventSentence {
  const voucher = data.vouchedBy === null ? '' : `, vouched for by ${names.person(data.vouchedBy) ?? 'another partner'}`
  const why = { 'first-use': 'First signing key', 'lost-passphrase': 'New signing key after a lost passphrase', 'changed-passphrase': 'New signing key with a new passphrase' }[data.because]
  return person ? stressed(`${why} for `, person, voucher) : { text: why + voucher }
}

function actionSentence({ action, choice, on }: EventData<'action.chosen'>, after = ''): EventSentence {
  const when = choice === 'taken' ? ` from ${dateInWords(on)}` : ` on ${dateInWords(on)}`
  return stressed('', actionWords[action].title, `: ${actionChoiceWords[choice]}${when}${after}`)
}

function settledSentence({ action, choice, on, outcome }: EventData<'action.settled'>): EventSentence {
  if (outcome === 'made') return actionSentence({ action, choice, on, reason: '' }, ', as the partners decided')
  return stressed('The partners did not agree: ', actionWords[action].title, ` is not ${choice === 'taken' ? 'taken' : 'ended'}`)
}

function positionSentence({ position, replaces }: EventData<'position.recorded'>): EventSentence {
  const days = [position.from ? `from ${dateInWords(position.from)}` : '', position.to ? `to ${dateInWords(position.to)}` : ''].filter(Boolean).join(' ')
  return stressed(replaces === null ? 'Added a position: ' : 'Recorded a position: ', positionSubjectWords[position.subject], `, ${lowerFirst(positionCodeWords[position.code])}${days === '' ? '' : `, ${days}`}`)
}

function proposedAgainSentence({ from, proposal, text }: EventData<'purpose.proposed-again'>): EventSentence {
  return stressed('Newer rules propose ', lowerFirst(classWords[proposal.class]), `, before ${lowerFirst(classWords[from.class])}: ${shortened(text)}`)
}

function exportSentence({ report, scope }: EventData<'export.made'>): EventSentence {
  const period = scope.kind !== 'period' ? '' : `, ${scope.from ? dateInWords(scope.from) : 'from the start'} to ${scope.to ? dateInWords(scope.to) : 'then'}`
  const past = scope.asAt === undefined ? '' : `, as at ${dateInWords(scope.asAt)}`
  return { text: `Exported ${reports[report]}${scope.kind === 'whole' ? ', whole register' : scope.ref ? `, ${scope.ref}` : ''}${period}${past}` }
}

function standingSentence(event: TrailEvent<'entry.standing-recorded'>, names: EventNames): EventSentence {
  const kind = names.entry(event.subject.id)?.kind ?? 'sharing-agreement'
  const { from, to } = event.data
  return stressed('', 'How it stands', `: ${lowerFirst(standingWord(kind, from.standing))} → ${lowerFirst(standingWord(kind, to.standing))}, seen on ${dateInWords(to.on)}`)
}

function forceSentence({ from, to }: EventData<'entry.force-recorded'>): EventSentence {
  return stressed('', 'Why it exists', `: ${from ? legalForceWords[from.force] : 'not recorded'} → ${legalForceWords[to.force]}, ${forceSaid(to.force).toLowerCase()} on ${dateInWords(to.checkedOn)}`)
}

function clauseSentence({ clause }: EventData<'clause.recorded'>): EventSentence {
  const { document, page, clause: number } = clause.place
  const place = [number === null ? null : `clause ${number}`, page === null ? null : `page ${page}`].filter((part) => part !== null).join(', ')
  const where = [place, document ?? ''].filter((part) => part !== '').join(' of ')
  return { text: `Recorded the text of ${where === '' ? 'a clause' : where}` }
}

function classSentence({ from, to, text }: EventData<'purpose.classified'>): EventSentence {
  if (from && from.class !== to.class) return stressed('', 'Class', ` of a purpose: ${lowerFirst(classWords[from.class])} → ${lowerFirst(classWords[to.class])}. ${shortened(text)}`)
  return stressed('Confirmed as ', lowerFirst(classWords[to.class]), `: ${shortened(text)}`)
}

function setAsideSentence({ evidence, kind, patientData, reason }: EventData<'evidence.set-aside'>, names: EventNames): EventSentence {
  const why = patientData ? 'it holds patient data. ' : ''
  return stressed(kind === 'removed' ? 'Removed the file ' : 'Set aside ', names.evidence(evidence) ?? 'a file of evidence', `: ${why}${shortened(reason)}`)
}

function letterSentence({ kind, recipient, subject, how, sentOn }: EventData<'letter.sent'>): EventSentence {
  return stressed(`${letterKindWords[kind]} sent to `, recipient, ` on ${dateInWords(sentOn)} by ${sentHowInWords(how)}: ${shortened(subject)}`)
}

function replySentence({ data: { on, items }, subject }: TrailEvent<'letter.reply-recorded'>, names: EventNames): EventSentence {
  const came = items.filter(({ outcome }) => outcome === 'came')
  const missing = items.filter(({ outcome }) => outcome === 'did-not-come')
  const told = came.length === 0 ? 'nothing of it came' : came.length === 1 && came[0] ? `${lowerFirst(askedWords[came[0].what])} came` : `${came.length} of ${items.length} came`
  const letter = names.letter(subject.id)
  return stressed('', 'Reply', `${letter ? ` of ${letter.recipient}` : ' to a letter'} on ${dateInWords(on)}: ${told}${missing.length > 0 && came.length > 0 ? `, ${missing.length} did not` : ''}`)
}

function reviewSentence({ kind, on, outcome, nextOn, evidence }: EventData<'review.recorded'>): EventSentence {
  return stressed('', reviewKindWords[kind], ` on ${dateInWords(on)}: ${lowerFirst(reviewOutcomeWords[outcome])}${nextOn === null ? '' : `, next on ${dateInWords(nextOn)}`}${evidenceCount(evidence.length)}`)
}

function plannedSentence({ tasks, reason }: EventData<'decision.planned'>): EventSentence {
  const days = tasks.map(({ step, due }) => `${lowerFirst(stepNames[step])} by ${dateInWords(due)}`)
  return { text: `Planned the follow-through: ${days.join(', ')}${reason === null ? '' : `. ${shortened(reason)}`}` }
}

const purposesMoved = ({ length }: readonly unknown[]): string => `${length} ${length === 1 ? 'purpose' : 'purposes'}`
const evidenceCount = (count: number): string => (count === 0 ? '' : `, ${count} ${count === 1 ? 'piece' : 'pieces'} of evidence`)

function decided(verb: EventData<'decision.made'>['verb'], entry: string, names: EventNames): string {
  const title = names.entry(entry)?.title
  return title ? `${verbInSentence(verb)}, ${title}` : verbInSentence(verb)
}

function decidedIn(decision: string, names: EventNames): string {
  const known = names.decision(decision)
  return known ? decided(known.verb, known.entry, names) : 'a decision'
}

function shortened(text: string, most = 110): string {
  const line = text.replaceAll(/\s+/g, ' ').trim()
  if (line.length <= most) return line
  const cut = line.slice(0, most).toWellFormed()
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), most - 20)).trimEnd()}…`
}
