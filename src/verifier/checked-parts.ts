import { hasBytes } from '../shared/domain/evidence-record.ts'
import type { Part } from '../shared/trail/parts.ts'
import type { Answer } from './check-files.ts'
import { count, groups, instantInWords, numberInWords } from './words.ts'

/** One line of what was looked at: how it went, in a word, and the detail. */
export type Line = Readonly<{ how: 'ok' | 'bad' | 'broken' | 'note'; name: string; said: string; detail?: string }>

/** What was checked and how each part of it went. */
export function checkedParts(answer: Answer): Line[] {
  const { check } = answer.file
  if (check.trail === null) return []
  const { parts } = check
  const lines = [
    line('Each event', parts.hashes, (good, of) => `${good} of ${of} ${of === '1' ? 'matches its' : 'match their'} hash`),
    line('Order and links', parts.order, (good, of) => `${good} of ${of}`, 'No gap, no repeat'),
    line('Form', parts.form, (good, of) => `${good} of ${of} as this app writes them`),
    line('Signatures', parts.signatures, (good, of) => `${good} of ${of} valid`),
    line('Statements', parts.statements, (good, of) => `${good} of ${of} as fixed`),
  ]
  if (parts.paper.of > 0) lines.push(line('Answers on paper', parts.paper, (good, of) => `${good} of ${of} to the statement that stood, with a scan attached`, 'Ink cannot be checked by computation: see below'))
  // A part of the trail may leave out the answers that an outcome rests on.
  if (parts.outcomes.of > 0) lines.push(line('Who could decide', parts.outcomes, (good, of) => `${good} of ${of} by the policy of the day`))
  if (parts.carrying.of > 0) lines.push(line('Carrying out', parts.carrying, (good, of) => `${good} of ${of} ${of === '1' ? 'check or closing' : 'checks and closings'} by the policy of the day`))
  return [...lines, ...againstEarlier(answer)]
}

function line(name: string, { of, bad }: Answer['file']['check']['parts'][Part], said: (good: string, of: string) => string, whenGood?: string): Line {
  const good = numberInWords(Math.max(0, of - bad.length))
  if (of === 0 && bad.length === 0) return { how: 'note', name, said: 'none in this file' }
  if (bad.length === 0) return { how: 'ok', name, said: said(good, numberInWords(of)), ...(whenGood ? { detail: whenGood } : {}) }
  return { how: 'bad', name, said: said(good, numberInWords(of)), detail: whichEvents(bad) }
}

/** "Events 3, 5 and 9", or the first few of many. */
function whichEvents(bad: readonly (number | null)[]): string {
  const numbers = bad.filter((seq) => seq !== null)
  if (numbers.length === 0) return 'The file as a whole'
  const shown = numbers.slice(0, 6).map(numberInWords)
  const rest = numbers.length - shown.length
  if (numbers.length === 1) return `Event ${shown.join('')}`
  return rest > 0 ? `Events ${shown.join(', ')} and ${numberInWords(rest)} more` : `Events ${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`
}

function againstEarlier({ file: { check }, earlier }: Answer): Line[] {
  if (earlier === null) return []
  const typed = 'digits' in earlier
  const name = typed ? `Number and digits you typed, event ${numberInWords(earlier.seq)}` : `Earlier file, ${earlier.name}`
  const { comparison } = check
  if (comparison === null) return [{ how: 'note', name, said: 'could not be compared' }]
  const { verdict, against, finding } = comparison
  if (verdict === 'matches') {
    const said = against.since === 0 ? 'this file ends where it ends' : `this file goes on from it, with ${count(against.since, 'event')} since`
    return [{ how: 'ok', name, said, detail: `Head ${numberInWords(against.seq)}, ${groups(against.hash.slice(0, 16))}` }, ...(typed ? [] : sameBytes(check, earlier))]
  }
  return [{ how: verdict === 'cut-short' ? 'broken' : 'bad', name, said: verdict === 'cut-short' ? 'goes further than this file' : 'differs', ...(finding ? { detail: finding.text } : {}) }]
}

/** Each export stands in the trail with the SHA-256 of the file that was written: where it is that of the earlier PDF, its pages are as they were printed. */
function sameBytes({ register }: Answer['file']['check'], earlier: Readonly<{ name: string; sha256: string }>): Line[] {
  const made = register.exports.find(({ sha256 }) => sha256 === earlier.sha256)
  return made ? [{ how: 'ok', name: 'Pages of the earlier file', said: 'byte for byte as it was exported', detail: `Event ${numberInWords(made.seq)}, ${instantInWords(made.at)}` }] : []
}

function evidenceFiles({ entries, decisions }: Answer['file']['check']['register']): number {
  return new Set([...entries.values(), ...decisions.values()].flatMap(({ evidence }) => evidence.filter(hasBytes).map(({ sha256 }) => sha256))).size
}

/** What nobody can tell from what was put on the page, in plain words. */
export function uncheckedParts({ file: { check }, earlier }: Answer): string[] {
  const { trail } = check
  if (trail === null) return []
  const list: string[] = []
  if (earlier === null) list.push('Whether newer events were cut off, or the whole chain was worked out again. Only an earlier PDF, or a number and 16 digits that somebody else kept, can show that.')
  if (trail.events.length < trail.hashes.length) list.push(`The other ${count(trail.hashes.length - trail.events.length, 'event')} of the register: this file holds only their hashes. Whether anything that belongs here was left out cannot be seen from a part.`)
  if (trail.events.length < trail.hashes.length) list.push('Whether the answers were enough for each decision: that takes the whole trail.')
  const paper = check.parts.paper.of
  if (paper > 0) list.push(`${count(paper, 'answer')} on paper, signed in ink. Whose hand it was cannot be checked by computation: look at the ${paper === 1 ? 'scan' : 'scans'} in the register.`)
  const files = evidenceFiles(check.register)
  // Where everything matches, that is told with the verdict.
  if (files > 0 && check.verdict.verdict !== 'matches') list.push(`${count(files, 'file')} of evidence: this file holds only ${files === 1 ? 'its hash' : 'their hashes'}. The app checks the files themselves.`)
  list.push('The printed pages. This page reads the trail that is attached to a PDF, not what is drawn on its pages.')
  list.push('When and by whom this copy was made: that is not part of the chain.')
  list.push('Who sat at the keyboard, and whether what was recorded was also done.')
  return list
}
