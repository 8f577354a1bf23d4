import type { Face, Faces, Word } from './faces.ts'
import { wordIn } from './faces.ts'
import { drawGlyph, glyphWidth } from './glyphs.ts'
import type { GlyphName } from './glyphs.ts'
import type { KitFont } from './kit.ts'
import { ink, n } from './measures.ts'
import type { FaceName, Ink, TextStyle } from './measures.ts'

/** A stretch of text that departs from the style around it, or a small drawing in the line. */
export type Span = Readonly<{ text: string; face?: FaceName; colour?: Ink; size?: number }> | Readonly<{ glyph: GlyphName }>
export type Rich = string | readonly Span[]

type Setting = Readonly<{ face: Face; name: FaceName; colour: Ink; size: number; spaceWidth: number }>
type Atom = Readonly<{ word: Word; setting: Setting; width: number; spaceBefore: boolean } | { glyph: GlyphName; width: number; spaceBefore: boolean }>
export type Line = Readonly<{ atoms: readonly Atom[]; width: number }>

/**
 * Breaks text into lines of at most `width` points: at spaces, at line ends in the text, and inside a word only
 * where the word alone is wider than the line.
 */
export function wrap(faces: Faces, text: Rich, style: TextStyle, width: number): Line[] {
  const spans: readonly Span[] = typeof text === 'string' ? [{ text }] : text
  const lines = newLines(width)
  for (const span of spans) {
    if ('glyph' in span) {
      lines.add({ glyph: span.glyph, width: glyphWidth(span.glyph), spaceBefore: false })
      continue
    }
    const setting = settingOf(faces, span, style)
    for (const token of span.text.match(tokens) ?? []) {
      if (token.endsWith('\n')) lines.end()
      else if (token.startsWith(' ') || token.startsWith('\t')) lines.space(setting)
      else for (const piece of fitting(faces, setting, token, width)) lines.add(piece)
    }
  }
  return lines.all()
}
const tokens = /\r?\n|\r|[ \t]+|[^ \t\r\n]+/g

function settingOf(faces: Faces, span: { face?: FaceName; colour?: Ink; size?: number }, style: TextStyle): Setting {
  const name = span.face ?? style.face
  const face = faces.of[name]
  const size = span.size ?? (name === 'mono' && style.face !== 'mono' ? style.size * 0.9 : style.size)
  return { face, name, size, colour: span.colour ?? style.colour, spaceWidth: (face.space.width * size) / 1000 }
}

function newLines(room: number) {
  const done: Line[] = []
  let atoms: Atom[] = []
  let width = 0
  let space: Setting | null = null
  const end = () => {
    done.push({ atoms, width })
    atoms = []
    width = 0
    space = null
  }
  return {
    end,
    space: (setting: Setting) => { space = setting },
    add: (atom: Atom) => {
      let gap = atoms.length > 0 && space ? space.spaceWidth : 0
      if (atoms.length > 0 && space && width + gap + atom.width > room + 0.01) {
        end()
        gap = 0
      } else if (atoms.length > 0 && !space && width + atom.width > room + 0.01) end()
      atoms.push(gap > 0 ? { ...atom, spaceBefore: true } : atom)
      width += gap + atom.width
      space = null
    },
    all: (): Line[] => {
      if (atoms.length > 0 || done.length === 0) end()
      return done
    },
  }
}

/** A word, cut where it must be: after a slash, a hyphen or a full stop if one is near, otherwise where the line is full. */
function fitting(faces: Faces, setting: Setting, text: string, room: number): Atom[] {
  const whole = atomOf(faces, setting, text)
  if (whole.width <= room + 0.01) return [whole]
  const pieces: Atom[] = []
  const characters = Array.from(text)
  let from = 0
  while (from < characters.length) {
    let to = from
    let width = 0
    let breakable = -1
    while (to < characters.length) {
      const character = characters[to] ?? ''
      width += (wordIn(faces, setting.name, character).width * setting.size) / 1000
      if (width > room && to > from) break
      to += 1
      if (/[/\-.,;:&?=_]/.test(character)) breakable = to
    }
    const cut = to < characters.length && breakable > from + (to - from) / 2 ? breakable : to
    pieces.push(atomOf(faces, setting, characters.slice(from, cut).join('')))
    from = cut
  }
  return pieces
}

function atomOf(faces: Faces, setting: Setting, text: string): Atom & { word: Word } {
  const word = wordIn(faces, setting.name, text)
  return { word, setting, width: (word.width * setting.size) / 1000, spaceBefore: false }
}

/**
 * The operators that show a line with its baseline at `y`, on a page whose y grows downwards. Ends with a space,
 * so that a reader that takes the text out does not join the last word with the next line's first.
 */
export function drawLine(line: Line, x: number, y: number, fonts: Set<KitFont>): string {
  const pen = newPen(fonts)
  let drawings = ''
  let at = x
  let last: Setting | null = null
  for (const run of readingRuns(line.atoms)) {
    const turned = isRightToLeft(run[0])
    if (turned) pen.mark('/Span BMC')
    for (const atom of turned ? backToFront(run) : run) {
      const spacing: Setting | null = 'setting' in atom ? atom.setting : last
      if (atom.spaceBefore && spacing) {
        pen.put(spacing.face.space, spacing)
        at += spacing.spaceWidth
      }
      at += atom.width
      if ('glyph' in atom) {
        drawings += drawGlyph(atom.glyph, at - atom.width, y)
        pen.moveTo(at, y)
      } else {
        pen.put(atom.word, atom.setting)
        last = atom.setting
      }
    }
    // A reader that takes the text out turns such words round one stretch at a time; what stands beside them has to stay as it is.
    if (turned) pen.mark('EMC')
  }
  if (last) pen.put(last.face.space, last)
  return `${drawings}BT 1 0 0 -1 ${n(x)} ${n(y)} Tm\n${pen.done()}ET\n`
}

/** Gathers glyphs into as few operators as can be: font, size and colour are named only where they change. */
function newPen(fonts: Set<KitFont>) {
  let out = ''
  let shown = ''
  let font: KitFont | null = null
  let size = 0
  let colour: Ink | null = null
  const showText = () => {
    if (shown) out += `[${shown}]TJ\n`
    shown = ''
  }
  const take = (wanted: KitFont, setting: Setting) => {
    if (wanted !== font || setting.size !== size) {
      showText()
      out += `/${wanted.id} ${n(setting.size)} Tf\n`
      fonts.add(wanted)
      font = wanted
      size = setting.size
    }
    if (setting.colour !== colour) {
      showText()
      out += `${ink[setting.colour]} rg\n`
      colour = setting.colour
    }
  }
  return {
    put: (word: Word, setting: Setting) => {
      for (const glyphs of word.glyphs) {
        take(glyphs.font, setting)
        if (glyphs.rise === 0) shown += glyphs.shown
        else {
          showText()
          out += `${n((glyphs.rise * setting.size) / 1000)} Ts[${glyphs.shown}]TJ 0 Ts\n`
        }
      }
    },
    mark: (operator: string) => {
      showText()
      out += `${operator}\n`
    },
    moveTo: (x: number, y: number) => {
      showText()
      out += `1 0 0 -1 ${n(x)} ${n(y)} Tm\n`
    },
    done: (): string => {
      showText()
      return out
    },
  }
}

const isRightToLeft = (atom: Atom | undefined): boolean => atom !== undefined && 'word' in atom && atom.word.rightToLeft

/** Cuts a line where the direction of writing changes. */
function readingRuns(atoms: readonly Atom[]): readonly (readonly Atom[])[] {
  if (!atoms.some(isRightToLeft)) return [atoms]
  const runs: Atom[][] = []
  for (const atom of atoms) {
    const run = runs.at(-1)
    if (run && isRightToLeft(run[0]) === isRightToLeft(atom)) run.push(atom)
    else runs.push([atom])
  }
  return runs
}

/**
 * Words written from right to left stand in reverse order, with the spaces where they were. Readers that take
 * the text out turn them round again by the same rule.
 */
function backToFront(run: readonly Atom[]): Atom[] {
  return run.toReversed().map((atom, index) => ({ ...atom, spaceBefore: run[index]?.spaceBefore ?? false }))
}
