/** Every five words in a row of a text, in lower case and without punctuation. */
export function runsOf(text: string): readonly string[] {
  const words = text.toLowerCase().match(/[a-z0-9']+/g) ?? []
  return words.slice(0, -4).map((_word, index) => words.slice(index, index + 5).join(' '))
}

/** The runs that stand in one of `these` and in one of `those` as well, each once. */
export function sharedRuns(these: readonly string[], those: readonly string[]): readonly string[] {
  const known = new Set(those.flatMap(runsOf))
  return [...new Set(these.flatMap(runsOf))].filter((run) => known.has(run)).sort()
}
