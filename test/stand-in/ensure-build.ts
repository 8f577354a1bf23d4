import { spawnSync } from 'node:child_process'
import { existsSync, globSync, statSync } from 'node:fs'
import path from 'node:path'

const project = path.resolve(import.meta.dirname, '../..')
const sources = ['src/**/*', 'resources/**/*', 'package.json', 'electron.vite.config.ts', 'vite.verifier.config.ts']
const built = ['out/main/index.js', 'out/preload/index.cjs', 'out/renderer/index.html', 'out/verifier/verifier.html']

/** Builds the app and the checking page if a source is newer than what was built. Throws where the build fails. */
export function ensureBuild(say: (line: string) => void): void {
  if (!isStale()) return
  say('Building the app …')
  build('electron-vite/bin/electron-vite.js', [])
  build('vite/bin/vite.js', ['--config', 'vite.verifier.config.ts'])
}

function build(tool: string, options: readonly string[]): void {
  const { status, stdout, stderr } = spawnSync(process.execPath, [path.join(project, 'node_modules', tool), 'build', '--logLevel', 'warn', ...options], { cwd: project, encoding: 'utf8' })
  if (status !== 0) throw new Error(`The build failed.\n${stdout}${stderr}`)
}

function isStale(): boolean {
  const targets = built.map((file) => path.join(project, file))
  if (!targets.every((file) => existsSync(file))) return true
  const oldest = Math.min(...targets.map((file) => statSync(file).mtimeMs))
  return globSync(sources, { cwd: project }).some((file) => {
    const about = statSync(path.join(project, file))
    return about.isFile() && about.mtimeMs > oldest
  })
}
