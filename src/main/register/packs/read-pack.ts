import { refuse, type Refused } from '../../../shared/contract/refused.ts'
import { packFault, packHash, signOffPack, type SignOffPack } from '../../../shared/pack/sign-off-pack.ts'
import { canonical } from '../../../shared/trail/canonical.ts'
import { isRecordable } from '../../../shared/trail/json.ts'
import { isSoundKey } from '../../../shared/trail/sound-key.ts'
import { readJsonFile } from '../../exchange/json-file.ts'
import { nodeCrypto } from '../../identity/node-crypto.ts'
import type { Cost } from '../../identity/passphrase.ts'

export type ReadPack = Readonly<{ pack: SignOffPack; sha256: string; fileName: string }>

/** No pack of this app asks a computer for more memory than this; one that does was made by somebody else. */
const most: Cost = Object.freeze({ n: 2 ** 20, r: 8, p: 4 })

/**
 * Reads a pack and checks all that can be checked without its register: its form, its own hash, and each statement
 * against its hash.
 * @throws Refused could-not-read, saying what is wrong with it
 */
export function readPack(file: string): ReadPack {
  const { fileName, text, value, sha256 } = readJsonFile(file, 'psr-pack/1')
  const parsed = signOffPack.safeParse(value)
  if (!parsed.success) throw damaged(`${fileName} does not have the form of a sign-off pack (${parsed.error.issues[0]?.path.join('.') ?? ''}).`)
  const pack = parsed.data
  // Byte for byte: an answer names the file by the hash of its bytes.
  if (!isRecordable(value) || canonical(value) !== text || packHash(pack, nodeCrypto) !== pack.hash) throw damaged(`${fileName} was changed or damaged after it was made.`)
  const fault = packFault(pack, nodeCrypto)
  if (fault !== null) throw damaged(fault)
  if (!isSoundKey(Buffer.from(pack.signatory.publicKey, 'base64'))) throw damaged(`The key in ${fileName} is not one that can sign.`)
  const { n, r, p } = pack.key
  if (n > most.n || r > most.r || p > most.p) throw damaged(`The key in ${fileName} is not wrapped as this app wraps keys.`)
  return { pack, sha256, fileName }
}

const damaged = (happened: string): Refused => refuse('could-not-read', { happened, safe: 'Nothing in it was shown or signed.', todo: 'Ask the practice to make a new pack, and tell them what happened.' })
