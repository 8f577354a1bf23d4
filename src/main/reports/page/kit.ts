import PdfKit from 'pdfkit'
import { gatherBytes } from './bytes.ts'

/** An object of the PDF file, written out when it ends. */
export type KitRef = { readonly id: number; data: Record<string, unknown>; write: (chunk: Uint8Array | string) => void; end: () => void }

/** A font as pdfkit embeds it: only the glyphs that were asked for. */
export type KitFont = {
  readonly id: string
  readonly ascender: number
  readonly font: { hasGlyphForCodePoint: (codePoint: number) => boolean }
  ref: () => KitRef
  /** Glyph numbers as four hex digits each, and where they stand, in thousandths of the size. */
  encode: (text: string) => [string[], readonly KitPlace[]]
}
export type KitPlace = Readonly<{ xAdvance: number; advanceWidth: number; xOffset: number; yOffset: number }>

export type KitPage = {
  readonly dictionary: KitRef
  readonly content: KitRef
  readonly fonts: Record<string, KitRef>
  readonly annotations: KitRef[]
  readonly structParentTreeKey: number
}

export type KitOutline = {
  readonly dictionary: KitRef
  readonly children: readonly KitOutline[]
  addItem: (title: string, options: KitOutlineOptions) => KitOutline
}
type KitOutlineOptions = Readonly<{ top: number; left: number; zoom: number; fit: boolean; pageNumber: number | null; expanded: boolean }>

/**
 * The part of pdfkit that the reports stand on. Its published types lag behind and leave the parts below out;
 * text, lines and tags are written by us, because its own text and table calls measure everything anew each time.
 */
export type Kit = {
  page: KitPage
  info: Record<string, unknown>
  readonly outline: KitOutline
  '_font': KitFont
  font: (source: string) => void
  addPage: () => void
  ref: (data: Record<string, unknown>) => KitRef
  getStructTreeRoot: () => KitRef
  getStructParentTree: () => { get: (key: number) => (KitRef | null)[]; add: (key: number, owner: KitRef) => void }
  createStructParentTreeNextKey: () => number
  file: (bytes: Uint8Array, options: KitFileOptions) => void
  endMetadata: () => void
  end: () => void
  /** Takes each piece of the finished file in turn, and null at its end. */
  push: (piece: Uint8Array | null) => boolean
  /** What was made so far and not taken yet. */
  read: () => Uint8Array | null
}
type KitFileOptions = Readonly<{
  name: string; type: string; description: string; relationship: 'Data'; creationDate: Date; modifiedDate: Date
}>

export type DocumentTitles = Readonly<{ title: string; author: string; subject: string; madeAt: Date; producer: string }>

/** A tagged A4 document that names itself PDF/A-3a, with nothing in it that depends on the clock or on chance. */
export function openKit(titles: DocumentTitles, firstFont: string): { kit: Kit; finish: () => Uint8Array } {
  const kit = new PdfKit({
    size: 'A4', margin: 0, autoFirstPage: false, bufferPages: true, font: firstFont, fontLayoutCache: false,
    pdfVersion: '1.7', subset: 'PDF/A-3a', tagged: true, lang: 'en-GB', displayTitle: true,
    info: {
      Title: titles.title, Author: titles.author, Subject: titles.subject, CreationDate: titles.madeAt,
      Creator: titles.producer, Producer: titles.producer,
    },
  }) as unknown as Kit
  escapeMetadata(kit)
  return { kit, finish: gatherInto(kit) }
}

/** The file is made at one go, so its pieces are taken where they arise instead of through a stream. */
function gatherInto(kit: Kit): () => Uint8Array {
  const bytes = gatherBytes()
  let complete = false
  const begun = kit.read()
  if (begun) bytes.add(begun)
  kit.push = (piece) => {
    if (piece) bytes.add(piece)
    else complete = true
    return true
  }
  return () => {
    countBookmarks(kit.outline)
    kit.end()
    if (!complete) throw new Error('A part of the document was never closed')
    return bytes.all()
  }
}

/** The standard wants them counted, below zero where they are folded away; pdfkit leaves that out. */
function countBookmarks({ dictionary, children }: KitOutline, shown = true): void {
  if (children.length === 0) return
  dictionary.data['Count'] = shown ? children.length : -children.length
  for (const child of children) countBookmarks(child, false)
}

/** pdfkit writes the titles into its XML as they are; "Smith & Co" would make the packet unreadable. */
function escapeMetadata(kit: Kit): void {
  const write = kit.endMetadata.bind(kit)
  kit.endMetadata = () => {
    const { info } = kit
    kit.info = Object.fromEntries(Object.entries(info).map(([key, value]) => [key, typeof value === 'string' ? escapeXml(value) : value]))
    write()
    kit.info = info
  }
}

function escapeXml(text: string): string {
  const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
  return text.replaceAll(/[&<>"]/g, (character) => entities[character] ?? '').replaceAll(notInXml, '')
}
// Everything that XML 1.0 refuses even when escaped.
const notInXml = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu
