/**
 * Stands in for the part of Electron that the app's main process uses, so that the built app runs unchanged where
 * Electron's binary cannot be had. What it cannot prove: the system's sandbox, the real `app:` scheme, native
 * dialogs, menus and window state, fuses, and Electron's own V8 and cryptography.
 */
export { app } from './electron-app.ts'
export { dialog, ipcMain, Menu, nativeTheme, shell } from './electron-parts.ts'
export { protocol, session } from './electron-session.ts'
export { BrowserWindow } from './electron-window.ts'
