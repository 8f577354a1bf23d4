import path from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import type { Plugin } from 'vite'

/** What has to stay a package of its own: a native addon, and a library that reads files beside itself. */
const external = ['better-sqlite3', 'pdfkit']

/** Screens have addresses of their own (`/register`, `/entry/…`), so files are asked for from the top. */
const absoluteAddresses: Plugin = { name: 'absolute-addresses', config: () => ({ base: '/' }) }

const root = path.resolve('src/renderer')

export default defineConfig({
  main: {
    build: {
      externalizeDeps: false,
      rollupOptions: {
        // Documents are made in a thread of their own, which starts with a file of its own.
        input: { index: path.resolve('src/main/index.ts'), 'report-worker': path.resolve('src/main/reports/worker/report-worker.ts') },
        external,
      },
    },
  },
  preload: {
    build: {
      externalizeDeps: false,
      rollupOptions: {
        input: { index: path.resolve('src/preload/index.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root,
    plugins: [react(), absoluteAddresses],
    build: { minify: true, rollupOptions: { input: path.join(root, 'index.html') } },
  },
})
