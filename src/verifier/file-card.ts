import { byId, element, icon, type Child } from './element.ts'
import { scopeInWords, count, sizeInWords } from './words.ts'
import type { CheckedFile } from './check-files.ts'

type Card = Readonly<{
  /** Id of the section in the page. */
  place: 'file' | 'earlier'
  title: string
  invitation: string
  choose: string
  onFile: (file: File) => void
  /** More that can be done here while nothing is chosen. */
  more?: Child
}>

/** A place for a file: to drop it on, or to choose it with a button. */
export function emptyCard({ place, title, invitation, choose, onFile, more }: Card): void {
  const input = fileInput(place, onFile)
  const button = element('button', { type: 'button', class: place === 'file' ? 'button button--main' : 'button' }, choose)
  button.addEventListener('click', () => input.click())
  show(place, false, element('span', { class: 'file__icon' }, icon('file', 26, 1.2)),
    element('div', { class: 'file__about' }, element('h2', { id: `${place}-title` }, title), element('p', { class: 'quiet' }, invitation)), element('span', {}, button, input), more ? element('div', { class: 'file__more' }, more) : null)
}

/** The same place with what was put there, and a way to put something else. */
export function filledCard(place: Card['place'], title: string, about: string, onFile: (file: File) => void, onRemove: (() => void) | null): void {
  const input = fileInput(place, onFile)
  const change = element('button', { type: 'button', class: 'link' }, 'Change', element('span', { class: 'unseen' }, place === 'file' ? ' the file to check' : ' what to compare with'))
  change.addEventListener('click', () => input.click())
  const remove = onRemove && element('button', { type: 'button', class: 'link' }, 'Remove', element('span', { class: 'unseen' }, ' what to compare with'))
  remove?.addEventListener('click', () => onRemove?.())
  show(place, true, element('span', { class: 'file__icon' }, icon('file', 26, 1.2)),
    element('div', { class: 'file__about' }, element('h2', { id: `${place}-title` }, title), element('p', { class: 'quiet' }, about)),
    element('span', { class: 'file__acts' }, change, remove, input))
}

function fileInput(place: Card['place'], onFile: (file: File) => void): HTMLInputElement {
  const input = element('input', { type: 'file', id: `${place}-input`, accept: '.pdf,.json,application/pdf,application/json', hidden: true })
  input.addEventListener('change', () => {
    const [file] = input.files ?? []
    if (file) onFile(file)
  })
  return input
}

function show(place: Card['place'], filled: boolean, ...children: Child[]): void {
  const section = byId(place)
  section.classList.toggle('file--empty', !filled)
  section.replaceChildren(...children.filter((child) => child !== null && child !== false))
}

/** "Demo Surgery (A99999), the whole trail, 1,318 events" */
export function aboutFile({ size, check }: CheckedFile): string {
  const { trail, register } = check
  if (trail === null) return sizeInWords(size)
  const practice = register.head?.practice ?? { name: trail.register.practice, ods: trail.register.ods }
  const scope = scopeInWords(trail.scope)
  const events = trail.events.length === trail.hashes.length ? count(trail.events.length, 'event') : `${count(trail.events.length, 'event')} of ${count(trail.hashes.length, 'event')}`
  return `${practice.name} (${practice.ods}), ${scope.slice(0, 1).toLowerCase()}${scope.slice(1)}, ${events}`
}
