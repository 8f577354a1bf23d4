import { createPrivateKey, sign } from 'node:crypto'
import { ed25519, ED25519_TORSION_SUBGROUP } from '@noble/curves/ed25519.js'
import { sha512 } from '@noble/hashes/sha2.js'
import { bytesToHex, concatBytes } from '@noble/hashes/utils.js'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nodeCrypto } from '../../../src/main/identity/node-crypto.ts'
import { isSoundKey } from '../../../src/shared/trail/sound-key.ts'
import { pageCrypto } from '../../../src/verifier/page-crypto.ts'
import { signatory } from '../../fixtures/trail/book.ts'

const { Point } = ed25519
const order = Point.Fn.ORDER
const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64')
const numberOf = (bytes: Uint8Array): bigint => BigInt(`0x${bytesToHex(bytes.toReversed())}`)
const bytesOf = (value: bigint): Uint8Array => Uint8Array.from({ length: 32 }, (_, at) => Number((value >> BigInt(8 * at)) & 255n))
const mod = (value: bigint): bigint => ((value % order) + order) % order

/** What both say; fails the test where they differ. */
function verdict(publicKey: string, text: string, signature: string): boolean {
  const [node, page] = [nodeCrypto.verifyEd25519(publicKey, text, signature), pageCrypto.verifyEd25519(publicKey, text, signature)]
  expect(page, `node says ${node}: ${publicKey} ${signature}`).toBe(node)
  return page
}

describe('the two hosts', () => {
  it('hash every text alike, broken text too', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => { expect(pageCrypto.sha256(text)).toBe(nodeCrypto.sha256(text)) }))
    expect(pageCrypto.sha256('\ud800')).toBe(nodeCrypto.sha256('\ud800'))
  })

  it('take a signature that Node made, and none that was touched in any bit', () => {
    const { publicKey, privateKey } = signatory('a partner')
    const text = 'psr-signature/1\n{"answer":"agree"}'
    const signature = sign(null, Buffer.from(text), privateKey)
    expect(verdict(publicKey, text, base64(signature))).toBe(true)
    expect(verdict(publicKey, `${text} `, base64(signature))).toBe(false)
    for (let bit = 0; bit < 512; bit += 1) {
      const touched = Uint8Array.from(signature, (byte, at) => (at === bit >> 3 ? byte ^ (1 << (bit & 7)) : byte))
      expect(verdict(publicKey, text, base64(touched))).toBe(false)
    }
    for (let bit = 0; bit < 256; bit += 5) {
      const touched = Uint8Array.from(Buffer.from(publicKey, 'base64'), (byte, at) => (at === bit >> 3 ? byte ^ (1 << (bit & 7)) : byte))
      expect(verdict(base64(touched), text, base64(signature))).toBe(false)
    }
  })

  it('agree on signatures of many keys and texts', () => {
    fc.assert(fc.property(fc.uint8Array({ minLength: 32, maxLength: 32 }), fc.string(), (seed, text) => {
      const key = createPrivateKey({ key: Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), seed]), format: 'der', type: 'pkcs8' })
      expect(verdict(base64(ed25519.getPublicKey(seed)), text, base64(sign(null, Buffer.from(text), key)))).toBe(true)
    }), { numRuns: 40 })
  })

  it('take no second way of writing the same bytes', () => {
    const { publicKey, privateKey } = signatory('a partner')
    const signature = base64(sign(null, Buffer.from('x'), privateKey))
    for (const other of [signature.replace(/==$/, ''), `${signature} `, signature.replace(/.==$/, (end) => `${String.fromCharCode(end.charCodeAt(0) + 1)}==`), '', 'no base64!']) expect(verdict(publicKey, 'x', other)).toBe(false)
    expect(verdict(`${publicKey}\n`, 'x', signature)).toBe(false)
  })
})

/** Keys and signatures made to divide verifiers: what is added to R or to the key vanishes in the looser equation. */
describe('signatures made to divide verifiers', () => {
  const secret = 1_234_567_890_123n
  const nonce = 987_654_321_098n
  const dirt = ED25519_TORSION_SUBGROUP.map((hex) => Point.fromHex(hex, true))
  const signed = (keyDirt: (typeof dirt)[number], nonceDirt: (typeof dirt)[number], text: string): [string, string] => {
    const key = Point.BASE.multiply(secret).add(keyDirt).toBytes()
    const r = Point.BASE.multiply(nonce).add(nonceDirt).toBytes()
    const k = mod(numberOf(sha512(concatBytes(r, key, Buffer.from(text)))))
    return [base64(key), base64(concatBytes(r, bytesOf(mod(nonce + k * secret))))]
  }

  it('get the same answer from both', () => {
    const answers = dirt.flatMap((keyDirt) => dirt.flatMap((nonceDirt) => ['a', 'b'].map((text) => {
      const [key, signature] = signed(keyDirt, nonceDirt, text)
      return verdict(key, text, signature)
    })))
    expect(answers).toHaveLength(128)
    expect(answers.filter(Boolean).length).toBeGreaterThan(2)
    expect(answers.filter((good) => !good).length).toBeGreaterThan(60)
  })

  it('are refused where S is not below the order', () => {
    const zero = dirt.find((point) => point.is0())
    if (!zero) throw new Error('No neutral point')
    const [key, signature] = signed(zero, zero, 'a')
    expect(verdict(key, 'a', signature)).toBe(true)
    const bytes = Buffer.from(signature, 'base64')
    const more = concatBytes(bytes.subarray(0, 32), bytesOf(numberOf(bytes.subarray(32)) + order))
    expect(verdict(key, 'a', base64(more))).toBe(false)
  })

  it('are refused under every key of small order and every key written in a second way', () => {
    for (const point of dirt) {
      const forms = [point.toBytes(), point.toBytes().map((byte, at) => (at === 31 ? byte ^ 128 : byte))]
      for (const key of forms) {
        expect(isSoundKey(key)).toBe(false)
        // Under the neutral point R = sB fits whatever was said.
        expect(verdict(base64(key), 'anything', base64(concatBytes(Point.BASE.multiply(nonce).toBytes(), bytesOf(nonce))))).toBe(false)
      }
    }
    const prime = 2n ** 255n - 19n
    for (let y = prime; y < 2n ** 255n; y += 1n) {
      for (const top of [0n, 1n]) expect(isSoundKey(bytesOf(y + (top << 255n)))).toBe(false)
    }
    expect(isSoundKey(bytesOf(prime - 2n))).toBe(true)
    expect(isSoundKey(new Uint8Array(31))).toBe(false)
  })
})
