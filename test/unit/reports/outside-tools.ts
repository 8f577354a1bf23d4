import { spawnSync } from 'node:child_process'

/** Other programs' opinions of our files count where the machine has them; without one the test list shows what was left out. */
export const hasTool = (name: 'qpdf' | 'pdffonts' | 'pdfinfo' | 'pdftotext'): boolean => spawnSync(name, [name === 'qpdf' ? '--version' : '-v']).status === 0
