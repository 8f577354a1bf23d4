import type { ContextMenuParams, MenuItemConstructorOptions } from 'electron'

const appName = 'Practice Sharing Register'
type Item = MenuItemConstructorOptions

const line: Item = { type: 'separator' }

/** The menu bar. What reloads a page or opens developer tools is there only while developing. */
export function menuTemplate({ packaged, mac }: Readonly<{ packaged: boolean; mac: boolean }>): Item[] {
  const about: Item = { role: 'about', label: `About ${appName}` }
  const appMenu: Item = {
    label: appName,
    submenu: [
      about, line, { role: 'hide', label: `Hide ${appName}` }, { role: 'hideOthers', label: 'Hide others' },
      { role: 'unhide', label: 'Show all' }, line, { role: 'quit', label: `Quit ${appName}` },
    ],
  }
  const file: Item = { label: '&File', submenu: [mac ? { role: 'close', label: 'Close' } : { role: 'quit', label: 'E&xit' }] }
  const help: Item = { label: '&Help', role: 'help', submenu: [about] }
  return [...(mac ? [appMenu] : []), file, editMenu(), viewMenu(packaged), ...(mac ? [] : [help])]
}

function editMenu(): Item {
  return {
    label: '&Edit',
    submenu: [
      { role: 'undo', label: 'Undo' }, { role: 'redo', label: 'Redo' }, line,
      { role: 'cut', label: 'Cut' }, { role: 'copy', label: 'Copy' }, { role: 'paste', label: 'Paste' },
      { role: 'delete', label: 'Delete' }, line, { role: 'selectAll', label: 'Select all' },
    ],
  }
}

function viewMenu(packaged: boolean): Item {
  const developing: Item[] = [
    line, { role: 'reload', label: 'Reload' }, { role: 'toggleDevTools', label: 'Developer tools' },
  ]
  return {
    label: '&View',
    submenu: [
      { role: 'zoomIn', label: 'Larger' }, { role: 'zoomOut', label: 'Smaller' }, { role: 'resetZoom', label: 'Actual size' }, line,
      { role: 'togglefullscreen', label: 'Full screen' }, ...(packaged ? [] : developing),
    ],
  }
}

/** The menu on a right click: what can be done with text, and nothing where there is no text. */
export function textMenuTemplate(
  { isEditable, selectionText, editFlags }: Pick<ContextMenuParams, 'isEditable' | 'selectionText'> & {
    editFlags: Pick<ContextMenuParams['editFlags'], 'canCut' | 'canCopy' | 'canPaste' | 'canSelectAll'>
  },
): Item[] {
  if (isEditable) {
    return [
      { role: 'cut', label: 'Cut', enabled: editFlags.canCut }, { role: 'copy', label: 'Copy', enabled: editFlags.canCopy },
      { role: 'paste', label: 'Paste', enabled: editFlags.canPaste }, line,
      { role: 'selectAll', label: 'Select all', enabled: editFlags.canSelectAll },
    ]
  }
  return selectionText.trim() === '' ? [] : [{ role: 'copy', label: 'Copy', enabled: editFlags.canCopy }]
}
