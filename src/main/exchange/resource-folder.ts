import { existsSync } from 'node:fs'
import path from 'node:path'

/**
 * The folder with the fonts and texts that are read while running. It stands beside package.json, above this file:
 * unbuilt under `src`, built under `out`, and inside the packaged app's archive alike.
 */
export function resourcesFolder(from = import.meta.dirname): string {
  for (let folder = from; ; folder = path.dirname(folder)) {
    const resources = path.join(folder, 'resources')
    if (existsSync(resources) && existsSync(path.join(folder, 'package.json'))) return resources
    if (path.dirname(folder) === folder) throw new Error('The folder "resources" that belongs to the app is missing')
  }
}
