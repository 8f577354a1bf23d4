import { contextBridge, ipcRenderer } from 'electron'
import { bridgeChannel, bridgeKey, type Bridge } from '../shared/contract/bridge.ts'

const bridge: Bridge = { call: (name, input) => ipcRenderer.invoke(bridgeChannel, name, input) }

contextBridge.exposeInMainWorld(bridgeKey, bridge)
