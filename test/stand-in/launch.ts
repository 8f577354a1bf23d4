import type { AppDriver, LaunchOptions } from './driver.ts'
import { findElectron } from './find-electron.ts'
import { launchElectron } from './launch-electron.ts'
import { launchStandIn } from './launch-stand-in.ts'

export type { AppDriver, Exit, LaunchOptions } from './driver.ts'

/** `PSR_HOST=stand-in` or `PSR_HOST=electron` chooses; else Electron is used where its binary is there. */
export function chosenElectron(): string | null {
  const wanted = process.env.PSR_HOST
  if (wanted === 'stand-in') return null
  const electron = findElectron()
  if (wanted === 'electron' && electron === null) throw new Error('PSR_HOST asks for Electron, and its binary is not installed.')
  return electron
}

export function describeHost(): string {
  const electron = chosenElectron()
  return electron === null
    ? 'Host: the stand-in (Chromium). Electron’s binary is not installed, or PSR_HOST chose so.'
    : `Host: Electron (${electron}).`
}

/** Starts the built app. The caller closes or kills it. */
export function launch(options: LaunchOptions): Promise<AppDriver> {
  const electron = chosenElectron()
  return electron === null ? launchStandIn(options) : launchElectron(options, electron)
}
