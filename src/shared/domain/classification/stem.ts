/** Endings that change a word's form but not what it is about, longest first. */
const endings: readonly (readonly [string, string])[] = [
  ['isations', 'ise'], ['isation', 'ise'], ['ications', 'ic'], ['ication', 'ic'], ['ations', 'ate'], ['ation', 'ate'], ['ments', 'ment'],
  ['ings', ''], ['ing', ''], ['ied', 'y'], ['ies', 'y'], ['sses', 'ss'], ['ers', 'er'], ["'s", ''], ["s'", ''], ['ed', ''], ['es', 'e'], ['s', ''], ['ly', ''],
]

/** Brings the forms of a word together ("invites", "invited", "inviting"). Rough on purpose: it must only be the same each time. */
export function stem(word: string): string {
  if (word.length <= 3) return word
  for (const [ending, instead] of endings) {
    if (!word.endsWith(ending) || word.length - ending.length < 3) continue
    if (ending === 's' && /[sui]s$/.test(word)) return word
    return trimmed(word.slice(0, word.length - ending.length) + instead)
  }
  return trimmed(word)
}

function trimmed(word: string): string {
  const single = /([bdfgklmnprt])\1$/.test(word) ? word.slice(0, -1) : word
  return single.length > 3 && single.endsWith('e') ? single.slice(0, -1) : single
}
