import { Worker } from 'node:worker_threads'
import { Problem } from '../../domain/problem.ts'
import type { RenderAnswer, RenderRequest } from './_render-thread.ts'
import type { ReportContent } from './report-content.ts'

const ENTRY = new URL('./_render-thread.ts', import.meta.url)
/** Reports that may wait for the thread, each with its pictures: at 0.1 s a report the last waits 2 s. */
const MOST_WAITING = 20

interface Waiting {
  resolve(bytes: Uint8Array): void
  reject(error: Error): void
}

/** The thread that renders, with who waits for it; null before the first report and after it broke down. */
let thread: { worker: Worker; waiting: Map<number, Waiting> } | null = null
let lastId = 0

/**
 * Renders a report in a thread of its own, one after the other, so that typesetting (0.1 s, the first time with its
 * fonts a second) never holds up other requests. Throws `Problem('unavailable')` when too many wait already.
 */
export function renderApart(content: ReportContent): Promise<Uint8Array> {
  thread ??= startThread()
  const { worker, waiting } = thread
  if (waiting.size >= MOST_WAITING) {
    throw new Problem('unavailable', 'Too many reports are being made: ask again')
  }
  const id = ++lastId
  return new Promise((resolve, reject) => {
    waiting.set(id, { resolve, reject })
    worker.postMessage({ id, content } satisfies RenderRequest)
  })
}

function startThread(): NonNullable<typeof thread> {
  const worker = new Worker(ENTRY)
  const started = { worker, waiting: new Map<number, Waiting>() }
  // It never keeps the process from ending.
  worker.unref()
  worker.on('message', (answer: RenderAnswer) => {
    const asked = started.waiting.get(answer.id)
    started.waiting.delete(answer.id)
    if ('bytes' in answer) asked?.resolve(answer.bytes)
    else asked?.reject(new Error(`A report could not be rendered: ${answer.failure}`))
  })
  const end = (error: Error) => {
    if (thread === started) thread = null
    for (const { reject } of started.waiting.values()) reject(error)
    started.waiting.clear()
  }
  worker.on('error', end)
  worker.on('exit', () => end(new Error('The thread that renders reports ended')))
  return started
}
