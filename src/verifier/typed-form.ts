import { typedHead } from '../shared/trail/compare-heads.ts'
import { element } from './element.ts'

/** For whoever has only the paper: the number and the digits from the foot of any page. */
export function typedForm(onTyped: (seq: number, digits: string) => void): HTMLElement {
  const seq = element('input', { id: 'typed-seq', inputmode: 'numeric', autocomplete: 'off', size: '6', maxlength: '15' })
  const digits = element('input', { id: 'typed-digits', autocomplete: 'off', spellcheck: 'false', size: '22', maxlength: '90', class: 'mono', 'aria-describedby': 'typed-wrong' })
  const wrong = element('p', { id: 'typed-wrong', class: 'wrong', role: 'alert' })
  const form = element('form', { class: 'typed', novalidate: true },
    element('p', {}, element('label', { for: 'typed-seq' }, 'Event number'), seq),
    element('p', {}, element('label', { for: 'typed-digits' }, 'First 16 digits'), digits),
    element('button', { type: 'submit', class: 'button' }, 'Compare'), wrong)
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    const number = Number(seq.value.replaceAll(/[\s,]/g, ''))
    const isNumber = Number.isSafeInteger(number) && number > 0
    const head = isNumber ? typedHead(number, digits.value) : null
    seq.toggleAttribute('aria-invalid', !isNumber)
    digits.toggleAttribute('aria-invalid', isNumber && head === null)
    if (head?.kind === 'typed') return onTyped(head.seq, head.digits)
    wrong.textContent = isNumber ? 'Enter the 16 digits as printed: numbers and the letters a to f.' : 'Enter the number of the event, as printed at the foot of a page.'
    ;(isNumber ? digits : seq).focus()
  })
  return element('details', {}, element('summary', {}, 'Or type what is printed at the foot of a page'), form)
}
