import { styles } from '../page/measures.ts'
import { grouped } from '../page/numbers.ts'
import type { Passage } from '../page/table.ts'
import type { Span } from '../page/typeset.ts'
import type { Detail } from './event-details.ts'

/** Values run on with dots between them; only a new group, a hash or a text of several lines begins a line of its own. */
export function detailPassages(details: readonly Detail[]): Passage[] {
  const passages: Passage[] = []
  let line: Span[] = []
  let group = ''
  const close = () => {
    if (line.length > 0) passages.push({ text: line, style: styles.small, before: passages.length === 0 ? 1 : 0 })
    line = []
  }
  for (const detail of details) {
    const alone = detail.value.length + (detail.from?.length ?? 0) > 220 || detail.value.includes('\n')
    if (alone || detail.group !== group) close()
    if (detail.group !== group) {
      group = detail.group
      if (group) line.push({ text: `${group}  `, face: 'bold' })
    } else if (line.length > 0) line.push({ text: '  ·  ' })
    line.push(...detailSpans(detail))
    if (alone) close()
  }
  close()
  return passages
}

function detailSpans({ label, value, from, hash }: Detail): Span[] {
  const shown: Span = hash ? { text: /^[0-9a-f]+$/.test(value) ? grouped(value) : value, face: 'mono', colour: 'ink' } : { text: value, colour: 'ink' }
  const before: Span[] = from === undefined ? [] : [{ text: from }, { text: ' → ' }]
  return [...(label ? [{ text: `${label}: ` }] : []), ...before, shown]
}
