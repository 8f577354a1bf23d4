import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { setupDraft } from '../../shared/contract/setup.ts'

const settings = z.strictObject({
  /** The register this computer opens at the start. */
  register: z.string().nullable(),
})
type Settings = z.infer<typeof settings>
export type SetupDraft = z.infer<typeof setupDraft>

/** What this computer remembers outside any register: where it is, and how far the first run has come. */
export type SettingsFolder = Readonly<{
  read: () => Settings
  write: (settings: Settings) => void
  setupDraft: () => SetupDraft | null
  saveSetupDraft: (draft: SetupDraft) => void
  discardSetupDraft: () => void
}>

export function createSettings(folder: string): SettingsFolder {
  const file = path.join(folder, 'settings.json')
  const draftFile = path.join(folder, 'first-run.json')
  return {
    read: () => readJson(file, settings) ?? { register: null },
    write: (value) => { writeWhole(file, value) },
    setupDraft: () => readJson(draftFile, setupDraft),
    saveSetupDraft: (draft) => { writeWhole(draftFile, draft) },
    discardSetupDraft: () => { rmSync(draftFile, { force: true }) },
  }
}

/** Null where there is no such file or it does not read as one: then the person is asked again. */
function readJson<S extends z.ZodType>(file: string, schema: S): z.output<S> | null {
  try {
    return schema.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return null
  }
}

function writeWhole(file: string, value: unknown): void {
  const partial = `${file}.partial`
  writeFileSync(partial, JSON.stringify(value))
  renameSync(partial, file)
}
