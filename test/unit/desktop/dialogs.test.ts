import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { OpenDialogOptions, SaveDialogOptions } from 'electron'
import { beforeEach, describe, expect, it } from 'vitest'
import { createDialogs } from '../../../src/main/desktop/dialogs.ts'

const pdf = [{ name: 'PDF document', extensions: ['pdf'] }]
let folders: { settings: string; documents: string }
let chosen: string

beforeEach(() => {
  const root = mkdtempSync(path.join(os.tmpdir(), 'psr-dialogs-'))
  folders = { settings: path.join(root, 'settings'), documents: path.join(root, 'documents') }
  chosen = path.join(root, 'chosen')
  for (const folder of [...Object.values(folders), chosen]) mkdirSync(folder)
})

/** A person who gives these answers, one a dialog; null is Cancel. */
function person(...answers: (string | null)[]) {
  const asked: (OpenDialogOptions | SaveDialogOptions)[] = []
  const codes: string[] = []
  const next = (args: unknown[]): string | null => {
    asked.push(args.at(-1) as SaveDialogOptions)
    return answers.shift() ?? null
  }
  const dialogs = createDialogs({
    folders, parent: () => null, log: (_level, code) => void codes.push(code),
    dialog: {
      showOpenDialog: async (...args: unknown[]) => {
        const answer = next(args)
        return { canceled: answer === null, filePaths: answer === null ? [] : [answer] }
      },
      showSaveDialog: async (...args: unknown[]) => {
        const answer = next(args)
        return { canceled: answer === null, filePath: answer ?? '' }
      },
    },
  })
  return { ...dialogs, asked, codes }
}

describe('the file dialogs', () => {
  it('start where documents are kept, with the suggested name', async () => {
    const { chooseFileToSave, asked } = person(null)
    expect(await chooseFileToSave({ title: 'Save', suggestion: 'audit-trail.pdf', kinds: pdf })).toBeNull()
    expect(asked).toMatchObject([{ title: 'Save', defaultPath: path.join(folders.documents, 'audit-trail.pdf'), filters: [{ name: 'PDF document', extensions: ['pdf'] }] }])
  })

  it('never let a suggested name choose the folder', async () => {
    const { chooseFileToSave, asked } = person(null)
    await chooseFileToSave({ title: 'Save', suggestion: '../../elsewhere.pdf', kinds: pdf })
    expect(asked[0]?.defaultPath).toBe(path.join(folders.documents, 'elsewhere.pdf'))
  })

  it('remember the last folder, also after a restart, apart for opening and saving', async () => {
    await person(path.join(chosen, 'a.pdf')).chooseFileToSave({ title: '', suggestion: 'a.pdf', kinds: pdf })
    const later = person(null, null)
    await later.chooseFileToSave({ title: '', suggestion: 'b.pdf', kinds: pdf })
    await later.chooseFileToOpen({ title: '', kinds: pdf })
    expect(later.asked.map(({ defaultPath }) => defaultPath)).toEqual([path.join(chosen, 'b.pdf'), folders.documents])
  })

  it('do not lead to a folder that has gone', async () => {
    await person(path.join(chosen, 'a.pdf')).chooseFileToOpen({ title: '', kinds: pdf })
    rmSync(chosen, { recursive: true })
    const later = person(null)
    await later.chooseFileToOpen({ title: '', kinds: pdf })
    expect(later.asked[0]?.defaultPath).toBe(folders.documents)
  })

  it('go on without their memory when it is unreadable, and log that', async () => {
    writeFileSync(path.join(folders.settings, 'last-folders.json'), '{"open": 7')
    const { chooseFileToOpen, codes } = person(path.join(chosen, 'x.pdf'))
    expect(await chooseFileToOpen({ title: '', kinds: pdf })).toBe(path.join(chosen, 'x.pdf'))
    expect(codes).toEqual(['last-folder-unreadable'])
    expect(JSON.parse(readFileSync(path.join(folders.settings, 'last-folders.json'), 'utf8'))).toEqual({ open: chosen })
  })

  it('add a missing extension, and keep one that is there in capitals', async () => {
    const { chooseFileToSave } = person(path.join(chosen, 'a'), path.join(chosen, 'B.PDF'))
    expect(await chooseFileToSave({ title: '', suggestion: 'a.pdf', kinds: pdf })).toBe(path.join(chosen, 'a.pdf'))
    expect(await chooseFileToSave({ title: '', suggestion: 'a.pdf', kinds: pdf })).toBe(path.join(chosen, 'B.PDF'))
  })

  it('ask again when the extension they add names a file that is there', async () => {
    const there = path.join(chosen, 'a.pdf')
    writeFileSync(there, 'kept')
    const { chooseFileToSave, asked } = person(path.join(chosen, 'a'), null)
    expect(await chooseFileToSave({ title: '', suggestion: 'a.pdf', kinds: pdf })).toBeNull()
    expect(asked[1]?.defaultPath).toBe(there)
    expect(existsSync(there)).toBe(true)
  })
})
