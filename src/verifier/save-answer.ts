import { verdictWords } from '../shared/domain/words/verdict.ts'
import { differencesOf, headline } from './answer-sheet.ts'
import type { Answer, CheckedFile } from './check-files.ts'
import { checkedParts, uncheckedParts } from './checked-parts.ts'
import { signedAnswers } from './signed-answers.ts'
import { whatToDo } from './what-to-do.ts'
import { instantInWords, numberInWords } from './words.ts'

const block = (title: string, lines: readonly string[]): string[] => (lines.length === 0 ? [] : ['', title, ...lines.map((line) => `- ${line}`)])

const known = ({ name, size, sha256 }: CheckedFile): string => (sha256 === '' ? `${name}, not read` : `${name}, ${numberInWords(size)} bytes, SHA-256 ${sha256}`)

/** The answer as plain text, complete, for keeping beside the files. */
export function answerText(answer: Answer, at: string, version: string): string {
  const { file, earlier } = answer
  const { check } = file
  const differences = differencesOf(answer)
  return [
    `${verdictWords[check.verdict.verdict]}. ${headline(answer)}`,
    '', `Checked on ${instantInWords(at)} with the checking page of Practice Sharing Register ${version}.`,
    `File: ${known(file)}`,
    ...(earlier === null ? [] : ['digits' in earlier ? `Held against: event ${earlier.seq}, digits ${earlier.digits}` : `Held against: ${known(earlier)}`]),
    ...(check.verdict.checked.head ? [`Head: event ${check.verdict.checked.head.seq}, ${check.verdict.checked.head.hash}`] : []),
    ...block('What was found', check.verdict.findings.map(({ text }) => text)),
    ...block(`What differs in event ${differences?.seq}`, differences?.rows.map(({ field, earlier: before, now }) => `${field}: ${before} → ${now}`) ?? []),
    ...block('What was checked', checkedParts(answer).map(({ name, said, detail }) => `${name}: ${said}${detail === undefined ? '' : ` (${detail})`}`)),
    ...block('What could not be checked', uncheckedParts(answer)),
    ...block('Who signed what', signedAnswers(check).map(({ seq, about, title, who, answer: said, at: when, good, onPaper, note }) => `${[about, title].filter((part) => part !== '').join(' ')}: ${who}, ${said}, ${instantInWords(when)}, event ${seq}, ${!good ? 'not good' : onPaper ? 'in ink, not checked here' : 'good'}${note === null ? '' : `. ${note}`}`)),
    ...block('What to do', whatToDo(check.verdict.verdict)),
    '', 'Tamper-evident means a change can be seen, not that it cannot be made.', '',
  ].join('\n')
}

/** Hands the text to the browser to keep. */
export function saveText(name: string, text: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([text], { type: 'text/plain;charset=utf-8' }))
  link.download = name
  link.click()
  // The browser has to have begun before the address is given up.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
}
