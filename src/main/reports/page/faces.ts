import path from 'node:path'
import { resourcesFolder } from '../../exchange/resource-folder.ts'
import type { Kit, KitFont } from './kit.ts'
import { faceNames } from './measures.ts'
import type { FaceName } from './measures.ts'

const files = Object.freeze({
  sans: 'LiberationSans-Regular.ttf', bold: 'LiberationSans-Bold.ttf', italic: 'LiberationSans-Italic.ttf', mono: 'LiberationMono-Regular.ttf',
} as const satisfies Record<FaceName, string>)
/** Widest coverage; lends the letters that the faces above lack. */
const fallbackFile = 'DejaVuSans.ttf'

/** Glyphs of one font in a row, ready to be shown; `rise` is in thousandths of the size. */
export type Glyphs = Readonly<{ font: KitFont; shown: string; rise: number }>
/** A word set once and reused at any size: its width is in thousandths of the size. */
export type Word = Readonly<{ glyphs: readonly Glyphs[]; width: number; rightToLeft: boolean }>
export type Face = { readonly font: KitFont; readonly words: Map<string, Word>; readonly space: Word }
export type Faces = Readonly<{ of: Readonly<Record<FaceName, Face>>; fallback: () => KitFont }>

export const fontsFolder = (): string => path.join(resourcesFolder(), 'fonts')
export const firstFont = (folder: string): string => path.join(folder, files.sans)

export function openFaces(kit: Kit, folder: string): Faces {
  let fallback: KitFont | null = null
  const open = (file: string): KitFont => {
    kit.font(path.join(folder, file))
    return kit['_font']
  }
  const faces = Object.fromEntries(faceNames.map((name) => [name, newFace(open(files[name]))])) as Record<FaceName, Face>
  return { of: faces, fallback: () => (fallback ??= open(fallbackFile)) }
}

function newFace(font: KitFont): Face {
  return { font, words: new Map(), space: joined([show(font, ' ')], false) }
}

const mostWordsKept = 20_000

/** @param text without spaces. Whatever no font has is spelt as its code point, so that nothing prints as an empty box. */
export function wordIn(faces: Faces, name: FaceName, text: string): Word {
  const face = faces.of[name]
  const known = face.words.get(text)
  if (known) return known
  const word = setWord(face.font, faces.fallback, text)
  // Numbers and hashes are words too, and hardly any of them comes twice.
  if (face.words.size >= mostWordsKept) face.words.clear()
  face.words.set(text, word)
  return word
}

type Shown = Readonly<{ glyphs: readonly Glyphs[]; width: number }>

function setWord(main: KitFont, fallback: () => KitFont, text: string): Word {
  const rightToLeft = rightToLeftLetters.test(text)
  if (everyGlyphIn(main, text)) return joined([show(main, text)], rightToLeft)
  const runs = runsByFont(main, fallback(), text)
  const parts = runs.map(({ font, text: run }) => (font ? show(font, run) : show(main, codePointsInWords(run))))
  return joined(rightToLeft ? parts.toReversed() : parts, rightToLeft)
}

function joined(parts: readonly Shown[], rightToLeft: boolean): Word {
  return { glyphs: parts.flatMap(({ glyphs }) => glyphs), width: parts.reduce((sum, { width }) => sum + width, 0), rightToLeft }
}

const rightToLeftLetters = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u
/** Invisible by nature: shown as code points, because unseen characters in a record are something a reader must see. */
const invisible = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\u2028\u2029]/u

const printable = (font: KitFont, character: string): boolean =>
  !invisible.test(character) && font.font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0)

function everyGlyphIn(font: KitFont, text: string): boolean {
  for (const character of text) if (!printable(font, character)) return false
  return true
}

function runsByFont(main: KitFont, fallback: KitFont, text: string): { font: KitFont | null; text: string }[] {
  const runs: { font: KitFont | null; text: string }[] = []
  for (const character of text) {
    const font = [main, fallback].find((candidate) => printable(candidate, character)) ?? null
    const last = runs.at(-1)
    if (last && last.font === font) last.text += character
    else runs.push({ font, text: character })
  }
  return runs
}

function codePointsInWords(text: string): string {
  const points = Array.from(text, (character) => `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`)
  return `[${points.length === 1 ? 'character' : 'characters'} ${points.join(' ')}]`
}

/** Turns pdfkit's glyphs and places into the operands of a TJ: hex with the kerning between. */
function show(font: KitFont, text: string): Shown {
  const [codes, places] = font.encode(text)
  const glyphs: Glyphs[] = []
  let shown = ''
  let hex = ''
  let rise = 0
  let width = 0
  const closeHex = () => {
    if (hex) shown += `<${hex}>`
    hex = ''
  }
  const closeRun = () => {
    closeHex()
    if (shown) glyphs.push({ font, shown, rise })
    shown = ''
  }
  places.forEach((place, index) => {
    if (place.yOffset !== rise) {
      closeRun()
      rise = place.yOffset
    }
    if (place.xOffset !== 0) {
      closeHex()
      shown += thousandths(-place.xOffset)
    }
    hex += codes[index] ?? ''
    const after = place.xAdvance - place.advanceWidth - place.xOffset
    if (Math.abs(after) > 0.05) {
      closeHex()
      shown += thousandths(-after)
    }
    width += place.xAdvance
  })
  closeRun()
  return { glyphs, width }
}

const thousandths = (value: number): string => ` ${Math.round(value * 10) / 10} `
