import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { isOurPage } from '../../../src/main/desktop/page-address.ts'
import { contentSecurityPolicy, servePages } from '../../../src/main/desktop/protocol.ts'

const outside = mkdtempSync(path.join(os.tmpdir(), 'psr-pages-'))
const folder = path.join(outside, 'renderer')
const serve = servePages(folder)
const get = (address: string, method = 'GET') => serve(new Request(address, { method }))

beforeAll(() => {
  mkdirSync(path.join(folder, 'assets'), { recursive: true })
  mkdirSync(path.join(outside, 'renderer-old'))
  writeFileSync(path.join(folder, 'index.html'), '<!doctype html><title>First</title>')
  writeFileSync(path.join(folder, 'assets/app.js'), 'export {}')
  writeFileSync(path.join(outside, 'secret.json'), '{}')
  writeFileSync(path.join(outside, 'renderer-old/secret.json'), '{}')
})

describe('serving the app’s pages', () => {
  it.each(['app://register/', 'app://register/entry/DSA-0007', 'app://register/register?view=open'])('answers %s with the first page', async (address) => {
    const response = await get(address)
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(await response.text()).toContain('<title>First</title>')
  })

  it('serves a file with its own type and the policy on it', async () => {
    const response = await get('app://register/assets/app.js')
    expect(response.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
    expect(response.headers.get('content-security-policy')).toBe(contentSecurityPolicy)
    expect(response.headers.get('x-content-type-options')).toBe('nosniff')
    expect(await response.text()).toBe('export {}')
  })

  it.each([
    '/..%2fsecret.json', '/..%2frenderer-old%2fsecret.json', '/assets%2f..%2f..%2fsecret.json', '/..%2f..%2fetc%2fpasswd',
    '/%2fetc%2fpasswd.txt',
  ])('keeps %s out of reach', async (pathname) => {
    expect((await get(`app://register${pathname}`)).status).toBe(403)
  })

  it.each([
    ['app://register/missing.js', 404], ['app://other/', 404], ['app://register/%', 400], ['app://register/a%00.js', 400],
  ])('answers %s with %i', async (address, status) => {
    const response = await get(address)
    expect(response.status).toBe(status)
    expect(response.headers.get('content-security-policy')).toBe(contentSecurityPolicy)
  })

  it.each(['POST', 'HEAD', 'PUT', 'DELETE'])('only answers GET, not %s', async (method) => {
    expect((await get('app://register/', method)).status).toBe(405)
  })

  it('lets no inline script, no inline style and no other place through the policy', () => {
    expect(contentSecurityPolicy).toMatch(/^default-src 'none';/)
    expect(contentSecurityPolicy).not.toMatch(/unsafe|http|\*|blob:/)
  })
})

describe('isOurPage', () => {
  it.each(['app://register/', 'app://register/entry/1?x=1#y'])('knows %s', (address) => expect(isOurPage(address)).toBe(true))
  it.each([
    'https://register/', 'app://register.evil/', 'app://evil/register/', 'app://user@register/', 'app://register:1/', 'about:blank',
    'file:///register/', 'blob:app://register/1', '', 'not an address',
  ])('does not take %s for one of ours', (address) => expect(isOurPage(address)).toBe(false))
})
