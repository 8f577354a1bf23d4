import { ensureBrowser } from '../stand-in/ensure-browser.ts'
import { ensureBuild } from '../stand-in/ensure-build.ts'
import { chosenElectron, describeHost } from '../stand-in/launch.ts'

const say = (line: string): void => void process.stdout.write(`${line}\n`)

/** Before the end-to-end tests: the app is built, something can show it, and the run says what. */
export function setup(): void {
  ensureBuild(say)
  if (chosenElectron() === null && ensureBrowser(say) === null) throw new Error('There is no browser to run the end-to-end tests in.')
  say(describeHost())
}
