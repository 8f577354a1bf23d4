import { describe, expect, it } from 'vitest'
import { answerCall } from '../../../src/main/desktop/bridge.ts'

const ours = { url: 'app://register/entry/1', parent: null }

function answering(dispatch: (name: string, input: unknown) => unknown = () => 'done') {
  const calls: unknown[][] = []
  const codes: string[] = []
  return {
    calls, codes,
    log: (_level: string, code: string) => void codes.push(code),
    registerApp: {
      dispatch: async (name: string, input: unknown) => {
        calls.push([name, input])
        return { ok: true, value: dispatch(name, input) } as const
      },
    },
  }
}

describe('a call over the bridge', () => {
  it('reaches the core with its name and its input', async () => {
    const core = answering()
    expect(await answerCall(core, ours, 'app.status', { a: 1 })).toEqual({ ok: true, value: 'done' })
    expect(core.calls).toEqual([['app.status', { a: 1 }]])
  })

  it.each([
    ['a frame that has gone', null],
    ['a frame inside a page', { ...ours, parent: {} }],
    ['a page of somebody else', { url: 'https://example.invalid/', parent: null }],
  ])('is refused when it comes from %s', async (_who, frame) => {
    const core = answering()
    expect(await answerCall(core, frame, 'app.status', {})).toMatchObject({ ok: false, error: { code: 'untrusted-caller' } })
    expect(core.calls).toEqual([])
    expect(core.codes).toEqual(['caller-refused'])
  })

  it.each(['app.nothing', 'constructor', '__proto__', '', 7, null, ['app.status'], { toString: () => 'app.status' }])(
    'is refused when its name is %j', async (name) => {
      const core = answering()
      expect(await answerCall(core, ours, name, {})).toMatchObject({ ok: false, error: { code: 'untrusted-caller' } })
      expect(core.calls).toEqual([])
    },
  )

  it('answers in words when the core throws, and logs no message', async () => {
    const core = answering(() => {
      throw new Error('Partner A, /home/somebody')
    })
    const entries: unknown[] = []
    const reply = await answerCall({ ...core, log: (...entry) => void entries.push(entry) }, ours, 'home.get', {})
    expect(reply).toMatchObject({ ok: false, error: { code: 'internal' } })
    expect(JSON.stringify([reply, entries])).not.toMatch(/Partner A|somebody/)
    expect(entries).toEqual([['error', 'call-failed', { call: 'home.get', error: 'Error', place: expect.stringMatching(/^bridge\.test\.ts:\d+:\d+$/) }]])
  })
})
