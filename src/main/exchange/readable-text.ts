/** Windows-1252 gives these bytes no character. */
const unassigned = new Set([0x81, 0x8d, 0x8f, 0x90, 0x9d])

/**
 * The bytes as text, in UTF-8 or else in Windows-1252; null where they are neither. Anything with a NUL, or with
 * marks that steer a terminal, is no text.
 */
export function readableText(bytes: Uint8Array): string | null {
  if (bytes.some((byte) => byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0c && byte !== 0x0d)) return null
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return bytes.some((byte) => unassigned.has(byte)) ? null : new TextDecoder('windows-1252').decode(bytes)
  }
}
