import { Unzlib, type FlateError } from 'fflate/browser'

/** More than any trail of this app, and less than the longest text a browser holds; what unpacks to more was made to do harm. */
const most = 500_000_000
const slice = 65_536

/** Thrown where packed bytes are not whole; callers turn it into "could not be read". */
export class UnpackError extends Error {}

/**
 * Unpacks a zlib stream (RFC 1950), as PDF's FlateDecode writes it. The same code in the app, on the command line and in
 * the checking page, so that none of them reads a damaged file that another refuses.
 * @throws UnpackError for anything that is damaged, cut off or unreasonably large
 */
export function unpack(packed: Uint8Array, largest = most): Uint8Array {
  const parts: Uint8Array[] = []
  let length = 0
  let ended = false
  const stream = new Unzlib((part, final) => {
    parts.push(part)
    length += part.length
    ended = final
    if (length > largest) throw new UnpackError('Unpacks to more than any file of this app')
  })
  try {
    for (let at = 0; at < packed.length; at += slice) stream.push(packed.subarray(at, at + slice), at + slice >= packed.length)
  } catch (error) {
    if (error instanceof UnpackError) throw error
    if (isFlateError(error) || error instanceof RangeError) throw new UnpackError('Damaged', { cause: error })
    throw error
  }
  const whole = joined(parts, length)
  if (!ended || packed.length < 6 || adler32(whole) !== lastFour(packed)) throw new UnpackError('The sum of the bytes is not the one written beside them')
  return whole
}

const isFlateError = (error: unknown): error is FlateError => error instanceof Error && 'code' in error && typeof error.code === 'number'

function joined(parts: readonly Uint8Array[], length: number): Uint8Array {
  const whole = new Uint8Array(length)
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

function lastFour(bytes: Uint8Array): number {
  const at = bytes.length - 4
  return new DataView(bytes.buffer, bytes.byteOffset + at, 4).getUint32(0)
}

/** The check sum of RFC 1950. The library does not compare it. */
export function adler32(bytes: Uint8Array): number {
  let [a, b] = [1, 0]
  for (let at = 0; at < bytes.length;) {
    // So many bytes can be added before the sums outgrow 32 bits.
    const end = Math.min(bytes.length, at + 3800)
    for (; at < end; at += 1) {
      a += bytes[at] ?? 0
      b += a
    }
    a %= 65_521
    b %= 65_521
  }
  return ((b << 16) | a) >>> 0
}
