import type { CompiledRules } from './compile-rules.ts'

/** Stretches of a sentence that are ruled out ("not used for …", "… is prohibited"), as [from, to) in its plain text. */
export type Stretches = readonly (readonly [number, number])[]

/**
 * Reads what a sentence rules out. A negation reaches forward to the end of its clause; "is excluded" reaches back to
 * the start of its clause; "not for anything except X" leaves X standing; "not only" is no negation at all.
 */
export function exclusions(text: string, rules: CompiledRules): Stretches {
  const never = spans(text, rules.never)
  const stops = spans(text, rules.stop)
  const cues = spans(text, rules.before).filter((cue) => !overlaps(never, cue))
  const excepts = spans(text, rules.except)
  const out: (readonly [number, number])[] = []
  for (const cue of cues) out.push([cue[0], reach(text, cue, stops, excepts)])
  for (const except of excepts) {
    const turned = out.some(([from, to]) => from < except[0] && to >= except[0])
    if (!turned) out.push([except[0], nextStop(stops, except[1], text.length)])
  }
  for (const cue of spans(text, rules.after)) {
    if (overlaps(never, cue)) continue
    out.push([lastStop(stops, cue[0]), cue[1]])
  }
  return out
}

export function isExcluded(stretches: Stretches, from: number, to: number): boolean {
  return stretches.some(([start, end]) => start < to && end > from && (start <= from || end >= to))
}

function reach(text: string, cue: readonly [number, number], stops: Stretches, excepts: Stretches): number {
  const aside = /^, not [^,]{1,50},/.exec(text.slice(Math.max(0, cue[0] - 2)))
  if (aside) return cue[0] - 2 + aside[0].length
  const without = text.slice(cue[0], cue[1]) === 'without' ? nearEnd(text, cue[1]) : text.length
  const except = excepts.find(([from]) => from >= cue[1])
  return Math.min(nextStop(stops, cue[1], text.length), except ? except[0] : text.length, without)
}

/** "Without names for planning" rules out names, not planning. */
function nearEnd(text: string, from: number): number {
  const found = /(?:,| (?:for|to|so|in|on|through|which|who|and|by|is|are|may|will)) /.exec(text.slice(from + 1))
  return found ? from + 1 + found.index : text.length
}

function nextStop(stops: Stretches, from: number, end: number): number {
  return stops.find(([start]) => start >= from)?.[0] ?? end
}

function lastStop(stops: Stretches, to: number): number {
  return stops.findLast(([, end]) => end <= to)?.[1] ?? 0
}

export function spans(text: string, find: RegExp): (readonly [number, number])[] {
  const out: (readonly [number, number])[] = []
  find.lastIndex = 0
  for (let found = find.exec(text); found; found = find.exec(text)) {
    if (found[0] === '') { find.lastIndex++; continue }
    out.push([found.index, found.index + found[0].length])
  }
  return out
}

function overlaps(list: Stretches, [from, to]: readonly [number, number]): boolean {
  return list.some(([start, end]) => start < to && end > from)
}
