/*
 * Two functions that run in the page, not here: their text is sent to Chromium, so each stands alone. The two worlds
 * share nothing but the window's events, and the events' names are a secret of this one launch.
 */
type Names = { secret: string; binding: string; settle: string }

/** In the preload's world: what `require('electron')` gives a sandboxed preload, as far as ours needs it. */
export function provideElectron({ secret, binding, settle }: Names): (name: string) => unknown {
  const world = globalThis as unknown as Record<string, (...args: never[]) => unknown>
  const tellHost = world[binding] as unknown as (text: string) => void
  const waiting = new Map<number, PromiseWithResolvers<unknown>>()
  const exposed: Record<string, Record<string, (...args: unknown[]) => unknown>> = {}
  let count = 0

  const invoke = (channel: string, ...args: unknown[]): Promise<unknown> => {
    while (args.length > 0 && args.at(-1) === undefined) args.pop()
    count += 1
    const waiter = Promise.withResolvers<unknown>()
    waiting.set(count, waiter)
    tellHost(JSON.stringify({ id: count, channel, args, url: location.href, isMainFrame: window === window.top }))
    return waiter.promise
  }
  world[settle] = (id: number, ok: boolean, text: string) => {
    const waiter = waiting.get(id)
    waiting.delete(id)
    const value = JSON.parse(text) as unknown
    if (ok) waiter?.resolve(value)
    else waiter?.reject(new Error(`Error invoking remote method: ${String(value)}`))
  }
  const announce = (): void => {
    for (const [key, api] of Object.entries(exposed)) {
      window.dispatchEvent(new CustomEvent(`${secret}:expose`, { detail: JSON.stringify({ key, names: Object.keys(api) }) }))
    }
  }
  window.addEventListener(`${secret}:ready`, announce)
  window.addEventListener(`${secret}:call`, (event) => {
    const { id, key, name, args } = JSON.parse((event as CustomEvent<string>).detail) as { id: number; key: string; name: string; args: unknown[] }
    const answer = (ok: boolean, value: unknown): void => {
      window.dispatchEvent(new CustomEvent(`${secret}:answer`, { detail: JSON.stringify({ id, ok, value }) }))
    }
    Promise.resolve().then(() => exposed[key]?.[name]?.(...args)).then(
      (value) => answer(true, value),
      (error: unknown) => answer(false, error instanceof Error ? error.message : String(error)),
    )
  })
  const electron = {
    contextBridge: {
      exposeInMainWorld: (key: string, api: Record<string, (...args: unknown[]) => unknown>) => {
        if (key in exposed) throw new Error(`Cannot bind an API on top of an existing property on the window object`)
        if (Object.values(api).some((value) => typeof value !== 'function')) throw new Error('the stand-in passes functions only')
        exposed[key] = api
        announce()
      },
    },
    ipcRenderer: { invoke },
  }
  return (name) => {
    if (name !== 'electron') throw new Error(`module not found: ${name}`)
    return electron
  }
}

/** In the page's world: puts what the preload exposes on `window`, frozen. Arguments and answers are copies. */
export function receiveBridge({ secret }: Names): void {
  const { CustomEvent: Event, JSON: json, Promise: Promises, Error: Failure } = globalThis
  const dispatch = window.dispatchEvent.bind(window)
  const waiting = new Map<number, PromiseWithResolvers<unknown>>()
  let count = 0

  const refuseUncloneable = (value: unknown): void => {
    if (value === undefined || value === null || ['string', 'number', 'boolean'].includes(typeof value)) return
    const kind = Object.prototype.toString.call(value)
    if (kind !== '[object Object]' && kind !== '[object Array]') throw new Failure(`An object could not be cloned: ${kind}. Send plain values.`)
    for (const inner of Object.values(value)) refuseUncloneable(inner)
  }
  const call = (key: string, name: string) => (...args: unknown[]) => {
    const waiter = Promises.withResolvers<unknown>()
    count += 1
    waiting.set(count, waiter)
    while (args.length > 0 && args.at(-1) === undefined) args.pop()
    args.forEach(refuseUncloneable)
    dispatch(new Event(`${secret}:call`, { detail: json.stringify({ id: count, key, name, args }) }))
    return waiter.promise
  }
  window.addEventListener(`${secret}:answer`, (event) => {
    const { id, ok, value } = json.parse((event as CustomEvent<string>).detail) as { id: number; ok: boolean; value: unknown }
    const waiter = waiting.get(id)
    waiting.delete(id)
    if (ok) waiter?.resolve(value)
    else waiter?.reject(new Failure(String(value)))
  })
  window.addEventListener(`${secret}:expose`, (event) => {
    const { key, names } = json.parse((event as CustomEvent<string>).detail) as { key: string; names: string[] }
    const api = Object.freeze(Object.fromEntries(names.map((name) => [name, Object.freeze(call(key, name))])))
    Object.defineProperty(window, key, { value: api, enumerable: true })
  })
  dispatch(new Event(`${secret}:ready`))
}
