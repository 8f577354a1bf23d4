/** Enough for the directory of any message or office file; a chain that is longer goes round in circles. */
const mostSectors = 4096
const endOfChain = 0xffff_fff0

/**
 * Names of the parts in an OLE compound file (Outlook messages, old and locked office files), from its directory.
 * Empty where it cannot be followed.
 */
export function compoundNames(bytes: Uint8Array): ReadonlySet<string> {
  const names = new Set<string>()
  if (bytes.byteLength < 512) return names
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const size = 2 ** Math.min(view.getUint16(30, true), 20)
  const uint32 = (at: number): number => (at >= 0 && at + 4 <= bytes.byteLength ? view.getUint32(at, true) : endOfChain)
  // The header names the sectors of the table that says which sector follows which; those of the first 109 are enough.
  const next = (sector: number): number => {
    const table = uint32(76 + 4 * Math.floor(sector / (size / 4)))
    return table >= endOfChain ? endOfChain : uint32((table + 1) * size + 4 * (sector % (size / 4)))
  }
  let sector = uint32(48)
  for (let count = 0; count < mostSectors && sector < endOfChain; count += 1) {
    const start = (sector + 1) * size
    for (let entry = start; entry < start + size && entry + 128 <= bytes.byteLength; entry += 128) {
      const length = view.getUint16(entry + 64, true)
      if (length >= 2 && length <= 64) names.add(Buffer.from(bytes.buffer, bytes.byteOffset + entry, length - 2).toString('utf16le'))
    }
    sector = next(sector)
  }
  return names
}
