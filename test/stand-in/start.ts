import { spawn, spawnSync } from 'node:child_process'
import { mkdirSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { ensureBrowser } from './ensure-browser.ts'
import { ensureBuild } from './ensure-build.ts'
import { electronPackage, findElectron } from './find-electron.ts'
import { launchStandIn } from './launch-stand-in.ts'
import { pictureScreens } from './picture-screens.ts'

/*
 * `npm start`. Runs the app in Electron; where its binary is missing and cannot be downloaded, in the stand-in; where
 * there is no screen either, makes the demo register, its documents and a picture of each screen.
 */
const project = path.resolve(import.meta.dirname, '../..')
const downloadWithin = 90_000
const say = (line: string): void => void process.stdout.write(`${line}\n`)

function hasScreen(): boolean {
  return process.platform === 'win32' || process.platform === 'darwin' || Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY)
}

function downloadElectron(): string | null {
  say(`Electron’s program is not here yet. Downloading it, for at most ${downloadWithin / 1000} seconds …`)
  const options = { cwd: project, timeout: downloadWithin, encoding: 'utf8' as const }
  const { status } = spawnSync(process.execPath, [path.join(electronPackage, 'install.js')], options)
  if (status !== 0) say('It could not be downloaded. `npx install-electron` tries again, without a limit of time.')
  return findElectron()
}

function runElectron(binary: string): void {
  // Chromium refuses to start its sandbox for root.
  const asRoot = process.platform === 'linux' && process.getuid?.() === 0
  if (asRoot) say('You are root, so the system’s own sandbox around the window is off. Start as an ordinary user to have it.')
  const child = spawn(binary, [project, ...(asRoot ? ['--no-sandbox'] : []), ...process.argv.slice(2)], { stdio: 'inherit', cwd: project })
  child.once('exit', (code) => { process.exitCode = code ?? 1 })
}

/** Where Electron would keep the app's settings, so that both show the same register. */
function settingsFolder(): string {
  const { APPDATA, PSR_USER_DATA, XDG_CONFIG_HOME } = process.env
  const home = os.homedir()
  const config = { win32: APPDATA ?? path.join(home, 'AppData/Roaming'), darwin: path.join(home, 'Library/Application Support') }
  const base = process.platform === 'win32' || process.platform === 'darwin' ? config[process.platform] : XDG_CONFIG_HOME ?? path.join(home, '.config')
  return PSR_USER_DATA ?? path.join(base, 'practice-sharing-register')
}

async function runInBrowser(): Promise<void> {
  if (ensureBrowser(say) === null) throw new Error('There is neither Electron nor a browser to show the app in.')
  say('The app opens in Chromium instead, in a window of its own. Close the window to end it.')
  const register = process.argv.slice(2).find((argument) => argument.endsWith('.psr')) ?? process.env.PSR_REGISTER
  const app = await launchStandIn({
    userData: settingsFolder(), documents: path.join(os.homedir(), 'Documents'), visible: true, ...(register !== undefined && { register }),
  })
  const { code } = await app.exited
  process.exitCode = code ?? 1
}

async function makeDocuments(): Promise<void> {
  const folder = path.join(project, 'out/demo')
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  say('There is no screen here, so no window can be opened. Making the demo register and its documents instead …')
  const { status } = spawnSync(process.execPath, [path.join(project, 'src/main/cli.ts'), 'demo', folder], { cwd: project, stdio: 'inherit' })
  if (status !== 0) throw new Error('The demo register could not be made.')
  say(`The documents are in ${folder}`)
  if (ensureBrowser(say) === null) throw new Error('Without a browser there are no pictures of the screens.')
  const screens = path.join(folder, 'screens')
  const pictures = await pictureScreens({ register: path.join(folder, 'demo.psr'), folder: screens })
  say(`${pictures.length} pictures of the screens, in light and dark, are in ${screens}`)
}

try {
  ensureBuild(say)
  if (!hasScreen()) await makeDocuments()
  else {
    const electron = findElectron() ?? downloadElectron()
    if (electron === null) await runInBrowser()
    else runElectron(electron)
  }
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
}
