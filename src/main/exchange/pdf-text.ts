import { refuse } from '../../shared/contract/refused.ts'

export type PageText = Readonly<{ number: number; text: string; picture: boolean }>
export type PdfText = Readonly<{ pages: readonly PageText[]; /** How many pages the document has, read or not. */ count: number }>
type Limits = Readonly<{ pages: number; characters: number }>

/** More picture points than any scanned page has. A larger one is not unpacked. */
const largestPicture = 100_000_000
/** Looking at a scanned page means unpacking it. After so many of them the rest are taken for pictures too. */
const pagesLookedAt = 20

/**
 * Text of each page, line by line, with a blank line where the page leaves a gap. Nothing in the file is run and nothing
 * outside it is fetched.
 * @param limits pages after either limit are left out
 * @throws Refused could-not-read where it has a password or is damaged
 */
export async function pdfText(bytes: Uint8Array, name: string, limits: Limits): Promise<PdfText> {
  const { getDocument, OPS } = await loadPdfJs()
  const loading = getDocument({
    data: new Uint8Array(bytes), verbosity: 0, disableFontFace: true, useSystemFonts: false, useWorkerFetch: false,
    enableXfa: false, isOffscreenCanvasSupported: false, isImageDecoderSupported: false, useWasm: false, maxImageSize: largestPicture,
  })
  try {
    const document = await loading.promise
    const pictures = new Set<number>([OPS.paintImageXObject, OPS.paintInlineImageXObject, OPS.paintImageMaskXObject, OPS.constructPath, OPS.shadingFill])
    const pages: PageText[] = []
    let characters = 0
    let looked = 0
    for (let number = 1; number <= Math.min(document.numPages, limits.pages) && characters < limits.characters; number += 1) {
      const page = await document.getPage(number)
      const { items } = await page.getTextContent()
      const text = linesOf(items.flatMap((item) => ('str' in item ? [{ str: item.str, hasEOL: item.hasEOL, y: Number(item.transform[5]), height: item.height }] : [])))
      const picture = text === '' && (looked++ >= pagesLookedAt || (await page.getOperatorList()).fnArray.some((code) => pictures.has(code)))
      pages.push({ number, text, picture })
      characters += text.length
      page.cleanup()
    }
    return { pages, count: document.numPages }
  } catch (error) {
    throw whyNot(error, name)
  } finally {
    await loading.destroy()
  }
}

/** pdf.js looks for its worker's code in this place before it starts one, so that none is started. */
async function loadPdfJs() {
  const workerCode = await import('pdfjs-dist/legacy/build/pdf.worker.mjs')
  Object.assign(globalThis, { pdfjsWorker: workerCode })
  return import('pdfjs-dist/legacy/build/pdf.mjs')
}

type Piece = Readonly<{ str: string; hasEOL: boolean; y: number; height: number }>

function linesOf(pieces: readonly Piece[]): string {
  let text = ''
  let line = ''
  let height = 0
  let lineAt: number | null = null
  let lastAt: number | null = null
  const close = (): void => {
    const plain = line.replaceAll(/\s+/g, ' ').trim()
    if (plain !== '') {
      const gap = lastAt === null || lineAt === null ? 0 : Math.abs(lastAt - lineAt)
      text += text === '' ? plain : `${height > 0 && gap > 1.8 * height ? '\n\n' : '\n'}${plain}`
      lastAt = lineAt
    }
    line = ''
    lineAt = null
  }
  for (const piece of pieces) {
    if (piece.str.trim() !== '') {
      lineAt ??= piece.y
      height = piece.height
    }
    line += piece.str
    if (piece.hasEOL) close()
  }
  close()
  return text
}

function whyNot(error: unknown, name: string): Error {
  const kind = error instanceof Error ? error.name : ''
  if (kind === 'PasswordException') return refuse('could-not-read', { happened: `${name} has a password, so its text cannot be read.`, todo: 'Ask the sender for a copy without a password, or open it yourself and paste the clause.' }, error)
  return refuse('could-not-read', { happened: `${name} is damaged: it starts like a PDF and does not go on as one.`, todo: 'Ask the sender for the file again, or paste the clause.' }, error)
}
