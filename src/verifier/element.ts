export type Child = Node | string | null | false
type Attributes = Readonly<Record<string, string | boolean>>

/** An element with its attributes and what stands in it. Text is always text: nothing from a file becomes markup. */
export function element<K extends keyof HTMLElementTagNameMap>(name: K, attributes: Attributes = {}, ...children: readonly Child[]): HTMLElementTagNameMap[K] {
  const made = document.createElement(name)
  setAll(made, attributes)
  made.append(...children.filter((child) => child !== null && child !== false))
  return made
}

function setAll(made: Element, attributes: Attributes): void {
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== false) made.setAttribute(name, value === true ? '' : value)
  }
}

const svg = 'http://www.w3.org/2000/svg'

/** Each verdict has an outline of its own, so that none depends on its colour. One 20 px grid, one stroke weight. */
const drawings = {
  ok: [['circle', { cx: '10', cy: '10', r: '7' }], ['path', { d: 'm6.5 10.3 2.4 2.4 4.6-5' }]],
  bad: [['path', { d: 'M7 2.8h6L17.2 7v6L13 17.2H7L2.8 13V7z' }], ['path', { d: 'm7.5 7.5 5 5M12.5 7.5l-5 5' }]],
  broken: [['path', { d: 'M3 10h8' }], ['path', { d: 'M13 4v12', 'stroke-dasharray': '2 2' }], ['circle', { cx: '5', cy: '10', r: '2' }]],
  unsure: [['circle', { cx: '10', cy: '10', r: '7', 'stroke-dasharray': '3 2.4' }], ['path', { d: 'M8 8a2 2 0 1 1 2.8 1.9c-.6.3-.8.7-.8 1.4M10 13.8v.2' }]],
  note: [['circle', { cx: '10', cy: '10', r: '7' }], ['path', { d: 'M10 9v5M10 6.3v.2' }]],
  file: [['path', { d: 'M5 3h7l3 3v11H5z' }], ['path', { d: 'M12 3v3h3' }]],
  trail: [['circle', { cx: '5', cy: '5', r: '2' }], ['circle', { cx: '5', cy: '15', r: '2' }], ['path', { d: 'M5 7v6M10 5h7M10 10h7M10 15h7' }]],
} as const satisfies Record<string, readonly (readonly [string, Attributes])[]>
export type IconName = keyof typeof drawings

/** A picture beside a word: it says nothing to a screen reader, the word does. */
export function icon(name: IconName, size = 19, weight = 1.6): SVGElement {
  const made = document.createElementNS(svg, 'svg')
  setAll(made, { width: String(size), height: String(size), viewBox: '0 0 20 20', fill: 'none', stroke: 'currentColor', 'stroke-width': String(weight), 'stroke-linecap': 'round', 'stroke-linejoin': 'round', 'aria-hidden': 'true' })
  for (const [shape, attributes] of drawings[name]) {
    const part = document.createElementNS(svg, shape)
    setAll(part, attributes)
    made.append(part)
  }
  return made
}

/** The element that the page itself was written with. */
export function byId(id: string): HTMLElement {
  const found = document.getElementById(id)
  if (!found) throw new Error(`The page has no ${id}`)
  return found
}
