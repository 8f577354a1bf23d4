import { spawnSync } from 'node:child_process'

/** What the tests open PDFs and the checking page with and draw pages by, and the Debian package each comes in. */
const needed = [
  { command: 'qpdf', args: ['--version'], debian: 'qpdf' },
  { command: 'pdftotext', args: ['-v'], debian: 'poppler-utils' },
  { command: 'firefox-esr', args: ['--version'], debian: 'firefox-esr' },
  { command: 'fc-list', args: ['--version'], debian: 'fontconfig' },
] as const

const runs = (command: string, args: readonly string[]): boolean => spawnSync(command, args, { stdio: 'ignore' }).error === undefined

/** Installs what is missing with apt-get where that is allowed; says what to install where it is not. */
export function ensurePackages(say: (line: string) => void): boolean {
  const missing = needed.filter(({ command, args }) => !runs(command, args))
  if (missing.length === 0) return true
  const packages = missing.map(({ debian }) => debian)
  if (process.platform === 'linux' && process.getuid?.() === 0) {
    say(`Installing ${packages.join(', ')} …`)
    const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    const aptGet = (...args: string[]): boolean => spawnSync('apt-get', args, { stdio: 'inherit', env: environment }).status === 0
    if (aptGet('update', '-qq') && aptGet('install', '-y', '-qq', '--no-install-recommends', ...packages, 'fonts-liberation')) return true
  }
  say(`These tests need ${packages.join(', ')}. Install them and start again.`)
  return false
}
