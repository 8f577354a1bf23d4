import { readdirSync, readFileSync } from 'node:fs'
import { z } from 'zod'
import { entryClasses, type EntryClass } from '../../src/shared/domain/class.ts'
import { classifyInput, type ClassifyInput } from '../../src/shared/domain/suggestion.ts'

/** A clause or agreement with the class that its reader gave it. */
export type Text = Readonly<{
  id: string; label: EntryClass; family: string; source: string; input: ClassifyInput
  /** False where a second reader read the text otherwise. */
  agreed: boolean
  /** Where the sentences stand that state a purpose; null where only the text as a whole was read. */
  stated: readonly Stated[] | null
  /** True where every such sentence is known, so that the others are known to state none. */
  everyOne: boolean
}>
/** A stretch of a text that states a purpose for one side or both. */
export type Stated = Readonly<{ from: number; to: number; care: boolean; secondary: boolean }>
/** One sentence with the sides it speaks for, and its categories where they were read too. */
export type Line = Readonly<{ text: string; care: boolean; secondary: boolean; categories: readonly string[] | null }>

const here = new URL('.', import.meta.url)
const flow = z.object({
  id: z.string(), label: z.enum(entryClasses), secondReader: z.enum(entryClasses).optional(), family: z.string().optional(), source: z.string(), input: classifyInput,
})

/** Short clauses, one JSON object a line. */
export function shortTexts(path: string): readonly Text[] {
  const families = readFamilies()
  return readFileSync(new URL(path, here), 'utf8').split('\n').filter((line) => line !== '').map((line) => {
    const { id, label, secondReader, family, source, input } = flow.parse(JSON.parse(line))
    return { id, label, family: family ?? families.get(id) ?? id, source, input, agreed: secondReader === undefined || secondReader === label, stated: null, everyOne: false }
  })
}

/**
 * Agreements, one text file each under a head: label, family, source. Sentences that state a purpose are named in the head
 * by some of their words, or each of them is marked in the text itself: `{{care: The nurse sees the record.}}`.
 */
export function fullTexts(folder: string): readonly Text[] {
  const at = new URL(`${folder}/`, here)
  return readdirSync(at).filter((name) => name.endsWith('.txt')).sort().map((name) => {
    const [head = '', ...rest] = readFileSync(new URL(name, at), 'utf8').split('\n---\n')
    const pairs = head.split('\n').map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1).trim()] as const)
    const facts = new Map(pairs)
    const body = rest.join('\n---\n')
    const named = pairs.flatMap(([side, words]) => (side === 'care' || side === 'secondary' ? [placeOf(name, body, side, words)] : []))
    const marked = withoutMarks(body)
    const stated = marked.stated.length > 0 ? marked.stated : named
    const label = z.enum(entryClasses).parse(facts.get('label'))
    return {
      id: name.replace('.txt', ''), label, family: facts.get('family') ?? name, source: facts.get('source') ?? '', input: { purposeText: marked.text }, agreed: true,
      stated: stated.length > 0 ? stated : null, everyOne: marked.stated.length > 0,
    }
  })
}

function placeOf(name: string, body: string, side: 'care' | 'secondary', words: string): Stated {
  const from = body.indexOf(words)
  if (from === -1) throw new Error(`${name} does not hold the words "${words}"`)
  return { from, to: from + words.length, care: side === 'care', secondary: side === 'secondary' }
}

function withoutMarks(body: string): Readonly<{ text: string; stated: readonly Stated[] }> {
  const stated: Stated[] = []
  let text = ''
  for (const part of body.split(/(\{\{(?:care|secondary|both):[^{}]*\}\})/)) {
    const mark = /^\{\{(care|secondary|both):\s*([^{}]*)\}\}$/.exec(part)
    const inner = mark ? (mark[2] ?? '').trim() : part
    if (mark) stated.push({ from: text.length, to: text.length + inner.length, care: mark[1] !== 'secondary', secondary: mark[1] !== 'care' })
    text += inner
  }
  return { text, stated }
}

/**
 * Single sentences under headings that name their categories (`# neither` heads those that state no purpose), or each
 * after the side it speaks for: `care|…`, `secondary|…`, `both|…`, `neither|…`.
 */
export function sentenceLines(careOf: (slug: string) => boolean): readonly Line[] {
  const at = new URL('made-from/sentences/', here)
  return readdirSync(at).sort().flatMap((name) => {
    let categories: readonly string[] = []
    const lines: Line[] = []
    for (const line of readFileSync(new URL(name, at), 'utf8').split('\n')) {
      const sided = /^(care|secondary|both|neither)\|(.+)$/.exec(line)
      if (sided) lines.push({ text: (sided[2] ?? '').trim(), care: sided[1] === 'care' || sided[1] === 'both', secondary: sided[1] === 'secondary' || sided[1] === 'both', categories: sided[1] === 'neither' ? [] : null })
      else if (line.startsWith('# ')) categories = line.slice(2).split(',').map((each) => each.trim()).filter((each) => each !== 'neither')
      else if (line.trim() !== '') lines.push({ text: line, categories, care: categories.some(careOf), secondary: categories.some((slug) => !careOf(slug)) })
    }
    return lines
  })
}

/** The family of each labelled flow: flows that describe the same kind of thing are held out together. */
function readFamilies(): ReadonlyMap<string, string> {
  const families = z.record(z.string(), z.array(z.string())).parse(JSON.parse(readFileSync(new URL('families.json', here), 'utf8')))
  return new Map(Object.entries(families).flatMap(([family, ids]) => ids.map((id) => [id, family] as const)))
}
