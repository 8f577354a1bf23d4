import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { crc32, deflateSync } from 'node:zlib'

/** A file that somebody in the demo practice attaches: a letter or certificate by its lines, or a picture of a screen. */
export type DemoFile = Readonly<{ name: string; lines: readonly string[] }>

/** Writes it where the dialog then finds it, and takes it away again. */
export async function withDemoFile<T>(temporary: string, file: DemoFile, inDialog: (path: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(path.join(temporary, 'psr-demo-file-'))
  try {
    const at = path.join(folder, file.name)
    writeFileSync(at, file.name.endsWith('.png') ? switchPicture(file.lines.join('\n')) : plainPdf(file.lines))
    return await inDialog(at)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** One page with these lines, in a face that every reader has. */
export function plainPdf(lines: readonly string[]): Uint8Array {
  const text = lines.map((line, index) => `${index === 0 ? '/F1 14 Tf' : '/F1 11 Tf'} (${winAnsi(line)}) Tj T*`).join('\n')
  const content = `BT /F1 11 Tf 18 TL 56 770 Td\n${text}\nET`
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`, '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
  ]
  let file = '%PDF-1.7\n'
  const starts = objects.map((object, index) => {
    const start = file.length
    file += `${index + 1} 0 obj\n${object}\nendobj\n`
    return start
  })
  const table = starts.map((start) => `${String(start).padStart(10, '0')} 00000 n \n`).join('')
  return Buffer.from(`${file}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${file.length}\n%%EOF\n`, 'latin1')
}

const typographic: Readonly<Record<string, string>> = Object.freeze({ '’': '\\222', '“': '\\223', '”': '\\224', '–': '\\226', '£': '\\243' })

const winAnsi = (line: string): string => line.replaceAll(/[\\()]/g, '\\$&').replaceAll(/[’“”–£]/g, (sign) => typographic[sign] ?? sign)

const [width, height] = [320, 90] as const

/** A switch that stands at off, drawn; the words travel as the picture's comment, so that no two pictures are alike. */
export function switchPicture(words: string): Uint8Array {
  const rows = Array.from({ length: height }, (_, y) => Buffer.from([0, ...Array.from({ length: width }, (__, x) => shade(x, y))]))
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 0, 0, 0, 0], 8)
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header), chunk('tEXt', Buffer.from(`Comment\0${words}`, 'latin1')), chunk('IDAT', deflateSync(Buffer.concat(rows))), chunk('IEND', Buffer.alloc(0)),
  ])
}

function shade(x: number, y: number): number {
  const fromKnob = Math.hypot(x - 45, y - 45)
  if (fromKnob < 19) return 255
  const acrossTrack = Math.hypot(x - Math.min(Math.max(x, 45), 85), y - 45)
  if (acrossTrack < 24) return 120
  // Two lines of text, from afar.
  return x > 130 && x < (y < 45 ? 280 : 230) && (Math.abs(y - 35) < 4 || Math.abs(y - 56) < 3) ? 90 : 246
}

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  const sum = Buffer.alloc(4)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}
