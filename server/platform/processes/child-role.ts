import { type ChildProcess, fork } from 'node:child_process'
import { setTimeout as wait } from 'node:timers/promises'
import type { Logger } from 'pino'

/** How long a child may take to be ready: it loads models. */
const READY_LIMIT_MS = 60_000
/** How long a child may take to finish what is in flight before it is killed. */
const STOP_LIMIT_MS = 10_000
/** Waits before a dead child is started again; the last one repeats. */
const RESTART_DELAYS_MS = [0, 1_000, 5_000, 15_000]
/** A child that lived this long starts its restarts anew. */
const STABLE_AFTER_MS = 60_000

/** A process of our own that does a part of the service and is started again when it dies. */
export interface ChildRole {
  /** Resolves when the first start is ready; rejects when it is not in time. */
  ready: Promise<void>
  /** SIGTERM, then SIGKILL after a limit; no more restarts. */
  stop(): Promise<void>
}

/** Runs a module as a child; its one argument is a JSON text it is started with. */
export function startChildRole(options: {
  name: string
  module: URL
  input: unknown
  log: Logger
}): ChildRole {
  const { name, module, input, log } = options
  let child: ChildProcess
  let isStopping = false
  let deaths = 0
  let startedAtMs = 0

  const start = () => {
    startedAtMs = performance.now()
    child = fork(module, [JSON.stringify(input)], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
    child.once('exit', (code, signal) => void restart({ code, signal }))
  }
  const restart = async (end: { code: number | null; signal: string | null }) => {
    if (isStopping) return
    if (performance.now() - startedAtMs > STABLE_AFTER_MS) deaths = 0
    const delayMs = RESTART_DELAYS_MS[Math.min(deaths++, RESTART_DELAYS_MS.length - 1)]
    log.error({ role: name, ...end, delayMs }, 'role died, starting it again')
    await wait(delayMs)
    if (!isStopping) start()
  }

  start()
  return {
    ready: waitUntilReady(() => child, name),
    stop: async () => {
      isStopping = true
      await endChild(child)
    },
  }
}

/** What a child calls: tells its parent that it serves, and ends with it. */
export function reportReady(stop: () => Promise<void>): void {
  const end = () => void stop().finally(() => process.exit(0))
  process.once('SIGTERM', end)
  // The parent gets Ctrl-C from the terminal too, and ends its children in order.
  process.on('SIGINT', () => {})
  // A parent that was killed leaves no message; its channel closes.
  process.once('disconnect', end)
  if (process.connected) process.send?.('ready')
  else end()
}

async function waitUntilReady(current: () => ChildProcess, name: string): Promise<void> {
  const limit = new AbortController()
  const timer = setTimeout(() => limit.abort(), READY_LIMIT_MS)
  try {
    await new Promise<void>((done, fail) => {
      current().once('message', () => done())
      current().once('exit', (code) => fail(new Error(`Role ${name} ended with ${code} before it was ready`)))
      limit.signal.addEventListener('abort', () => fail(new Error(`Role ${name} was not ready in time`)))
    })
  } finally {
    clearTimeout(timer)
  }
}

async function endChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = new Promise<void>((done) => child.once('exit', () => done()))
  const timer = setTimeout(() => child.kill('SIGKILL'), STOP_LIMIT_MS)
  child.kill('SIGTERM')
  await ended
  clearTimeout(timer)
}
