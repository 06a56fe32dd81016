import { fork } from 'node:child_process'
import { once } from 'node:events'
import { percentile } from '../journey/measure/percentile.ts'
import { type CpuSeconds, readCpuSeconds } from '../journey/measure/process-tree.ts'
import type { LoadOutcome, LoadRequest } from './load-process.ts'

const LOAD_PROCESS = new URL('./load-process.ts', import.meta.url)

/** A row of requests: how many a second, how many a CPU-second of whom, how long one takes. */
export interface LoadRow {
  name: string
  done: number
  failed: number
  perSecond: number
  /** Of the process that answers alone, and with the database. */
  perServeSecond: number
  perCpuSecond: number
  p50Ms: number | null
  p95Ms: number | null
}

/** Loads a server from a process of its own and counts the processor time of the server's tree. */
export async function measureLoad(
  name: string,
  serverProcessId: number,
  load: LoadRequest,
): Promise<LoadRow> {
  const child = fork(LOAD_PROCESS)
  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`The load of ${name} ended with ${code} before it told what came of it`)
  })
  const told = async () => (await Promise.race([once(child, 'message'), ended]))[0]
  child.send(load)
  await told()
  const before = await readCpuSeconds(serverProcessId)
  const startedMs = performance.now()
  child.send('go')
  const outcome: LoadOutcome = await told()
  const seconds = (performance.now() - startedMs) / 1_000
  const cpu = between(before, await readCpuSeconds(serverProcessId))
  const { done, failed, timesMs } = outcome
  return {
    name,
    done,
    failed,
    perSecond: done / seconds,
    perServeSecond: done / cpu.serve,
    perCpuSecond: done / (cpu.serve + cpu.postgres),
    p50Ms: percentile(timesMs, 0.5),
    p95Ms: percentile(timesMs, 0.95),
  }
}

function between(before: CpuSeconds, after: CpuSeconds): CpuSeconds {
  return {
    serve: after.serve - before.serve,
    media: after.media - before.media,
    worker: after.worker - before.worker,
    postgres: after.postgres - before.postgres,
  }
}
