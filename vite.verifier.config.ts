import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { defineConfig, type Plugin } from 'vite'

const { version } = JSON.parse(readFileSync(path.resolve('package.json'), 'utf8')) as { version: string }
const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`

/**
 * Puts script and style into the page itself, and allows the browser nothing but those two, by their hashes. The page is
 * opened from a folder, where a browser loads no second file.
 */
const oneFile: Plugin = {
  name: 'one-file',
  enforce: 'post',
  generateBundle(_, bundle) {
    const files = Object.values(bundle)
    const page = files.find((file) => file.type === 'asset' && file.fileName.endsWith('.html'))
    const chunks = files.filter((file) => file.type === 'chunk')
    const [chunk] = chunks
    if (page?.type !== 'asset' || !chunk || chunks.length > 1) throw new Error('The page has to be one document with one script')
    const script = chunk.code.replaceAll('</script', '<\\/script').trim()
    const style = files.flatMap((file) => (file.type === 'asset' && file.fileName.endsWith('.css') ? [String(file.source)] : [])).join('\n').trim()
    const policy = `default-src 'none'; script-src ${hashOf(script)}; style-src ${hashOf(style)}; connect-src 'none'; form-action 'none'; base-uri 'none'`
    const html = String(page.source)
      .replace(/\s*<script type="module"[^>]*><\/script>/, '').replace(/\s*<link rel="stylesheet"[^>]*>/, '')
      .replace('<meta charset="utf-8">', () => `<meta charset="utf-8">\n    <meta http-equiv="Content-Security-Policy" content="${policy}">`)
      .replace('</head>', () => `  <style>${style}</style>\n  </head>`)
      .replace('</body>', () => `  <script type="module">${script}</script>\n  </body>`)
    for (const { fileName } of files) delete bundle[fileName]
    this.emitFile({ type: 'asset', fileName: 'verifier.html', source: html })
  },
}

export default defineConfig({
  root: path.resolve('src/verifier'),
  base: './',
  define: { appVersion: JSON.stringify(version) },
  plugins: [oneFile],
  build: {
    outDir: path.resolve('out/verifier'), emptyOutDir: true,
    target: ['chrome123', 'edge123', 'firefox121'], modulePreload: false, cssCodeSplit: false, assetsInlineLimit: 0, reportCompressedSize: false,
  },
})
