/** How a line is marked: `4.2`, `4.`, `(a)`, `(ii)`, a bullet, a schedule's title, or not at all. */
export type Marker = 'clause' | 'number' | 'letter' | 'roman' | 'bullet' | 'schedule' | 'none'

/** A paragraph, list item or heading, as a place in the text without its marker. */
export type Block = Readonly<{ start: number; end: number; marker: Marker; heading: boolean; afterBlank: boolean }>

type Line = Readonly<{ start: number; end: number; body: number; marker: Marker; blank: boolean }>

const markers: readonly (readonly [Marker, RegExp])[] = [
  ['schedule', /^(?:schedule|annex|appendix|part)\s+(?:\d{1,2}|[a-z]|[ivx]{1,4})(?=[\s.:,–—-]|$)(?:\s*[.:–—-])?\s*/i],
  ['clause', /^(?:clause\s+|section\s+|para(?:graph)?\s+)?\d{1,3}(?:\.\d{1,3})+[.):]?\s+/i],
  ['clause', /^[A-Z]\.?\d{1,2}(?:\.\d{1,3})*[.):]?\s+(?=[A-Z(“"'a-z])/],
  ['number', /^(?:(?:clause|section|paragraph)\s+)?\d{1,3}[.):]\s+/i],
  ['number', /^\(\d{1,3}\)\s+/],
  ['number', /^\d{1,2}\s+(?=[A-Z][A-Za-z]*(?:\s+[A-Za-z&/,-]+){0,7}\s*$)/],
  ['number', /^\d{1,2}\s+(?=[A-Z][^.;:]{2,60}\.\s)/],
  ['roman', /^\(?(?:i{1,3}|iv|vi{0,3}|ix|xi{0,2})[.)]\s+/],
  ['letter', /^\(?[a-z][.)]\s+/i],
  ['bullet', /^(?:[•●▪◦‣·*–—-]|o(?=\s))\s+/],
]
const verbish = /\b(?:is|are|was|were|be|may|will|shall|must|can|cannot|should|has|have|does|do|uses|use[ds]|agrees?|agreed)\b/i

/** Cuts a text into paragraphs, list items and headings; lines that were only wrapped are put together again. */
export function splitBlocks(text: string): readonly Block[] {
  const lines = splitLines(text)
  const blocks: Block[] = []
  let open: { start: number; end: number; marker: Marker; afterBlank: boolean } | null = null
  const close = () => { if (open) blocks.push({ ...open, heading: false }); open = null }
  lines.forEach((line, index) => {
    if (line.blank) return close()
    const before = lines[index - 1]
    const afterBlank = before === undefined || before.blank
    if (isHeading(text, line, lines[index + 1], afterBlank)) {
      close()
      blocks.push({ start: line.body, end: line.end, marker: line.marker, heading: true, afterBlank })
    } else if (open && line.marker === 'none' && !endsList(text, open.end)) {
      open.end = line.end
    } else {
      close()
      open = { start: line.body, end: line.end, marker: line.marker, afterBlank }
    }
  })
  close()
  return blocks
}

/** After a colon or semicolon the next line starts something of its own. */
function endsList(text: string, end: number): boolean {
  return /[:;]$/.test(text.slice(Math.max(0, end - 1), end))
}

function splitLines(text: string): readonly Line[] {
  const lines: Line[] = []
  let start = 0
  while (start <= text.length) {
    const found = text.indexOf('\n', start)
    const stop = found === -1 ? text.length : found
    let from = start
    let to = stop
    while (from < to && isSpace(text.charCodeAt(from))) from++
    while (to > from && isSpace(text.charCodeAt(to - 1))) to--
    const head = text.slice(from, Math.min(to, from + 120))
    const [marker, length] = markerOf(head)
    lines.push({ start: from, end: to, body: Math.min(from + length, to), marker, blank: from === to })
    start = stop + 1
  }
  return lines
}

function isSpace(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13) || code === 160 || code === 0xfeff
}

function markerOf(head: string): readonly [Marker, number] {
  for (const [marker, find] of markers) {
    const found = find.exec(head)
    if (found) return [marker, found[0].length]
  }
  return ['none', 0]
}

function isHeading(text: string, line: Line, next: Line | undefined, afterBlank: boolean): boolean {
  if (line.marker === 'schedule') return line.end - line.start <= 120 && !/[.;,]$/.test(text.slice(line.body, line.end))
  if (line.marker === 'bullet' || line.marker === 'roman') return false
  if (line.end - line.body > 90 || line.end === line.body) return false
  const body = text.slice(line.body, line.end)
  const shouted = body === body.toUpperCase()
  const titled = shouted || /^(?:what|how|who|why|where|when|uses?|purposes?) /i.test(body)
  if (!/^[A-Z“"']/.test(body) || /[.;,]$/.test(body) || (verbish.test(body) && !titled)) return false
  const words = body.split(/\s+/).length
  if (words > 10 || next === undefined) return false
  if (next.blank || shouted) return true
  if (body.endsWith(':')) return words <= 6
  const continued = /^[a-z]/.test(text.slice(next.start, next.start + 1)) && next.marker === 'none'
  return !continued && (afterBlank || line.marker !== 'none') && words <= 8
}
