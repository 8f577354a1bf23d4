import type { CompiledRules } from './classification/compile-rules.ts'
import { splitBlocks, type Block } from './classification/blocks.ts'
import { suggestPurposes } from './classification/suggest.ts'
import type { SuggestedPurpose } from './suggestion.ts'

type Page = Readonly<{ number: number; text: string }>
export type Passage = Readonly<{ page: number; start: number; end: number }>
export type PagePurposes = Readonly<{ number: number; purposes: number }>

const aboutPurpose = /\b(?:purposes?|aims?|objectives?|why|uses? of (?:the )?(?:data|information))\b/i

/**
 * How many purposes the rules see on each page, and the part that looks most like a purpose clause: the words under a
 * heading about purposes in which most are seen, or else the part of a page from its first purpose to its last.
 */
export function likelyPassage(pages: readonly Page[], rules: CompiledRules): { pages: readonly PagePurposes[]; likely: Passage | null } {
  const read = pages.map((page) => ({ ...page, seen: purposesIn(page.text, rules) }))
  const headed = read.flatMap((page) => underHeadings(page.text).map((place) => ({ page: page.number, ...place, seen: purposesIn(page.text.slice(place.start, place.end), rules).length })))
  const [best] = headed.filter(({ seen }) => seen > 0).toSorted((a, b) => b.seen - a.seen || a.page - b.page)
  return { pages: read.map(({ number, seen }) => ({ number, purposes: seen.length })), likely: best ? { page: best.page, start: best.start, end: best.end } : fromFirstToLast(read) }
}

const purposesIn = (purposeText: string, rules: CompiledRules): readonly SuggestedPurpose[] =>
  suggestPurposes({ purposeText }, rules).purposes.filter((purpose) => purpose.class !== 'undetermined')

/** What stands under each heading about purposes, up to the next heading of its rank, or of any rank where it has none. */
function underHeadings(text: string): { start: number; end: number }[] {
  const blocks = splitBlocks(text)
  return blocks.flatMap((block, index) => {
    if (!block.heading || !aboutPurpose.test(text.slice(block.start, block.end))) return []
    const rest = blocks.slice(index + 1)
    const stop = rest.findIndex((one) => ends(block, one))
    const body = stop === -1 ? rest : rest.slice(0, stop)
    const [first, last] = [body[0], body.at(-1)]
    return first && last ? [{ start: lineStart(text, first.start), end: last.end }] : []
  })
}

const ends = (heading: Block, next: Block): boolean => next.heading && (next.marker === heading.marker || heading.marker === 'none' || next.marker === 'schedule')

/** With the number or bullet that a block leaves aside. */
const lineStart = (text: string, at: number): number => text.lastIndexOf('\n', at - 1) + 1

function fromFirstToLast(pages: readonly (Page & Readonly<{ seen: readonly SuggestedPurpose[] }>)[]): Passage | null {
  const [best] = pages.toSorted((a, b) => b.seen.length - a.seen.length || a.number - b.number)
  if (!best || best.seen.length === 0) return null
  return { page: best.number, start: Math.min(...best.seen.map(({ start }) => start)), end: Math.max(...best.seen.map(({ end }) => end)) }
}
