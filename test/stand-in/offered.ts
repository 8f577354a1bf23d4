/**
 * Guards a stand-in piece: asking it for something it does not offer is an error at once, with the name of it,
 * and not an `undefined` that shows later somewhere else.
 */
export function offered<T extends object>(name: string, piece: T): T {
  return new Proxy(piece, {
    get: (target, property, receiver) => {
      if (typeof property === 'string' && property !== 'then' && property !== 'toJSON' && !(property in target)) {
        throw new Error(`the stand-in for Electron does not offer ${name}.${property}`)
      }
      return Reflect.get(target, property, receiver) as unknown
    },
  })
}

/** Emits an event that may be prevented; true if it was. */
export function emitPreventable(
  emitter: { emit: (name: string, ...args: unknown[]) => boolean }, name: string, detail: object = {}, ...more: unknown[]
): boolean {
  let prevented = false
  emitter.emit(name, { ...detail, preventDefault: () => { prevented = true } }, ...more)
  return prevented
}
