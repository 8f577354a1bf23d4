import { headTyped } from '../shared/trail/head-words.ts'
import { element } from './element.ts'

/** For whoever has only the paper: the number and the digits from the foot of any page, or the line from the minutes of a meeting. */
export function typedForm(onTyped: (seq: number, digits: string) => void): HTMLElement {
  const seq = element('input', { id: 'typed-seq', inputmode: 'numeric', autocomplete: 'off', size: '6', maxlength: '120' })
  const digits = element('input', { id: 'typed-digits', autocomplete: 'off', spellcheck: 'false', size: '22', maxlength: '120', class: 'mono', 'aria-describedby': 'typed-wrong typed-hint' })
  const wrong = element('p', { id: 'typed-wrong', class: 'wrong', role: 'alert' })
  const form = element('form', { class: 'typed', novalidate: true },
    element('p', {}, element('label', { for: 'typed-seq' }, 'Event number'), seq),
    element('p', {}, element('label', { for: 'typed-digits' }, 'First 16 digits'), digits),
    element('button', { type: 'submit', class: 'button' }, 'Compare'), wrong,
    element('p', { id: 'typed-hint', class: 'quiet' }, 'A line from minutes, such as “event 1,293, 2c1b 3a69 …”, can go into either field whole.'))
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    const head = headTyped(seq.value, digits.value)
    const isNumber = head !== null || /^\s*[1-9][\d, ]*$/.test(seq.value)
    seq.toggleAttribute('aria-invalid', !isNumber)
    digits.toggleAttribute('aria-invalid', isNumber && head === null)
    if (head) return onTyped(head.seq, head.digits)
    wrong.textContent = isNumber ? 'Enter the 16 digits as printed: numbers and the letters a to f.' : 'Enter the number of the event, as printed at the foot of a page.'
    ;(isNumber ? digits : seq).focus()
  })
  return element('details', {}, element('summary', {}, 'Or type what is printed at the foot of a page'), form)
}
