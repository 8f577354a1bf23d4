/** A hash in groups of four. A screen reader gets the same digits. @param digits how many are shown; all when left out. */
export function HashText({ hash, digits = hash.length }: Readonly<{ hash: string; digits?: number }>) {
  return <span className="psr-mono">{groupsOfFour(hash.slice(0, digits))}{digits < hash.length && '…'}</span>
}

export function groupsOfFour(hash: string): string {
  return hash.match(/.{1,4}/g)?.join(' ') ?? ''
}
