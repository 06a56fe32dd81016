import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import type { Logger } from 'pino'

/** How long a child may take to be ready. */
const READY_LIMIT_MS = 60_000
/** How long a child may take to finish what is in flight before it is killed. */
const STOP_LIMIT_MS = 10_000
/** Waits before a dead child is started again; the last one repeats. */
const RESTART_DELAYS_MS = [0, 1_000, 5_000, 15_000]
/** A child that lived this long starts its restarts anew. */
const STABLE_AFTER_MS = 60_000

/** A process of our own that does a part of the service and is started again when it dies. */
export interface ChildRole {
  /** Tells it to serve, with what it needs, and waits until it does. Throws when the first start is not in time. */
  begin(input: unknown): Promise<void>
  /** SIGTERM, then SIGKILL after a limit; no more restarts. */
  stop(): Promise<void>
}

/** Starts a module as a child, which loads its code and then waits for its input. Once `ending` is aborted none is started again. */
export function forkChildRole(options: {
  name: string
  module: URL
  log: Logger
  ending?: AbortSignal
}): ChildRole {
  const { name, module, log, ending } = options
  let child: ChildProcess
  let isStopping = false
  let deaths = 0
  let startedAtMs = 0
  let input: unknown

  const start = () => {
    startedAtMs = performance.now()
    child = fork(module, [name], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
    child.once('exit', (code, signal) => void restart({ code, signal }))
    // What cannot be sent to a child that has just died; its end comes next.
    child.on('error', (error) => log.warn({ role: name, err: error }, 'A role was not reached'))
    if (input !== undefined) child.send({ input })
  }
  const restart = async (end: { code: number | null; signal: string | null }) => {
    // A signal to the whole group reaches the child too, which may be gone before it is told to stop.
    if (isStopping || ending?.aborted) return
    if (performance.now() - startedAtMs > STABLE_AFTER_MS) deaths = 0
    const delayMs = RESTART_DELAYS_MS[Math.min(deaths++, RESTART_DELAYS_MS.length - 1)]
    log.error({ role: name, ...end, delayMs }, 'role died, starting it again')
    await wait(delayMs)
    if (!isStopping && !ending?.aborted) start()
  }

  start()
  return {
    begin: async (given) => {
      input = given
      if (child.connected) child.send({ input })
      await waitUntilReady(child, name)
    },
    stop: async () => {
      isStopping = true
      await endChild(child)
    },
  }
}

/** What a child calls first: waits for its input. From here on it ends at once when its parent is gone. */
export async function receiveInput<Input>(): Promise<Input> {
  // A parent that was killed leaves no message; its channel closes. Nobody is served any more and jobs in hand are
  // tried again, so finishing anything would only take the processor from the start that follows.
  process.once('disconnect', () => process.kill(process.pid, 'SIGKILL'))
  const [{ input }] = await once(process, 'message')
  return input
}

/** What a child calls: tells its parent that it serves, and ends in order when told to. */
export function reportReady(stop: () => Promise<void>): void {
  process.once('SIGTERM', () => void stop().finally(() => process.exit(0)))
  process.send?.('ready')
}

async function waitUntilReady(child: ChildProcess, name: string): Promise<void> {
  const limit = new AbortController()
  const timer = setTimeout(() => limit.abort(), READY_LIMIT_MS)
  try {
    await new Promise<void>((done, fail) => {
      const onExit = (code: number | null) =>
        fail(new Error(`Role ${name} ended with ${code} before it was ready`))
      if (child.exitCode !== null || child.signalCode !== null) onExit(child.exitCode)
      child.once('message', () => done())
      child.once('exit', onExit)
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
