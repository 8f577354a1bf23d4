import { couldNotCheck, type Kept, type TrailCheck } from '../shared/trail/check-trail.ts'
import { typedHead } from '../shared/trail/compare-heads.ts'
import { documentSteps, keptIn, type CheckHost } from '../shared/trail/read-document.ts'
import { pageCrypto, sha256Of } from './page-crypto.ts'

/** `unread` says why the browser did not read it, where it did not; then there are no bytes. */
export type NamedFile = Readonly<{ name: string; bytes: Uint8Array; unread?: string }>
/** What the file is held against: another file, or what somebody copied from the foot of a page. */
export type Earlier = NamedFile | Readonly<{ seq: number; digits: string }>

export type CheckedFile = Readonly<{ name: string; size: number; sha256: string; check: TrailCheck }>
export type CheckedEarlier = CheckedFile | Readonly<{ seq: number; digits: string }>
export type Answer = Readonly<{ file: CheckedFile; earlier: CheckedEarlier | null }>

const host: CheckHost = { crypto: pageCrypto, decode: (bytes) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes) }

/** The whole check of what was put on the page, in steps. Tells how far it is, from 0 to 1. */
export function* checkFiles(file: NamedFile, earlier: Earlier | null): Generator<number, Answer> {
  if (earlier === null) return { file: yield* checked(file, null, 0, 1), earlier }
  if (!('bytes' in earlier)) {
    const kept: Kept = typedHead(earlier.seq, earlier.digits) ?? { kind: 'unusable', why: `${earlier.seq}:${earlier.digits} is not the number of an event and the first 16 digits of its hash.` }
    return { file: yield* checked(file, kept, 0, 1), earlier }
  }
  const share = earlier.bytes.length / Math.max(1, earlier.bytes.length + file.bytes.length)
  const first = yield* checked(earlier, null, 0, share)
  return { file: yield* checked(file, keptIn(first.check, earlier.name), share, 1), earlier: first }
}

function* checked({ name, bytes, unread }: NamedFile, kept: Kept | null, from: number, to: number): Generator<number, CheckedFile> {
  if (unread !== undefined) return { name, size: 0, sha256: '', check: couldNotCheck(unread) }
  const about = { name, size: bytes.length, sha256: sha256Of(bytes) }
  const steps = documentSteps(bytes, host, kept)
  try {
    for (;;) {
      const step = steps.next()
      if (step.done === true) return { ...about, check: step.value }
      yield from + step.value * (to - from)
    }
  } catch (error) {
    // A fault of this page says nothing about the register, and must not leave anybody waiting.
    if (error instanceof Error) return { ...about, check: couldNotCheck(`Something went wrong in this page (${error.message}). Try another browser, or the app.`) }
    throw error
  }
}
