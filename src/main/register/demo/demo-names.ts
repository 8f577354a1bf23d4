/** The identities that the register gave to what the demo data calls by short names. */
export type DemoNames = Readonly<{
  person: (key: string) => string
  entry: (key: string) => string
  decision: (key: string) => string
  file: (key: string) => string
  keepEntry: (key: string, id: string) => void
  keepDecision: (key: string, id: string) => void
  keepFile: (key: string, id: string) => void
}>

export function createDemoNames(people: ReadonlyMap<string, string>): DemoNames {
  const entries = new Map<string, string>()
  const decisions = new Map<string, string>()
  const files = new Map<string, string>()
  return {
    person: (key) => known(people, key, 'person'),
    entry: (key) => known(entries, key, 'entry'),
    decision: (key) => known(decisions, key, 'decision'),
    file: (key) => known(files, key, 'file'),
    keepEntry: (key, id) => { entries.set(key, id) },
    keepDecision: (key, id) => { decisions.set(key, id) },
    keepFile: (key, id) => { files.set(key, id) },
  }
}

function known(ids: ReadonlyMap<string, string>, key: string, what: string): string {
  const id = ids.get(key)
  if (id === undefined) throw new Error(`The demo data speaks of ${what} “${key}” before there is one.`)
  return id
}
