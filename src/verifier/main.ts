import { answerDetails, verdictPanel } from './answer-sheet.ts'
import { checkFiles, type Answer, type Earlier, type NamedFile } from './check-files.ts'
import { byId, element, icon } from './element.ts'
import { acceptDrops } from './drops.ts'
import { aboutFile, emptyCard, filledCard } from './file-card.ts'
import { inSlices } from './in-slices.ts'
import { readFile } from './read-file.ts'
import { answerText, saveText } from './save-answer.ts'
import { typedForm } from './typed-form.ts'
import { groups, instantInWords, numberInWords, sizeInWords } from './words.ts'
import './verifier.scss'

declare const appVersion: string

let file: NamedFile | null = null
let earlier: Earlier | null = null
/** Counts the checks, so that a newer one ends an older one. */
let turn = 0
/** A long file takes a while to read: where another was chosen meanwhile, that one counts. */
const newest = { file: 0, earlier: 0 }

byId('mark').append(icon('trail', 20))
byId('no-network').prepend(icon('ok', 16))
showCards(null)
showIntro()
acceptDrops((place, dropped) => void (place === 'earlier' ? takeEarlier(dropped) : takeFile(dropped)))

function showCards(answer: Answer | null): void {
  if (file === null) emptyCard({ place: 'file', title: 'The file to check', invitation: 'Drop a PDF of the register or a trail.json here.', choose: 'Choose a file', onFile: (chosen) => void takeFile(chosen) })
  else filledCard('file', file.name, answer ? aboutFile(answer.file) : sizeInWords(file.bytes.length), (chosen) => void takeFile(chosen), null)
  if (earlier === null) {
    emptyCard({ place: 'earlier', title: 'To compare with, if you have it', invitation: 'An earlier PDF that somebody else kept. It shows what the file alone cannot.', choose: 'Choose', onFile: (chosen) => void takeEarlier(chosen), more: typedForm((seq, digits) => setEarlier({ seq, digits })) })
  } else if ('digits' in earlier) filledCard('earlier', `Event ${numberInWords(earlier.seq)}, ${groups(earlier.digits)}`, 'To compare with: typed from the foot of a page', (chosen) => void takeEarlier(chosen), () => setEarlier(null))
  else filledCard('earlier', earlier.name, `To compare with: ${answer?.earlier && 'check' in answer.earlier ? aboutFile(answer.earlier) : sizeInWords(earlier.bytes.length)}`, (chosen) => void takeEarlier(chosen), () => setEarlier(null))
}

function showIntro(): void {
  byId('details').replaceChildren(element('div', { class: 'intro' }, element('h1', {}, 'Is this trail as it was recorded?'),
    element('p', {}, 'Every PDF that the register makes carries its trail. This page checks it: each event, how they are tied together, each signature, each signed statement, and whether enough partners agreed.'),
    element('p', {}, 'It answers in one of four ways: it matches, it was changed, it was cut short, or it could not be checked.')))
}

async function takeFile(chosen: File): Promise<void> {
  const mine = newest.file += 1
  const read = await readFile(chosen)
  if (mine !== newest.file) return
  file = read
  await check()
  byId('file').querySelector('button')?.focus()
}

async function takeEarlier(chosen: File): Promise<void> {
  const mine = newest.earlier += 1
  const read = await readFile(chosen)
  if (mine === newest.earlier) setEarlier(read)
}

function setEarlier(value: Earlier | null): void {
  newest.earlier += 1
  earlier = value
  void check().then(() => byId('earlier').querySelector('button')?.focus())
}

async function check(): Promise<void> {
  turn += 1
  const mine = turn
  showCards(null)
  byId('acts').hidden = true
  if (file === null) return
  byId('when').hidden = true
  byId('verdict').replaceChildren()
  byId('details').replaceChildren()
  showProgress(0)
  const answer = await inSlices(checkFiles(file, earlier), showProgress, () => mine !== turn)
  if (answer === null) return
  byId('progress').hidden = true
  showCards(answer)
  showAnswer(answer)
}

function showProgress(share: number): void {
  byId('progress').hidden = false
  const bar = byId('progress').querySelector('progress')
  if (bar) bar.value = Math.round(share * 100)
}

function showAnswer(answer: Answer): void {
  const at = new Date().toISOString()
  byId('verdict').replaceChildren(verdictPanel(answer))
  byId('details').replaceChildren(answerDetails(answer))
  byId('when').textContent = `Checked on ${instantInWords(at)} with version ${appVersion} of this page.`
  byId('when').hidden = false
  const save = element('button', { type: 'button', class: 'link' }, 'Save this answer')
  save.addEventListener('click', () => saveText(`Checked ${answer.file.name.replace(/\.[a-z]+$/i, '')} ${at.slice(0, 10)}.txt`, answerText(answer, at, appVersion)))
  const print = element('button', { type: 'button', class: 'link' }, 'Print')
  print.addEventListener('click', () => window.print())
  byId('acts').replaceChildren(save, print)
  byId('acts').hidden = false
}
