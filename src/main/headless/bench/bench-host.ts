import { nodeCrypto } from '../../identity/node-crypto.ts'

export const benchHost = Object.freeze({ clock: () => new Date().toISOString(), appVersion: '1.0.0', computer: 'bench', crypto: nodeCrypto })
