import { fork } from 'node:child_process'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { optionsVariable } from './connection.ts'
import type { Exit, LaunchOptions } from './driver.ts'
import type { AskedOfHost, AskedOfMain, HostOptions } from './questions.ts'
import { createWire, type Answers } from './wire.ts'

const boot = fileURLToPath(new URL('./boot.ts', import.meta.url))

/** Starts the app's built main process in a process of its own, with the stand-in in Electron's place. */
export function startMainProcess(options: LaunchOptions, answers: Answers<AskedOfHost>) {
  const main = path.resolve(options.main ?? 'out/main/index.js')
  const hostOptions: HostOptions = {
    main,
    userData: path.resolve(options.userData),
    documents: path.resolve(options.documents ?? path.join(options.userData, 'documents')),
    dark: options.colorScheme === 'dark',
  }
  const child = fork(boot, [main], {
    serialization: 'advanced',
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    execArgv: ['--disable-warning=ExperimentalWarning'],
    env: {
      ...process.env,
      ...options.environment,
      ...(options.register !== undefined && { PSR_REGISTER: path.resolve(options.register) }),
      [optionsVariable]: JSON.stringify(hostOptions),
    },
  })
  const output: string[] = []
  child.stdout?.on('data', (text) => output.push(String(text)))
  child.stderr?.on('data', (text) => output.push(String(text)))
  const exited = new Promise<Exit>((resolve) => child.once('exit', (code, signal) => resolve({ code, signal })))
  const { ask } = createWire<AskedOfMain, AskedOfHost>({
    isOpen: () => child.connected,
    send: (message) => child.send(message),
    onMessage: (listener) => child.on('message', listener),
    onGone: (listener) => child.on('disconnect', listener),
  }, answers)
  return { ask, exited, output: () => output.join(''), kill: () => child.kill('SIGKILL') }
}

export type MainProcess = ReturnType<typeof startMainProcess>
