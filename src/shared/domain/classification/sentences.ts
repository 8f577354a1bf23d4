import { splitBlocks, type Block, type Marker } from './blocks.ts'
import type { CompiledRules } from './compile-rules.ts'
import { placeOf, plainText, type PlainText } from './plain-text.ts'
import type { SectionKind } from './rule-set.ts'

/** One statement of the text: a sentence, a list item, or a part of a sentence between semicolons. */
export type Sentence = Readonly<{
  start: number
  end: number
  plain: PlainText
  section: SectionKind
  /** The heading it stands under, as plain text; empty where there is none. */
  heading: string
  /** The words that introduce a list ("The data may be used for:"), which say how its items are meant. */
  lead: Sentence | null
}>

type Under = Readonly<{ section: SectionKind; heading: string }>

/** Longer runs without a full stop are cut, so that time stays in proportion to length. */
const longest = 1200
const boundary = /[.!?]["'’”)\]]*(?=\s+["'“‘([]*[A-Z0-9•])/g
const abbreviation = /(?:^|[\s(])(?:e\.g|i\.e|etc|nos?|arts?|ss?|paras?|cl|regs?|dr|mrs?|ms|st|vs?|ref|approx|inc|ltd|co|dept|sch|incl|cf|pp?|[a-z])\.$/i
const onlyNumber = /^\s*\(?[A-Z]?\.?\d{1,3}(?:\.\d{1,3})*\.$/
const inlineItem = /(?<=[,;:]\s*(?:and\s+|or\s+)?)\((?:[a-h]|i{1,3}|iv|v|vi|[1-9])\)\s+/g
const aux = /\b(?:is|are|was|were|be|may|will|shall|must|can|cannot|should|has|have|does|do|means?)\b/i

export function splitSentences(text: string, rules: CompiledRules): readonly Sentence[] {
  const out: Sentence[] = []
  let section: SectionKind = 'body'
  let heading = ''
  let list: { lead: Sentence; marker: Marker | null } | null = null
  for (const [index, block] of splitBlocks(text).entries()) {
    if (block.heading) {
      heading = plainText(text, block.start, block.end).text
      section = (isTitle(index, block) ? titleSection(heading, rules) : sectionOf(heading, rules)) ?? 'body'
      list = null
      continue
    }
    list = continueList(list, block)
    const label = inlineLabel(text, block, rules)
    const blockSection = label?.section ?? section
    let here = blockSection
    let last: Sentence | null = null
    for (const [start, end] of sentenceRanges(text, label?.end ?? block.start, block.end)) {
      const title = inlineHeading(text, start, end, block, rules)
      if (title) {
        here = title
        section = title
        heading = plainText(text, start, end).text
        continue
      }
      const under = { section: here, heading: label ? plainText(text, block.start, label.end).text : heading }
      for (const part of splitSentence(text, start, end, under, list?.lead ?? null)) {
        out.push(part)
        last = part
      }
    }
    if (last && text[block.end - 1] === ':') list = { lead: last, marker: null }
  }
  return out
}

/** Items keep their lead-in while they are marked alike; a block marked otherwise ends the list. */
function continueList(list: { lead: Sentence; marker: Marker | null } | null, block: Block) {
  if (!list) return null
  if (list.marker === null) {
    const sameLevel = block.marker === 'clause' || block.marker === 'schedule'
    return sameLevel ? null : { lead: list.lead, marker: block.marker }
  }
  const nested = (block.marker === 'roman' && list.marker === 'letter') || (block.marker === 'letter' && list.marker === 'roman')
  if (list.marker === 'none' && block.afterBlank) return null
  return block.marker === list.marker || nested ? list : null
}

export function sectionOf(heading: string, rules: CompiledRules): SectionKind | null {
  for (const { kind, find } of rules.sections) {
    find.lastIndex = 0
    if (find.test(heading)) return kind
  }
  return null
}

function isTitle(index: number, block: Block): boolean {
  return index === 0 && block.marker === 'none'
}

/** The title of a whole text names its matter ("Complaints", "Data protection agreement"), which sets nothing in it aside. */
function titleSection(heading: string, rules: CompiledRules): SectionKind | null {
  const section = sectionOf(heading, rules)
  return section === 'purpose' || section === 'exclusion' ? section : null
}

/** "Purpose: to support …" or "Retention – kept for …": a heading on the same line as its text. */
function inlineLabel(text: string, block: Block, rules: CompiledRules): Readonly<{ end: number; section: SectionKind }> | null {
  const head = text.slice(block.start, Math.min(block.end, block.start + 60))
  const found = /^([A-Z][A-Za-z /&'’,()-]{2,48}?)\s?(?::|\s[–—-])\s+/.exec(head)
  const label = found?.[1]
  if (!found || label === undefined || aux.test(label) || label.split(/\s+/).length > 6) return null
  const section = sectionOf(plainText(label).text, rules)
  return section ? { end: block.start + found[0].length, section } : null
}

/** "4. Lawful basis." within running text: a heading that lost its line. A numbered title that nobody knows starts a new section all the same. */
function inlineHeading(text: string, start: number, end: number, block: Block, rules: CompiledRules): SectionKind | null {
  if (end - start > 70 || text.slice(end, block.end).trim() === '') return null
  const body = text.slice(start, end).replace(/^\s*\(?\d{1,3}(?:\.\d{1,3})*[.):]?\s+/, '').trim()
  if (aux.test(body) || body.split(/\s+/).length > 6) return null
  const numbered = block.marker !== 'none' && start === block.start && body.endsWith('.')
  return sectionOf(plainText(body.replace(/\.$/, '')).text, rules) ?? (numbered ? 'body' : null)
}

function sentenceRanges(text: string, start: number, end: number): readonly (readonly [number, number])[] {
  const ranges: (readonly [number, number])[] = []
  const body = text.slice(start, end)
  let from = 0
  const push = (to: number) => {
    for (; to - from > longest; from = cutBefore(body, from, from + longest)) ranges.push([start + from, start + cutBefore(body, from, from + longest)])
    if (body.slice(from, to).trim() !== '') ranges.push([start + from, start + to])
    from = to
  }
  for (const found of body.matchAll(boundary)) {
    const to = found.index + found[0].length
    const before = body.slice(Math.max(from, to - 24), to)
    if (found[0] === '.' && (abbreviation.test(before) || onlyNumber.test(body.slice(from, to)))) continue
    push(to)
  }
  push(body.length)
  return ranges
}

function cutBefore(body: string, from: number, limit: number): number {
  const at = body.lastIndexOf(' ', limit)
  return at > from ? at + 1 : limit
}

/** Parts between semicolons and lettered items; what stands before a colon leads what follows it. */
function splitSentence(text: string, start: number, end: number, under: Under, lead: Sentence | null): readonly Sentence[] {
  const cuts = partRanges(text, start, end)
  const parts: Sentence[] = []
  let leading: Sentence | null = lead
  let colon = false
  for (const [from, to] of cuts) {
    const first: Sentence | undefined = parts[0]
    const dependent = first !== undefined && /^(?:and|or|nor)?\s*(?:for|to|in|by|on|with|as)\b/i.test(text.slice(from, to).trimStart())
    const part = sentenceAt(text, from, to, under, colon ? leading : dependent && first ? first : lead)
    if (!part) continue
    parts.push(part)
    if (!colon && text.slice(from, to).trimEnd().endsWith(':')) { leading = part; colon = true }
  }
  return parts
}

function partRanges(text: string, start: number, end: number): readonly (readonly [number, number])[] {
  const body = text.slice(start, end)
  const cuts = new Set<number>()
  for (const found of body.matchAll(/[;:](?=\s)/g)) {
    const inBrackets = body.lastIndexOf('(', found.index) > body.lastIndexOf(')', found.index) && body.indexOf(')', found.index) !== -1
    if (!inBrackets && (found.index > 8 || found[0] === ';')) cuts.add(found.index + 1)
  }
  for (const found of body.matchAll(inlineItem)) cuts.add(found.index)
  const points = [0, ...[...cuts].sort((a, b) => a - b), body.length]
  return points.slice(1).map((to, index) => [start + (points[index] ?? 0), start + to] as const)
}

function sentenceAt(text: string, from: number, to: number, under: Under, lead: Sentence | null): Sentence | null {
  const plain = plainText(text, from, to)
  const length = plain.text.trimEnd().length
  if (length === 0) return null
  const place = placeOf(plain, 0, length)
  return { ...place, plain, ...under, lead }
}
