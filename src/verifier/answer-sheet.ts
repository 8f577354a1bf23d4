import { verdictWords } from '../shared/domain/words/verdict.ts'
import type { VerdictCode } from '../shared/trail/verdict.ts'
import type { Answer } from './check-files.ts'
import { checkedParts, uncheckedParts, type Line } from './checked-parts.ts'
import { differencesAt, type EventDifferences } from './differences.ts'
import { element, icon, type Child, type IconName } from './element.ts'
import { signedAnswers } from './signed-answers.ts'
import { count, groups, instantInWords, numberInWords, scopeInWords, shortInstant } from './words.ts'
import { whatToDo } from './what-to-do.ts'

const looks = {
  matches: { icon: 'ok', tone: 'ok' }, changed: { icon: 'bad', tone: 'bad' },
  'cut-short': { icon: 'broken', tone: 'warn' }, 'could-not-check': { icon: 'unsure', tone: 'none' },
} as const satisfies Record<VerdictCode, { icon: IconName; tone: string }>

const tones = { ok: 'ok', bad: 'bad', broken: 'warn', note: 'quiet' } as const satisfies Record<Line['how'], string>

/** More findings than a reader takes in; the saved answer has them all. */
const most = 40

/** The verdict in its own shape and colour, in a word and a sentence. */
export function verdictPanel(answer: Answer): HTMLElement {
  const { verdict } = answer.file.check.verdict
  const look = looks[verdict]
  return element('div', { class: `verdict verdict--${look.tone}`, 'data-verdict': verdict },
    element('span', { class: look.tone }, icon(look.icon, 60, 1.1)),
    element('div', {}, element('h1', {}, verdictWords[verdict]), element('p', {}, headline(answer))))
}

/** Everything the verdict rests on. */
export function answerDetails(answer: Answer): HTMLElement {
  return element('div', { class: 'inside' },
    element('div', {}, ...findings(answer), differencesTable(differencesOf(answer)), todo(answer.file.check.verdict.verdict), ...aboutRegister(answer), signedTable(answer)),
    element('div', {}, ...checkedList(answer)))
}

/** The summary of the check, and what else holds where something does not. */
export function headline({ file: { check } }: Answer): string {
  const { verdict, parts } = check
  const { of, bad } = parts.hashes
  const rest = verdict.verdict === 'changed' && bad.length > 0 && bad.length < of ? ` The other ${count(of - bad.length, 'event matches its hash', 'events match their hashes')}.` : ''
  return verdict.summary + rest
}

function findings({ file: { check } }: Answer): Child[] {
  const { findings: found, summary } = check.verdict
  const others = found.filter(({ text }) => text !== summary)
  if (others.length === 0) return []
  const title = check.verdict.verdict === 'matches' ? 'Worth knowing' : 'What else was found'
  const rest = others.length - most
  return [element('section', {}, element('h2', {}, title), element('ul', { class: 'plain' }, ...others.slice(0, most).map(({ text }) => element('li', {}, text)), rest > 0 && element('li', { class: 'quiet' }, `and ${numberInWords(rest)} more, all of them in the saved answer`)))]
}

/** Of the first event that both files hold and that is not the same in both. */
export function differencesOf({ file, earlier }: Answer): EventDifferences | null {
  if (earlier === null || 'digits' in earlier || file.check.verdict.verdict !== 'changed') return null
  const seqs = [file.check.verdict.at, file.check.comparison?.finding?.seq ?? null]
  for (const seq of seqs) {
    const differences = seq === null ? null : differencesAt(seq, earlier.check, file.check)
    if (differences) return differences
  }
  return null
}

const head = (text: string): HTMLElement => element('th', { scope: 'col' }, text)

function differencesTable(differences: EventDifferences | null): Child {
  if (differences === null) return null
  return element('section', {}, element('h2', { id: 'differs' }, `What differs in event ${numberInWords(differences.seq)}`),
    element('div', { class: 'wide', tabindex: '0', role: 'region', 'aria-labelledby': 'differs' }, element('table', { class: 'differences' },
      element('thead', {}, element('tr', {}, head('Field'), head('In the earlier file'), head('In this file'))),
      element('tbody', {}, element('tr', {}, element('th', { scope: 'row' }, 'What'), element('td', { colspan: '2' }, differences.what)),
        ...differences.rows.map(({ field, earlier, now, hash }) => element('tr', {}, element('th', { scope: 'row' }, field), element('td', { class: hash ? 'old mono' : 'old' }, earlier), element('td', { class: hash ? 'new mono' : 'new' }, now)))))))
}

function todo(verdict: VerdictCode): Child {
  const steps = whatToDo(verdict)
  return steps.length === 0 ? null : element('section', {}, element('h2', {}, 'What to do'), element('ol', {}, ...steps.map((step) => element('li', {}, step))))
}

function aboutRegister({ file: { check, sha256, name } }: Answer): Child[] {
  const { trail, register } = check
  const rows: [string, Child][] = trail === null ? [['File', name]] : [
    ['Register', `${register.head?.practice.name ?? trail.register.practice} (${register.head?.practice.ods ?? trail.register.ods})`],
    ['This file', `${scopeInWords(trail.scope)}: ${numberInWords(trail.events.length)} of ${count(trail.hashes.length, 'event')}`],
    ['It holds', `${count(register.entries.size, 'entry', 'entries')}, ${count(register.decisions.size, 'decision')}, ${count(check.parts.signatures.of, 'signature')}`],
    ['Head', element('span', {}, `Event ${numberInWords(trail.head.seq)}, `, element('span', { class: 'mono' }, groups(trail.head.hash.slice(0, 16))))],
    ['Made', `${instantInWords(trail.generated.at)}, by ${trail.generated.by}, as the file says`],
  ]
  return [element('section', {}, element('h2', {}, trail === null ? 'The file' : 'The register'),
    element('dl', {}, ...rows.flatMap(([label, value]) => [element('dt', {}, label), element('dd', {}, value)]), ...(sha256 === '' ? [] : [element('dt', {}, 'SHA-256'), element('dd', { class: 'mono hash' }, groups(sha256))])))]
}

function signedTable({ file: { check } }: Answer): Child {
  const signed = signedAnswers(check)
  if (signed.length === 0) return null
  return element('section', {}, element('h2', { id: 'signed' }, 'Who signed what'),
    element('div', { class: 'wide', tabindex: '0', role: 'region', 'aria-labelledby': 'signed' }, element('table', {},
      element('thead', {}, element('tr', {}, head('Decision'), head('Partner'), head('Answer'), head('Signed'), head('Signature'))),
      element('tbody', {}, ...signed.map(({ about, title, who, answer, comment, at, good, seq, onPaper, note }) => element('tr', {},
        element('td', {}, about === '' ? null : element('b', {}, about), about === '' ? title : ` ${title}`), element('td', {}, who),
        element('td', {}, element('b', {}, answer), comment === null || comment === '' ? null : element('small', {}, comment)),
        element('td', {}, shortInstant(at), element('small', {}, `Event ${numberInWords(seq)}`), note === null ? null : element('small', {}, note)),
        element('td', { class: good ? (onPaper ? 'quiet' : 'ok') : 'bad' }, icon(good ? (onPaper ? 'unsure' : 'ok') : 'bad', 16), good ? (onPaper ? 'In ink, not checked here' : 'Good') : 'Not good')))))))
}

function checkedList(answer: Answer): Child[] {
  const lines = checkedParts(answer)
  const not = uncheckedParts(answer)
  return [
    lines.length > 0 && element('section', {}, element('h2', {}, 'What was checked'), element('ul', { class: 'checked' }, ...lines.map(({ how, name, said, detail }) => element('li', {},
      element('span', { class: tones[how] }, icon(how)), element('div', {}, element('b', {}, name), `: ${said}`, detail === undefined ? null : element('small', {}, detail)))))),
    not.length > 0 && element('section', {}, element('h2', {}, 'What could not be checked'), element('ul', { class: 'plain small' }, ...not.map((text) => element('li', {}, text)))),
  ]
}
