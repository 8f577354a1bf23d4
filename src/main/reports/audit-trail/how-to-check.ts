import { facts, heading, numberedList, paragraph, sideBySide } from '../page/blocks.ts'
import { mm, styles } from '../page/measures.ts'
import type { Ink } from '../page/measures.ts'
import { counted, grouped } from '../page/numbers.ts'
import { space } from '../page/sheet.ts'
import type { Sheet } from '../page/sheet.ts'
import { table } from '../page/table.ts'
import { instantInWords } from '../page/times.ts'
import { dateInWords } from '../../../shared/domain/words/date.ts'
import { headInWords } from '../../../shared/trail/head-words.ts'
import { verdicts, type VerdictCode } from '../../../shared/trail/verdict.ts'
import { headBox } from './head-box.ts'
import type { AuditTrail } from './input.ts'
import { asAtInWords, scopeInWords } from './sections.ts'

const answers = Object.freeze({
  matches: { word: 'Matches', colour: 'good', means: 'All events are whole, in order and tied together, and extend what you compared them with.' },
  changed: { word: 'Changed', colour: 'bad', means: 'At least one event is not what was recorded. The answer names it and shows what differs.' },
  'cut-short': { word: 'Cut short', colour: 'warning', means: 'Events that you hold elsewhere are missing at the end.' },
  'could-not-check': { word: 'Could not check', colour: 'quiet', means: 'The file carries no trail or cannot be read. That says nothing about the register.' },
} as const satisfies Record<VerdictCode, { word: string; colour: Ink; means: string }>)

const reportWords = Object.freeze({ trail: 'Audit trail', schedule: 'Register schedule', decision: 'Decision record', letter: 'Letter', calendar: 'Calendar file', 'signing-page': 'Pages to sign' } as const)

/** The last page: how an outsider can check all this without having to trust whoever printed it. */
export function howToCheck(sheet: Sheet, audit: AuditTrail): void {
  paragraph(sheet, 'This PDF carries the trail itself, as an attachment named trail.json. Every value printed here comes from it. You need no network, and nothing has to be installed.')
  space(sheet, mm(5))
  headBox(sheet, audit, false)
  space(sheet, mm(4))
  paragraph(sheet, [{ text: 'For the minutes of a meeting: ' }, { text: headInWords(audit.trail.head), face: 'bold' }, { text: '. The checking page and the app take that line as it stands, and answer whether a trail still extends it.' }])
  heading(sheet, 'H2', 'Three ways', 'section')
  numberedList(sheet, [
    [{ text: 'The checking page. ', face: 'bold' }, { text: 'Open verifier.html, which the practice can save beside this PDF, in any browser. Drop this PDF on it, and an older one too if you have it.' }],
    [{ text: 'The app. ', face: 'bold' }, { text: 'Go to Trail, then Compare with an earlier PDF.' }],
    [{ text: 'By hand. ', face: 'bold' }, { text: 'Read the number and the 16 digits at the foot of any page to the practice. Its app says whether today’s register extends them.' }],
  ])
  heading(sheet, 'H2', 'The four answers', 'section')
  table(sheet, [{ head: 'Answer', width: mm(38), namesRow: true }, { head: 'What it means' }], verdicts.map((code) => {
    const { word, colour, means } = answers[code]
    return { cells: [{ text: [{ glyph: `verdict-${code}` }, { text: word, face: 'bold', colour }] }, means] }
  }), { headed: false, style: { ...styles.table, size: 9, leading: 12 } })
  sideBySide(sheet, [(column) => whatItProves(column), (column) => aboutThis(column, audit)])
  headsGivenOut(sheet, audit)
}

function whatItProves(sheet: Sheet): void {
  heading(sheet, 'H2', 'What it proves, and what not', 'section')
  paragraph(sheet, 'The trail is tamper-evident. A change made outside the app shows against any PDF or backup that somebody else holds. Whoever has the register file could still cut off the newest events, or work out the whole chain anew. Only a head that another person holds closes that gap, so give a copy of this document away.')
}

function aboutThis(sheet: Sheet, audit: AuditTrail): void {
  const { trail, app, rules, madeAt, madeBy, check } = audit
  heading(sheet, 'H2', 'About this document', 'section')
  facts(sheet, [
    ['Scope', audit.whole ? `Whole register, events 1 to ${counted(trail.head.seq)}` : `${scopeInWords(audit)}${audit.isPast ? ` as at ${asAtInWords(audit)}` : ''}; ${counted(audit.events.length)} of ${counted(trail.head.seq)} events`],
    ['Made', `${instantInWords(madeAt)}, by ${madeBy}`],
    ['Checked', `${counted(check.checked.events)} events, ${counted(check.checked.signatures)} signatures, ${counted(check.checked.statements)} statements`],
    ['App, rules', `${app}, rules ${rules}`],
    ['Recorded with', appVersions(audit)],
    ['Format', 'psr-trail/1, identified as PDF/A-3a'],
  ], mm(28))
}

/** Each event says which version of the app wrote it. */
function appVersions({ events }: AuditTrail): string {
  const spans: { app: string; from: number; to: number }[] = []
  for (const printed of events) {
    if (!printed.known) continue
    const { app, seq } = printed.event
    const last = spans.at(-1)
    if (last?.app === app) last.to = seq
    else spans.push({ app, from: seq, to: seq })
  }
  return spans.length === 0 ? 'No events' : spans.map(({ app, from, to }) => `${app} (${from === to ? `event ${counted(from)}` : `events ${counted(from)} to ${counted(to)}`})`).join(', ')
}

function headsGivenOut(sheet: Sheet, { headsGivenOut: heads }: AuditTrail): void {
  heading(sheet, 'H2', 'Heads given out before', 'section')
  if (heads.length === 0) return paragraph(sheet, 'None: this is the first document that was made from this register.', styles.quiet)
  table(sheet, [{ head: 'Event', width: mm(22), namesRow: true }, { head: 'Made', width: mm(36) }, { head: 'First 16 digits', width: mm(46) }, { head: 'In' }],
    heads.toSorted((a, b) => b.head.seq - a.head.seq).map(({ head, at, report, scope, by }) => ({ cells: [
      counted(head.seq), dateInWords(at.slice(0, 10)), { text: grouped(head.hash.slice(0, 16)), style: styles.tableHash },
      `${reportWords[report]}${scope.ref ? ` ${scope.ref}` : ''}, by ${by}`,
    ] })))
}
