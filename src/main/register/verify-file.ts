import { closeSync, copyFileSync, existsSync, mkdtempSync, openSync, readFileSync, readSync, rmSync, statSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { refuse } from '../../shared/contract/refused.ts'
import { couldNotCheck, type Kept, type TrailCheck } from '../../shared/trail/check-trail.ts'
import type { OlderHead } from '../../shared/trail/compare-heads.ts'
import { headIn } from '../../shared/trail/head-words.ts'
import { checkDocument, isRegisterFile, keptIn, largestFile, type CheckHost } from '../../shared/trail/read-document.ts'
import { nodeCrypto } from '../identity/node-crypto.ts'
import { openCopy } from '../store/connection.ts'
import { createTrailTable } from '../store/trail-table.ts'
import { asRefusal } from './refusals.ts'
import { checkRegister } from './check-register.ts'

const host: CheckHost = { crypto: nodeCrypto, decode: (bytes) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes) }

/**
 * Checks a PDF, a trail.json or a register file, by what is in it and not by its name. The file is never written to.
 * @param against another such file, or what is printed at the foot of a page, as `seq:hex16` or as it stands there; null for none
 */
export async function verifyFile(file: string, against: string | null): Promise<TrailCheck> {
  return checkSource(file, against === null ? null : await keptFrom(against))
}

/**
 * What somebody kept, from whatever they kept it in; null when it holds no trail.
 * @throws Refused `could-not-read` where it holds one that is itself changed
 */
export async function olderHead(kept: string): Promise<OlderHead | null> {
  const check = await checkSource(kept, null)
  const found = keptIn(check, path.basename(kept))
  if (found.kind !== 'unusable') return found
  if (check.verdict.verdict === 'changed') throw refuse('could-not-read', { happened: found.why, todo: 'Compare with another copy, or type the number and the first 16 digits that are printed at the foot of its pages.' })
  return null
}

async function keptFrom(against: string): Promise<Kept> {
  const typed = existsSync(against) ? null : headIn(against)
  if (typed) return typed
  if (/^\d+:[0-9a-f\s-]*$/i.test(against)) return { kind: 'unusable', why: `${against} is not the number of an event and the first 16 digits of its hash.` }
  return keptIn(await checkSource(against, null), path.basename(against))
}

async function checkSource(file: string, older: Kept | null): Promise<TrailCheck> {
  if (!existsSync(file) || !statSync(file).isFile()) return couldNotCheck(`There is no file ${path.basename(file)}.`)
  try {
    // A register grows with its evidence; only a document has to be read as a whole.
    if (isRegisterFile(beginningOf(file))) return await checkRegisterFile(file, older)
    if (statSync(file).size > largestFile) return couldNotCheck('The file is larger than any that this app makes.')
    return checkDocument(readFileSync(file), host, older)
  } catch (error) {
    return couldNotCheck(asRefusal(error).happened)
  }
}

function beginningOf(file: string): Uint8Array {
  const handle = openSync(file, 'r')
  try {
    const bytes = Buffer.alloc(100)
    return bytes.subarray(0, readSync(handle, bytes, 0, bytes.length, 0))
  } finally {
    closeSync(handle)
  }
}

/** A copy is checked, with the journal beside it: opening a file after a crash finishes or undoes its last act. */
async function checkRegisterFile(file: string, older: Kept | null): Promise<TrailCheck> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'psr-verify-'))
  try {
    const copy = path.join(folder, 'register.psr')
    copyFileSync(file, copy)
    if (existsSync(`${file}-journal`)) copyFileSync(`${file}-journal`, `${copy}-journal`)
    const { connection, damage } = await openCopy(copy)
    try {
      const trail = createTrailTable(connection.sqlite, { register: () => '', app: '', crypto: nodeCrypto })
      return await checkRegister(connection, trail.rows(), older, damage)
    } finally {
      connection.close()
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
