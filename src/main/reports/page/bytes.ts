const blockSize = 1 << 20

/** Gathers many small pieces into one run of bytes without keeping a piece of memory for each. */
export function gatherBytes() {
  const full: Uint8Array[] = []
  let block = new Uint8Array(blockSize)
  let used = 0
  return {
    add: (piece: Uint8Array): void => {
      if (piece.length > block.length - used) {
        full.push(block.subarray(0, used))
        block = new Uint8Array(Math.max(blockSize, piece.length))
        used = 0
      }
      block.set(piece, used)
      used += piece.length
    },
    all: (): Uint8Array => {
      const parts = [...full, block.subarray(0, used)]
      const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
      let at = 0
      for (const part of parts) {
        whole.set(part, at)
        at += part.length
      }
      return whole
    },
  }
}
