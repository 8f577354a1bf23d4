import { readdirSync, readFileSync } from 'node:fs'
import { z } from 'zod'
import { entryClasses, type EntryClass } from '../../src/shared/domain/class.ts'
import { classifyInput, type ClassifyInput } from '../../src/shared/domain/suggestion.ts'

/** A clause or agreement with the class that its reader gave it. */
export type Text = Readonly<{
  id: string; label: EntryClass; family: string; source: string; input: ClassifyInput
  /** False where a second reader read the text otherwise. */
  agreed: boolean
  /** Words by which the sentences that state a purpose are known; null where only the text as a whole was read. */
  stated: Readonly<{ care: readonly string[]; secondary: readonly string[] }> | null
}>
/** One sentence with the categories it states; none for a sentence that states no purpose. */
export type Line = Readonly<{ text: string; categories: readonly string[] }>

const here = new URL('.', import.meta.url)
const flow = z.object({
  id: z.string(), label: z.enum(entryClasses), secondReader: z.enum(entryClasses).optional(), family: z.string().optional(), source: z.string(), input: classifyInput,
})

/** Short clauses, one JSON object a line. */
export function shortTexts(path: string): readonly Text[] {
  const families = readFamilies()
  return readFileSync(new URL(path, here), 'utf8').split('\n').filter((line) => line !== '').map((line) => {
    const { id, label, secondReader, family, source, input } = flow.parse(JSON.parse(line))
    return { id, label, family: family ?? families.get(id) ?? id, source, input, agreed: secondReader === undefined || secondReader === label, stated: null }
  })
}

/** Agreements, one text file each under a head: label, family, source, and words of the sentences that state a purpose. */
export function fullTexts(folder: string): readonly Text[] {
  const at = new URL(`${folder}/`, here)
  return readdirSync(at).filter((name) => name.endsWith('.txt')).sort().map((name) => {
    const [head = '', ...rest] = readFileSync(new URL(name, at), 'utf8').split('\n---\n')
    const pairs = head.split('\n').map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1).trim()] as const)
    const facts = new Map(pairs)
    const words = (side: string) => pairs.filter(([name]) => name === side).map(([, value]) => value)
    const stated = { care: words('care'), secondary: words('secondary') }
    const label = z.enum(entryClasses).parse(facts.get('label'))
    return { id: name.replace('.txt', ''), label, family: facts.get('family') ?? name, source: facts.get('source') ?? '', input: { purposeText: rest.join('\n---\n') }, agreed: true, stated: stated.care.length + stated.secondary.length > 0 ? stated : null }
  })
}

/** Single sentences under headings that name their categories; `# neither` heads those that state no purpose. */
export function sentenceLines(): readonly Line[] {
  const at = new URL('made-from/sentences/', here)
  return readdirSync(at).sort().flatMap((name) => {
    let categories: readonly string[] = []
    const lines: Line[] = []
    for (const line of readFileSync(new URL(name, at), 'utf8').split('\n')) {
      if (line.startsWith('# ')) categories = line.slice(2).split(',').map((each) => each.trim()).filter((each) => each !== 'neither')
      else if (line.trim() !== '') lines.push({ text: line, categories })
    }
    return lines
  })
}

/** The family of each labelled flow: flows that describe the same kind of thing are held out together. */
function readFamilies(): ReadonlyMap<string, string> {
  const families = z.record(z.string(), z.array(z.string())).parse(JSON.parse(readFileSync(new URL('families.json', here), 'utf8')))
  return new Map(Object.entries(families).flatMap(([family, ids]) => ids.map((id) => [id, family] as const)))
}
