import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'

/** How long a start may take before the test gives up; building and first migrations included. */
const START_LIMIT_MS = 120_000
/** How long a stop may take before the process is killed. */
const STOP_LIMIT_MS = 20_000
const PROJECT = resolve(import.meta.dirname, '../..')

/** The facts that a first start writes for scripts. */
export interface FirstRun {
  apiUrl: string
  webUrl: string
  clientId: string
  clientSecret: string
  webhookSecret: string
  caFile: string
  certFile: string
  keyFile: string
  identificationUrl: string
}

/** A whole Vidimus in processes of its own, as its operator runs it. */
export interface Service extends FirstRun {
  dataDirectory: string
  /** Of the process that all others of the service descend from. */
  processId: number
  /** Lines it has printed so far, newest last. */
  lines: string[]
  /** Resolves with the first line, printed from now on, that matches. */
  waitForLine(pattern: RegExp, timeoutMs: number): Promise<string>
  /** SIGTERM, then waits; gives the exit code. */
  stop(): Promise<number | null>
  /** SIGKILL of the parent process. */
  kill(): Promise<void>
  /** Stops and deletes the data. */
  remove(): Promise<void>
}

/** How to start a service; everything optional. */
export interface ServiceOptions {
  /** Checkout to start; this one when left out. */
  projectDirectory?: string
  /** Reuses what an earlier service left; a temporary folder when left out. */
  dataDirectory?: string
  environment?: Record<string, string>
}

/** Starts `npm start` of a checkout on free ports. */
export async function startService(options: ServiceOptions = {}): Promise<Service> {
  const project = options.projectDirectory ?? PROJECT
  const dataDirectory = options.dataDirectory ?? (await mkdtemp(join(tmpdir(), 'vidimus-test-')))
  const [apiPort, webPort] = await Promise.all([findFreePort(), findFreePort()])
  const child = spawn(process.execPath, [join(project, 'bin/vidimus'), 'serve'], {
    cwd: project,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      VIDIMUS_DATA: dataDirectory,
      VIDIMUS_API_PORT: String(apiPort),
      VIDIMUS_WEB_PORT: String(webPort),
      VIDIMUS_ALLOW_LOCAL_WEBHOOKS: 'true',
      ...options.environment,
    },
  })
  const output = followLines(child)
  await output.waitForLine(/Vidimus is ready/, START_LIMIT_MS)
  const firstRun: FirstRun = JSON.parse(await readFile(join(dataDirectory, 'first-run.json'), 'utf8'))
  const stop = () => endProcess(child, 'SIGTERM')
  return {
    ...firstRun,
    dataDirectory,
    processId: child.pid ?? 0,
    ...output,
    stop,
    kill: async () => void (await endProcess(child, 'SIGKILL')),
    remove: async () => {
      await stop()
      await rm(dataDirectory, { recursive: true, force: true })
    },
  }
}

/** A TCP port nobody listens on at the moment. */
export function findFreePort(): Promise<number> {
  return new Promise((done, fail) => {
    const probe = createServer().once('error', fail)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => done(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

function followLines(child: ChildProcess): Pick<Service, 'lines' | 'waitForLine'> {
  const lines: string[] = []
  const listeners = new Set<(line: string) => void>()
  for (const stream of [child.stdout, child.stderr]) {
    if (!stream) continue
    createInterface({ input: stream }).on('line', (line) => {
      lines.push(line)
      for (const listener of listeners) listener(line)
    })
  }
  return {
    lines,
    waitForLine: (pattern, timeoutMs) => waitForLine({ child, lines, listeners }, pattern, timeoutMs),
  }
}

function waitForLine(
  source: { child: ChildProcess; lines: string[]; listeners: Set<(line: string) => void> },
  pattern: RegExp,
  timeoutMs: number,
): Promise<string> {
  return new Promise((done, fail) => {
    const end = (act: () => void) => {
      clearTimeout(timer)
      source.listeners.delete(listener)
      source.child.off('exit', onExit)
      act()
    }
    const listener = (line: string) => pattern.test(line) && end(() => done(line))
    const onExit = () => end(() => fail(new Error(`Vidimus ended early:\n${source.lines.join('\n')}`)))
    const timer = setTimeout(
      () => end(() => fail(new Error(`No line ${pattern} in ${timeoutMs} ms:\n${source.lines.join('\n')}`))),
      timeoutMs,
    )
    source.listeners.add(listener)
    source.child.once('exit', onExit)
  })
}

function endProcess(child: ChildProcess, signal: 'SIGTERM' | 'SIGKILL'): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve(child.exitCode)
  return new Promise((done) => {
    const timer = setTimeout(() => child.kill('SIGKILL'), STOP_LIMIT_MS)
    child.once('exit', (code) => {
      clearTimeout(timer)
      done(code)
    })
    child.kill(signal)
  })
}
