import { Refused } from '../contract/refused.ts'
import { readAttachment } from '../pdf/pdf-attachment.ts'
import { byteText } from '../pdf/byte-text.ts'
import type { TrailCrypto } from './canonical.ts'
import { couldNotCheck, runThrough, trailJsonSteps, type Kept, type TrailCheck } from './check-trail.ts'

/** More bytes than any file of this app has. */
export const largestFile = 512 * 1024 * 1024

/** What a file is by what is in it; its name says nothing. */
export type ReadDocument =
  | Readonly<{ kind: 'trail'; value: unknown }>
  | Readonly<{ kind: 'register-file' }>
  | Readonly<{ kind: 'unreadable'; why: string }>

/** What a host lends: its primitives, and UTF-8 as text where a byte that is none becomes U+FFFD and a byte order mark stays. */
export type CheckHost = Readonly<{ crypto: TrailCrypto; decode: (bytes: Uint8Array) => string }>

export const isRegisterFile = (bytes: Uint8Array): boolean => byteText(bytes, 0, 15) === 'SQLite format 3'

export function readDocument(bytes: Uint8Array, decode: CheckHost['decode']): ReadDocument {
  if (bytes.length === 0) return { kind: 'unreadable', why: 'The file is empty.' }
  if (isRegisterFile(bytes)) return { kind: 'register-file' }
  if (byteText(bytes, 0, 5) !== '%PDF-') return asTrail(bytes, decode, 'This is not a PDF, a trail.json or a register of this app.')
  try {
    const attached = readAttachment(bytes, 'trail.json')
    if (!attached) return { kind: 'unreadable', why: 'This PDF carries no trail.json. It may be a printout, or a copy made by another program.' }
    return asTrail(attached, decode, 'What is attached to this PDF is not a trail.')
  } catch (error) {
    if (error instanceof Refused) return { kind: 'unreadable', why: error.refusal.happened }
    throw error
  }
}

function asTrail(bytes: Uint8Array, decode: CheckHost['decode'], otherwise: string): ReadDocument {
  try {
    return { kind: 'trail', value: JSON.parse(decode(bytes)) }
  } catch (error) {
    // A text can also be longer than a host can hold, which hosts say in several ways; none of them is a trail of this app.
    if (error instanceof Error) return { kind: 'unreadable', why: otherwise }
    throw error
  }
}

/** Full check of a PDF or a trail.json. Ends with the verdict; on the way it tells how far it is, from 0 to 1. */
export function* documentSteps(bytes: Uint8Array, { crypto, decode }: CheckHost, older: Kept | null = null): Generator<number, TrailCheck> {
  const document = readDocument(bytes, decode)
  switch (document.kind) {
    case 'trail': return yield* trailJsonSteps(document.value, crypto, older)
    case 'unreadable': return couldNotCheck(document.why)
    case 'register-file': return couldNotCheck('This is a register file. It can be checked with the app, or its audit trail as a PDF here.')
  }
}

export function checkDocument(bytes: Uint8Array, host: CheckHost, older: Kept | null = null): TrailCheck {
  return runThrough(documentSteps(bytes, host, older))
}

/** What an earlier document gives to compare with. One that is itself changed says nothing about another. */
export function keptIn({ verdict, registerId, hashes }: TrailCheck, name: string): Kept {
  if (verdict.verdict === 'changed') return { kind: 'unusable', why: `The earlier file, ${name}, is itself not as it was made. ${verdict.summary}` }
  if (registerId === null || hashes.length === 0) return { kind: 'unusable', why: `There is nothing to compare with in ${name}. ${verdict.summary}` }
  return { kind: 'hashes', register: registerId, hashes }
}
