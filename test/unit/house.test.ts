import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'

const root = path.join(import.meta.dirname, '../..')

/** What a file imports, by static or dynamic import or re-export, types included: a type is a dependency too. */
function importsOf(text: string): string[] {
  const code = text.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/^\s*\/\/.*$/gm, '')
  const statements = /(?:^|[\s;}])(?:import|export)\s(?:[\w*{}\s,$]*?\sfrom\s*)?['"]([^'"]+)['"]/g
  const calls = /(?:\bimport|\brequire)\s*\(\s*['"]([^'"]+)['"]/g
  return [...code.matchAll(statements), ...code.matchAll(calls)].map((match) => match[1] ?? '')
}

/** Paths inside the project from its root, packages by their name. */
const targetOf = (file: string, specifier: string): string => (specifier.startsWith('.') ? path.posix.join(path.posix.dirname(file), specifier) : specifier)

type Rule = Readonly<{ what: string; of: RegExp; may: readonly RegExp[] }>

const shared = /^src\/shared\//
const resources = /^resources\//
const pure = [/^zod$/, /^canonicalize$/, /^temporal-polyfill(\/|$)/, /^fflate\/browser$/]
const node = /^node:/
const inside = (layer: string): RegExp => new RegExp(`^src/main/${layer}/`)

/** One direction: renderer and verifier → shared ← main, and inside main desktop → register → store, identity, reports, exchange → shared. */
const rules: readonly Rule[] = [
  { what: 'shared is pure', of: shared, may: [shared, ...pure] },
  { what: 'a migration knows nothing but kysely', of: /^src\/main\/store\/migrations\/0/, may: [/^kysely(\/|$)/] },
  { what: 'store imports shared', of: inside('store'), may: [inside('store'), shared, node, /^kysely(\/|$)/, /^better-sqlite3$/, ...pure] },
  { what: 'identity imports shared', of: inside('identity'), may: [inside('identity'), shared, node, ...pure] },
  { what: 'reports imports shared, and what it takes to read back what it wrote and to name a key', of: inside('reports'), may: [
    inside('reports'), shared, node, /^pdfkit$/, resources, ...pure,
    /^src\/main\/exchange\/resource-folder\.ts$/, /^src\/main\/identity\/(key-fingerprint|node-crypto)\.ts$/,
  ] },
  { what: 'exchange imports shared', of: inside('exchange'), may: [inside('exchange'), shared, node, /^(date-holidays|file-type|ical-generator|mammoth)$/, /^pdfjs-dist\//, resources, ...pure] },
  { what: 'register imports store, identity, reports and exchange', of: inside('register'), may: [/^src\/main\/(register|store|identity|reports|exchange)\//, shared, node, /^kysely(\/|$)/, resources, ...pure] },
  { what: 'the headless commands import the core', of: /^src\/main\/(headless\/|cli\.ts$)/, may: [/^src\/main\/(headless|register|store|identity|reports|exchange)\//, shared, node, /^[a-z@](?!lectron)/, resources] },
  { what: 'desktop alone knows Electron', of: /^src\/main\/(desktop\/|index\.ts$)/, may: [/^src\/main\//, shared, node, /^electron$/, resources, ...pure] },
  { what: 'the preload carries names only', of: /^src\/preload\//, may: [/^src\/shared\/contract\/(bridge|call-names|reply)\.ts$/, /^electron$/] },
  { what: 'the checking page imports shared', of: /^src\/verifier\//, may: [/^src\/verifier\//, shared, /^@noble\/(curves|hashes)\//] },
  { what: 'the renderer imports shared', of: /^src\/renderer\//, may: [/^src\/renderer\//, shared, /^(?!node:|electron|better-sqlite3|kysely|pdfkit|src\/)[a-z@]/] },
]

/** Each import that no rule allows, as a sentence. */
function broken(files: Iterable<readonly [string, string]>): string[] {
  const wrong: string[] = []
  for (const [file, text] of files) {
    const rule = rules.find(({ of }) => of.test(file)) ?? (file.startsWith('src/main/') ? undefined : null)
    if (rule === undefined || (rule === null && file.startsWith('src/'))) wrong.push(`${file} belongs to no layer`)
    if (!rule) continue
    for (const specifier of importsOf(text)) {
      const target = targetOf(file, specifier)
      if (!rule.may.some((allowed) => allowed.test(target))) wrong.push(`${file} imports ${specifier}: ${rule.what}`)
    }
  }
  return wrong
}

function* sources(folder: string): Generator<readonly [string, string]> {
  for (const entry of readdirSync(path.join(root, folder), { withFileTypes: true, recursive: true })) {
    if (!entry.isFile() || !/\.tsx?$/.test(entry.name)) continue
    const full = path.join(entry.parentPath, entry.name)
    yield [path.relative(root, full).split(path.sep).join('/'), readFileSync(full, 'utf8')]
  }
}

describe('the one direction of dependencies', () => {
  it('holds in every file', () => {
    const files = [...sources('src')]
    expect(files.length).toBeGreaterThan(200)
    expect(files.flatMap(([, text]) => importsOf(text)).length).toBeGreaterThan(1000)
    expect(broken(files)).toEqual([])
  })

  it.each([
    ['shared imports Node', 'src/shared/domain/a.ts', `import { readFileSync } from 'node:fs'`],
    ['shared imports Node by its old name', 'src/shared/domain/a.ts', `import fs from 'fs'`],
    ['shared imports Node when called', 'src/shared/domain/a.ts', `export const read = () => import('node:fs')`],
    ['shared imports a type of main', 'src/shared/domain/a.ts', `import type { Store } from '../../main/store/register-store.ts'`],
    ['shared passes on what is in main', 'src/shared/domain/a.ts', `export * from '../../main/store/tables.ts'`],
    ['shared imports React', 'src/shared/domain/a.ts', `import { useState } from 'react'`],
    ['the core imports Electron', 'src/main/register/a.ts', `import { app } from 'electron'`],
    ['the core requires Electron', 'src/main/store/a.ts', `const { app } = require('electron')`],
    ['a headless command imports Electron', 'src/main/headless/a.ts', `import { app } from 'electron'`],
    ['the core imports the desktop', 'src/main/register/a.ts', `import { ports } from '../desktop/ports.ts'`],
    ['the renderer imports main', 'src/renderer/features/a.tsx', `import { open } from '../../main/register/app.ts'`],
    ['the renderer imports Node', 'src/renderer/a.ts', `import path from 'node:path'`],
    ['the renderer imports the preload', 'src/renderer/a.ts', `import '../preload/index.ts'`],
    ['the checking page imports main', 'src/verifier/a.ts', `import { nodeCrypto } from '../main/identity/node-crypto.ts'`],
    ['the checking page imports the renderer', 'src/verifier/a.ts', `import { Icon } from '../renderer/components/icon.tsx'`],
    ['the checking page imports Node', 'src/verifier/a.ts', `import { hash } from 'node:crypto'`],
    ['the renderer imports the checking page', 'src/renderer/a.ts', `import { element } from '../verifier/element.ts'`],
    ['the preload carries a schema', 'src/preload/index.ts', `import { contract } from '../shared/contract/contract.ts'`],
    ['the store imports the register', 'src/main/store/a.ts', `import { x } from '../register/app.ts'`],
    ['the store imports identity', 'src/main/store/a.ts', `import {\n  x,\n} from '../identity/passphrase.ts'`],
    ['identity imports the store', 'src/main/identity/a.ts', `import { x } from '../store/tables.ts'`],
    ['reports imports the store', 'src/main/reports/a.ts', `import { x } from '../store/tables.ts'`],
    ['reports imports passphrases', 'src/main/reports/a.ts', `import { x } from '../identity/passphrase.ts'`],
    ['exchange imports reports', 'src/main/exchange/a.ts', `import { x } from '../reports/write-report.ts'`],
    ['a migration imports anything but kysely', 'src/main/store/migrations/0002-more.ts', `import { sql } from 'kysely'\nimport { tables } from '../tables.ts'`],
    ['a file stands outside every layer', 'src/main/other/a.ts', ''],
    ['a folder stands outside every layer', 'src/helpers/a.ts', ''],
  ])('is seen broken when %s', (_, file, text) => {
    expect(broken([[file, text]])).toHaveLength(1)
  })

  it('is not seen broken by words in a comment or by what is allowed', () => {
    expect(broken([
      ['src/shared/domain/a.ts', `// import { app } from 'electron'\n/* import x from 'node:fs' */\nimport { z } from 'zod'\nimport type { B } from './b.ts'`],
      ['src/main/store/migrations/0002-more.ts', `import { sql, type Kysely } from 'kysely'`],
      ['src/main/register/a.ts', `import { x } from '../store/tables.ts'\nimport { randomUUID } from 'node:crypto'`],
      ['src/main/desktop/a.ts', `import { app } from 'electron'`],
    ])).toEqual([])
  })
})

describe('the list of packages', () => {
  const exact = /^\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?$/
  it('names each in one exact version', () => {
    const { dependencies, devDependencies, optionalDependencies = {} } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as Record<string, Record<string, string>>
    const versions = Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies })
    expect(versions.length).toBeGreaterThan(20)
    expect(versions.filter(([, version]) => !exact.test(version))).toEqual([])
  })

  it('would show one that is not exact', () => {
    for (const loose of ['^1.2.3', '~1.2.3', '1.2', '*', 'latest', '>=1.0.0', '1.x', 'github:a/b']) expect(exact.test(loose), loose).toBe(false)
    expect(exact.test('1.0.0-beta.2')).toBe(true)
  })
})
