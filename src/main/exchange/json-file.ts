import { readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { hash } from 'node:crypto'
import { refuse, type Refused } from '../../shared/contract/refused.ts'
import { isDeeper } from '../../shared/trail/json.ts'

/** What a file of ours holds, the very bytes told by their hash. */
export type JsonFile = Readonly<{ fileName: string; text: string; value: unknown; sha256: string }>

/** More than any pack or file of answers takes. */
const largest = 20 * 1024 * 1024
const deepest = 64

/** What this app calls its files, for whoever chose one of another kind. */
const kinds: Readonly<Record<string, string>> = Object.freeze({
  'psr-pack': 'a sign-off pack', 'psr-answers': 'a file of answers to a sign-off pack', 'psr-trail': 'an exported trail',
})

/**
 * Reads a JSON file of this app. The file is only read.
 * @param wanted its format, `psr-pack/1`
 * @throws Refused could-not-read, saying what the file is instead
 */
export function readJsonFile(file: string, wanted: string): JsonFile {
  const fileName = path.basename(file)
  const bytes = bytesOf(file, fileName)
  const text = textOf(bytes)
  const value = text === null ? undefined : parsed(text)
  if (text === null || value === undefined) throw no(`${fileName} is not ${nameOf(wanted)}, or it was cut off or damaged on the way.`)
  const format = typeof value === 'object' && value !== null && 'format' in value ? String(value.format) : ''
  if (format !== wanted) throw wrongFormat(fileName, format, wanted)
  return { fileName, text, value, sha256: hash('sha256', bytes, 'hex') }
}

function bytesOf(file: string, name: string): Uint8Array {
  try {
    const found = statSync(file)
    if (!found.isFile()) throw no(`${name} is not a file.`)
    if (found.size > largest) throw no(`${name} is larger than any file of this kind.`)
    return new Uint8Array(readFileSync(file))
  } catch (error) {
    if (error instanceof Error && 'code' in error) throw no(`${name} could not be opened.`, 'Check that it is still there and that you may open it.')
    throw error
  }
}

function textOf(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return null
  }
}

function parsed(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text)
    return isDeeper(value, deepest) ? undefined : value
  } catch {
    return undefined
  }
}

const nameOf = (format: string): string => kinds[format.split('/')[0] ?? ''] ?? 'a file of this kind'

function wrongFormat(fileName: string, format: string, wanted: string): Refused {
  const [kind = '', version = ''] = format.split('/')
  if (kind === wanted.split('/')[0] && /^\d+$/.test(version)) return no(`A newer version of this app made ${fileName}.`, 'Ask your IT support to update this app, then open it again.')
  const known = kinds[kind]
  return no(known ? `${fileName} is ${known}, not ${nameOf(wanted)}.` : `${fileName} is not ${nameOf(wanted)}.`)
}

const no = (happened: string, todo = 'Choose another file, or ask for it to be sent again.'): Refused => refuse('could-not-read', { happened, todo })
