import type { OpenDialogOptions, OnBeforeRequestListenerDetails, SaveDialogOptions } from 'electron'

export type WindowToLoad = { windowId: number; url: string; preload: string | null; width: number; height: number }

/** What the main process (the app's own code) asks of the host that stands in for Electron. */
export type AskedOfHost = {
  'load': { input: WindowToLoad; output: void }
  'close-window': { input: { windowId: number }; output: void }
  'bring-forward': { input: { windowId: number }; output: void }
  'save-dialog': { input: SaveDialogOptions; output: string | null }
  'open-dialog': { input: OpenDialogOptions; output: string | null }
  'show-in-folder': { input: string; output: void }
  'open-path': { input: string; output: string }
}

export type PageRequest = { url: string; resourceType: OnBeforeRequestListenerDetails['resourceType'] }
export type PageCall = { windowId: number; channel: string; args: unknown[]; frame: { url: string; isMainFrame: boolean } }

/** What the host asks of the main process, on behalf of a page. */
export type AskedOfMain = {
  'invoke': { input: PageCall; output: unknown }
  'fetch': { input: { url: string; method: string }; output: { status: number; headers: Record<string, string>; body: Uint8Array } }
  'may-request': { input: PageRequest; output: boolean }
  'may-navigate': { input: { windowId: number; url: string; isMainFrame: boolean }; output: boolean }
  'may-open-window': { input: { windowId: number; url: string }; output: boolean }
  'may-download': { input: { windowId: number; url: string }; output: boolean }
  'permitted': { input: readonly string[]; output: string[] }
  'window-closed': { input: { windowId: number }; output: void }
  'page-crashed': { input: { windowId: number }; output: void }
}

/** What the host tells the main process when it starts it. */
export type HostOptions = { main: string; userData: string; documents: string; dark: boolean }
