import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { CDPSession } from 'playwright-core'
import { provideElectron, receiveBridge } from './page-scripts.ts'
import { requirePlain } from './plain-value.ts'

export type PreloadCall = { channel: string; args: unknown[]; url: string; isMainFrame: boolean }

/**
 * Runs the built preload as Electron does: before the page's own scripts, in a JavaScript world of its own that the
 * page cannot reach, with only `electron` to require. The wire to the host exists in that world alone; what
 * `contextBridge` exposes is passed to the page's world by name and by copied value.
 */
export async function installPreload(cdp: CDPSession, preload: string, invoke: (call: PreloadCall) => Promise<unknown>): Promise<void> {
  const secret = randomUUID()
  const names = { secret, binding: `host-${secret}`, settle: `settle-${secret}` }
  const worldName = 'preload'
  const source = await readFile(preload, 'utf8')

  cdp.on('Runtime.bindingCalled', ({ name, payload, executionContextId }) => {
    if (name !== names.binding) return
    const { id, ...call } = JSON.parse(payload) as PreloadCall & { id: number }
    const settle = (ok: boolean, value: unknown): void => {
      // Fails where the page has gone meanwhile, and then nobody waits for the answer.
      void cdp.send('Runtime.callFunctionOn', {
        executionContextId,
        functionDeclaration: `function (...answer) { globalThis['${names.settle}'](...answer) }`,
        arguments: [{ value: id }, { value: ok }, { value: JSON.stringify(value) ?? 'null' }],
      }).catch(() => undefined)
    }
    const answer = async (): Promise<void> => {
      try {
        const value = await invoke(call)
        requirePlain(value)
        settle(true, value)
      } catch (error) {
        settle(false, error instanceof Error ? error.message : String(error))
      }
    }
    void answer()
  })
  await cdp.send('Runtime.enable')
  await cdp.send('Runtime.addBinding', { name: names.binding, executionContextName: worldName })
  await cdp.send('Page.enable')
  await cdp.send('Page.addScriptToEvaluateOnNewDocument', {
    source: `if (window === window.top) (${receiveBridge.toString()})(${JSON.stringify(names)})`,
  })
  await cdp.send('Page.addScriptToEvaluateOnNewDocument', {
    worldName,
    source: `if (window === window.top) {
      const require = (${provideElectron.toString()})(${JSON.stringify(names)});
      (function (require, module, exports) {${source}\n})(require, { exports: {} }, {});
    }`,
  })
}
