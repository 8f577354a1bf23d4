/**
 * The points of small order of edwards25519, by their y, little-endian, without the bit for the sign of x. Under such a
 * key one signature fits every text.
 */
const smallOrder = new Set([
  '0000000000000000000000000000000000000000000000000000000000000000',
  '0100000000000000000000000000000000000000000000000000000000000000',
  'ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a',
  '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05',
])

/**
 * Whether raw bytes are an Ed25519 public key that a trail may rest on: 32 of them, y below the prime, and not of small
 * order. Libraries differ on the rest; asked here first, they agree.
 */
export function isSoundKey(raw: Uint8Array): boolean {
  if (raw.length !== 32) return false
  const y = Uint8Array.from(raw, (byte, at) => (at === 31 ? byte & 0x7f : byte))
  const notBelowPrime = y[31] === 0x7f && (y[0] ?? 0) >= 0xed && y.subarray(1, 31).every((byte) => byte === 0xff)
  return !notBelowPrime && !smallOrder.has(Array.from(y, (byte) => byte.toString(16).padStart(2, '0')).join(''))
}
