import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

/** The parts that PDFBox's own judge of PDF/A stands on; Debian's package leaves two of them to whoever asks for them. */
const jars = ['preflight', 'pdfbox2', 'xmpbox', 'fontbox2', 'commons-logging', 'javax.activation', 'jaxb-api'].map((name) => `/usr/share/java/${name}.jar`)
export const preflightPackages = ['libpdfbox2-java', 'libactivation-java', 'libjaxb-api-java', 'default-jre-headless'] as const
export const preflightArgs: readonly string[] = ['-cp', jars.join(':'), 'org.apache.pdfbox.preflight.Validator_A1b']

/** What the tests open PDFs and the checking page with and draw pages by, and the Debian package each comes in. */
const needed = [
  { command: 'qpdf', args: ['--version'], debian: 'qpdf' },
  { command: 'pdftotext', args: ['-v'], debian: 'poppler-utils' },
  { command: 'firefox-esr', args: ['--version'], debian: 'firefox-esr' },
  { command: 'fc-list', args: ['--version'], debian: 'fontconfig' },
  { command: 'java', args: ['-version'], debian: 'default-jre-headless' },
] as const

const runs = (command: string, args: readonly string[]): boolean => spawnSync(command, args, { stdio: 'ignore' }).error === undefined
const libraries: readonly string[] = jars.every((jar) => existsSync(jar)) ? [] : preflightPackages

/** Installs what is missing with apt-get where that is allowed; says what to install where it is not. */
export function ensurePackages(say: (line: string) => void): boolean {
  const packages = [...new Set([...needed.filter(({ command, args }) => !runs(command, args)).map(({ debian }) => debian), ...libraries])]
  if (packages.length === 0) return true
  if (process.platform === 'linux' && process.getuid?.() === 0) {
    say(`Installing ${packages.join(', ')} …`)
    const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    const aptGet = (...args: string[]): boolean => spawnSync('apt-get', args, { stdio: 'inherit', env: environment }).status === 0
    if (aptGet('update', '-qq') && aptGet('install', '-y', '-qq', '--no-install-recommends', ...packages, 'fonts-liberation')) return true
  }
  say(`These tests need ${packages.join(', ')}. Install them and start again.`)
  return false
}
