import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { CustomScheme } from 'electron'
import { pageHost, pageScheme } from './page-address.ts'

/** No inline script, no inline style, nothing from elsewhere, no framing, no form that leaves the page. */
export const contentSecurityPolicy = [
  "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self' data:", "font-src 'self'",
  "connect-src 'self'", "base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'",
].join('; ')

/** `supportFetchAPI` is there for module scripts; the policy above is not to be bypassed. */
export const pageSchemePrivileges: CustomScheme = {
  scheme: pageScheme,
  privileges: { standard: true, secure: true, supportFetchAPI: true },
}

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
}

/** Answers requests for the app's pages from one folder. A path without an extension is a screen: it gets index.html. */
export function servePages(folder: string): (request: Request) => Promise<Response> {
  const root = path.resolve(folder)
  return async (request) => {
    const url = new URL(request.url)
    if (url.host !== pageHost) return answer(404)
    if (request.method !== 'GET') return answer(405)
    const wanted = fileName(url.pathname)
    if (wanted === null) return answer(400)
    const file = path.resolve(root, wanted)
    if (!file.startsWith(root + path.sep)) return answer(403)
    const body = await contents(file)
    return body === null ? answer(404) : answer(200, body, contentTypes[path.extname(file)])
  }
}

function fileName(pathname: string): string | null {
  try {
    const name = decodeURIComponent(pathname).slice(1)
    if (name.includes('\0')) return null
    return path.extname(name) === '' && !name.split(/[\\/]/).includes('..') ? 'index.html' : name
  } catch {
    // A stray % is not a path.
    return null
  }
}

async function contents(file: string): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    return new Uint8Array(await readFile(file))
  } catch (error) {
    if (error instanceof Error && 'code' in error && ['ENOENT', 'EISDIR', 'ENOTDIR'].includes(String(error.code))) return null
    throw error
  }
}

function answer(status: number, body: Uint8Array<ArrayBuffer> | null = null, contentType = 'application/octet-stream'): Response {
  return new Response(body, {
    status,
    headers: {
      ...(body && { 'content-type': contentType }),
      'content-security-policy': contentSecurityPolicy,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
    },
  })
}
