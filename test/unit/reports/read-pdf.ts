import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

export type ReadPdf = Awaited<ReturnType<typeof readPdf>>
type StructNode = { role?: string; alt?: string; type?: string; children?: StructNode[] }

/** Reads a PDF back as another program would: text with and without page furniture, tags, bookmarks, attachments. */
export async function readPdf(bytes: Uint8Array) {
  const loading = getDocument({ data: bytes.slice(), verbosity: 0 })
  const document = await loading.promise
  const pages: string[] = []
  const body: string[] = []
  const trees: StructNode[] = []
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number)
    const { items } = await page.getTextContent({ includeMarkedContent: true })
    let whole = ''
    let read = ''
    const open: boolean[] = []
    for (const item of items) {
      if ('type' in item) {
        if (item.type === 'endMarkedContent') open.pop()
        else open.push('tag' in item && item.tag === 'Artifact')
      } else {
        const text = item.str + (item.hasEOL ? '\n' : '')
        whole += text
        if (!open.includes(true)) read += text
      }
    }
    pages.push(whole)
    body.push(read)
    trees.push(await page.getStructTree())
  }
  const links: { dest?: [{ num: number; gen: number }] }[] = await (await document.getPage(1)).getAnnotations()
  const coverLinks = await Promise.all(links.map(async ({ dest }) => (dest ? (await document.getPageIndex(dest[0])) + 1 : 0)))
  const { info, metadata } = await document.getMetadata()
  const attachments: Record<string, Uint8Array> = {}
  for (const id of (await document.getAttachments())?.keys() ?? []) attachments[id] = bytesOf(await document.getAttachmentContent(id))
  const result = {
    pages, bodies: body, coverLinks, body: body.join('\n'), trees, info: info as Record<string, unknown>, metadata, marked: (await document.getMarkInfo()) as unknown as Map<string, boolean>,
    outline: await document.getOutline(), attachments,
  }
  await loading.destroy()
  return result
}

const bytesOf = (value: unknown): Uint8Array => (value instanceof Uint8Array ? value : (value as { content: Uint8Array }).content)

/** Without spaces and line ends: where a line broke does not matter when text is compared with data. */
export const squeezed = (text: string): string => text.replaceAll(/\s+/g, '')

/** Every tag of a page's tree, in order. */
export function rolesOf(node: StructNode): string[] {
  return [...(node.role ? [node.role] : []), ...(node.children ?? []).flatMap(rolesOf)]
}
export function altsOf(node: StructNode): string[] {
  return [...(node.alt ? [node.alt] : []), ...(node.children ?? []).flatMap(altsOf)]
}
