import path from 'node:path'

/** The extension of register files. */
const registerExtension = '.psr'

/**
 * What was asked for on the command line. A packaged app gets its arguments right after its own name, one that is
 * being developed after the path of the app.
 */
export function givenArguments(argv: readonly string[], packaged: boolean): string[] {
  return argv.slice(packaged ? 1 : 2)
}

/**
 * Whether the packaged app was started as a headless command (`demo`, `verify` …): its first argument is a plain word,
 * neither a switch nor a file.
 */
export function isHeadless(given: readonly string[], packaged: boolean): boolean {
  return packaged && /^[a-z]+$/.test(given[0] ?? '')
}

const packExtension = '.psr-pack'

/** The sign-off pack named on the command line, by a double-click on it. */
export function packToOpen(given: readonly string[]): string | null {
  const named = given.find((argument) => !argument.startsWith('-') && argument.toLowerCase().endsWith(packExtension))
  return named === undefined ? null : path.resolve(named)
}

/** The register file named on the command line (a double-click on the file does that) or in `PSR_REGISTER`. */
export function registerToOpen(given: readonly string[], environment: Readonly<Record<string, string | undefined>>): string | null {
  const named = given.find((argument) => !argument.startsWith('-') && argument.toLowerCase().endsWith(registerExtension))
  const wanted = named ?? environment.PSR_REGISTER
  return wanted === undefined || wanted === '' ? null : path.resolve(wanted)
}
