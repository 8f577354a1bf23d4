import type { Ports } from './ports.ts'

/** Where the newest document went, for whoever wants to see it in its folder. The page never learns the path. */
export type LastExport = Readonly<{ remember: (file: string) => void; show: () => void }>

export function createLastExport(ports: Pick<Ports, 'showInFolder'>): LastExport {
  let last: string | null = null
  return {
    remember: (file) => { last = file },
    show: () => { if (last !== null) ports.showInFolder(last) },
  }
}
