import type { Kit, KitPage, KitRef } from './kit.ts'

/** Standard structure types of PDF 1.7 that the reports use. */
export type Tag =
  | 'Document' | 'Sect' | 'Div' | 'H1' | 'H2' | 'H3' | 'P' | 'Figure' | 'L' | 'LI' | 'Lbl' | 'LBody'
  | 'Table' | 'THead' | 'TBody' | 'TR' | 'TH' | 'TD' | 'TOC' | 'TOCI' | 'Reference' | 'Link' | 'Span'

/** A place in the tree that assistive technology reads the document by. */
export type Element = { readonly tag: Tag; readonly ref: KitRef; readonly kids: unknown[]; page: KitRef | null }
export type TagOptions = Readonly<{ alt?: string; scope?: 'Column' | 'Row'; columns?: number; box?: readonly [number, number, number, number] }>

const dropped: Element = { tag: 'Span', ref: { id: 0, data: {}, write: () => {}, end: () => {} }, kids: [], page: null }
/** What measuring writes its tags into. */
export const nowhere = (): Element => ({ ...dropped, kids: [] })

export function openRoot(kit: Kit): Element {
  const tree = kit.getStructTreeRoot()
  const ref = kit.ref({ S: 'Document', P: tree })
  tree.data['K'] = [ref]
  return { tag: 'Document', ref, kids: [], page: null }
}

export function openElement(kit: Kit, parent: Element, tag: Tag, options: TagOptions = {}): Element {
  const ref = kit.ref({ S: tag, P: parent.ref, ...attributes(options) })
  parent.kids.push(ref)
  return { tag, ref, kids: [], page: null }
}

function attributes({ alt, scope, columns, box }: TagOptions): Record<string, unknown> {
  const table = scope || columns ? { O: 'Table', ...(scope ? { Scope: scope } : {}), ...(columns ? { ColSpan: columns } : {}) } : null
  const layout = box ? { O: 'Layout', Placement: 'Block', BBox: [...box] } : null
  const all = [table, layout].filter((attribute) => attribute !== null)
  // pdfkit writes a String object as text and a plain string as a name.
  return { ...(alt ? { Alt: Object(alt) as unknown } : {}), ...(all.length > 0 ? { A: all.length === 1 ? all[0] : all } : {}) }
}

/** Gives out the next content number of a page and remembers whose it is. @returns the number to mark the content with. */
export function claimContent(kit: Kit, page: KitPage, element: Element): number {
  const owners = kit.getStructParentTree().get(page.structParentTreeKey)
  const number = owners.push(element.ref) - 1
  element.page ??= page.dictionary
  element.kids.push(element.page === page.dictionary ? number : { Type: 'MCR', Pg: page.dictionary, MCID: number })
  return number
}

/** Writes the element out. Its children must be closed first; nothing can be added afterwards. */
export function closeElement(element: Element): void {
  const { ref, kids, page } = element
  if (page) ref.data['Pg'] = page
  ref.data['K'] = kids.length === 1 ? kids[0] : kids
  ref.end()
  // Ten thousand rows have seventy thousand elements; what is written out need not be kept.
  ref.data = {}
  kids.length = 0
}
