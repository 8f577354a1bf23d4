import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { checkTrailJson, couldNotCheck, type TrailCheck } from '../../shared/trail/check-trail.ts'
import { typedHead, type OlderHead } from '../../shared/trail/compare-heads.ts'
import { readAttachment } from '../../shared/pdf/pdf-attachment.ts'
import { nodeCrypto } from '../identity/node-crypto.ts'
import { openCopy } from '../store/connection.ts'
import { createTrailTable } from '../store/trail-table.ts'
import { asRefusal } from './refusals.ts'
import { checkRegister } from './check-register.ts'

const largest = 512 * 1024 * 1024

/**
 * Checks a PDF, a trail.json or a register file, by what is in it and not by its name. The file is never written to.
 * @param against another such file, or what is printed at the foot of a page as `seq:hex16`; null for none
 */
export async function verifyFile(file: string, against: string | null): Promise<TrailCheck> {
  let older: OlderHead | null = null
  if (against !== null) {
    const found = await olderHead(against)
    if (!found) return couldNotCheck(`There is nothing to compare with in ${path.basename(against)}.`)
    older = found
  }
  return checkSource(file, older)
}

/** What somebody kept, from whatever they kept it in; null when it holds no head. */
export async function olderHead(kept: string): Promise<OlderHead | null> {
  const typed = /^(\d{1,15}):([0-9a-fA-F\s-]{16,})$/.exec(kept)
  if (typed?.[1] && typed[2]) return typedHead(Number(typed[1]), typed[2])
  const check = await checkSource(kept, null)
  return check.registerId !== null && check.hashes.length > 0 ? { kind: 'hashes', register: check.registerId, hashes: check.hashes } : null
}

async function checkSource(file: string, older: OlderHead | null): Promise<TrailCheck> {
  if (!existsSync(file) || !statSync(file).isFile()) return couldNotCheck(`There is no file ${path.basename(file)}.`)
  const { size } = statSync(file)
  if (size === 0) return couldNotCheck('The file is empty.')
  if (size > largest) return couldNotCheck('The file is larger than any that this app makes.')
  try {
    const start = readFileSync(file).subarray(0, 16).toString('latin1')
    if (start.startsWith('SQLite format 3')) return await checkRegisterFile(file, older)
    const bytes = readFileSync(file)
    if (start.startsWith('%PDF-')) {
      const attached = readAttachment(bytes, 'trail.json')
      return attached ? checkJsonText(Buffer.from(attached).toString('utf8'), older) : couldNotCheck('This PDF carries no trail.json. It may be a printout, or a copy made by another program.')
    }
    return checkJsonText(bytes.toString('utf8'), older)
  } catch (error) {
    return couldNotCheck(asRefusal(error).happened)
  }
}

function checkJsonText(text: string, older: OlderHead | null): TrailCheck {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return couldNotCheck('This is not a PDF, a trail.json or a register of this app.')
  }
  return checkTrailJson(value, nodeCrypto, older)
}

/** A copy is checked, with the journal beside it: opening a file after a crash finishes or undoes its last act. */
async function checkRegisterFile(file: string, older: OlderHead | null): Promise<TrailCheck> {
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
