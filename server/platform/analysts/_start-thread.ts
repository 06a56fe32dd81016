import { Worker } from 'node:worker_threads'
import { Problem } from '../../../domain/problem.ts'
import type { ThreadAnswer, ThreadData, ThreadRequest } from './_thread-message.ts'

/** A thread that is ready for work. */
export interface AnalystThread {
  /** Has one request answered; the next may come only after. Throws `Problem('unavailable')` when the thread ends over it. */
  ask(request: ThreadRequest, options: { transfer: ArrayBuffer[]; limitMs: number }): Promise<ThreadAnswer>
  /** False once the thread has ended, for whatever reason. */
  isAlive(): boolean
  /** Lets the thread free its models and end. */
  close(): Promise<void>
}

/** A thread that is not ready after this is broken; loading the models takes about half a second. */
const START_LIMIT_MS = 60_000

/** A thread that has not ended by itself after this is ended from outside. */
const CLOSE_LIMIT_MS = 2000

/** Starts a thread from its entry file, which gets `data`, and waits until it is ready. Throws when it cannot start. */
export async function startThread(entry: URL, data: ThreadData): Promise<AnalystThread> {
  const worker = new Worker(entry, { workerData: data })
  const replies = listen(worker)
  await replies.next(START_LIMIT_MS)
  return {
    ask: async (request, { transfer, limitMs }) => {
      worker.postMessage(request, transfer)
      return await replies.next(limitMs)
    },
    isAlive: replies.isOpen,
    close: async () => {
      if (!replies.isOpen()) return
      worker.postMessage({ kind: 'close' } satisfies ThreadRequest)
      await replies.next(CLOSE_LIMIT_MS).catch(() => undefined)
    },
  }
}

interface Replies {
  /** The next message of the thread; throws when the thread ends first or takes too long, and then ends it. */
  next(limitMs: number): Promise<ThreadAnswer>
  isOpen(): boolean
}

function listen(worker: Worker): Replies {
  let isOpen = true
  let waiting: { resolve: (answer: ThreadAnswer) => void; reject: (error: Error) => void } | null = null
  const end = (reason: string) => {
    isOpen = false
    waiting?.reject(new Problem('unavailable', reason))
    waiting = null
  }
  worker.on('message', (answer: ThreadAnswer) => {
    waiting?.resolve(answer)
    waiting = null
  })
  worker.on('error', (error) => end(`Analysis thread broke down: ${error.message}`))
  worker.on('exit', () => end('Analysis thread ended'))
  return {
    isOpen: () => isOpen,
    next: (limitMs) => {
      if (!isOpen) return Promise.reject(new Problem('unavailable', 'Analysis thread ended'))
      return new Promise((resolve, reject) => {
        const timer = setTimeout(() => {
          end(`Analysis thread gave no answer in ${limitMs} ms`)
          void worker.terminate()
        }, limitMs)
        waiting = {
          resolve: (answer) => {
            clearTimeout(timer)
            resolve(answer)
          },
          reject: (error) => {
            clearTimeout(timer)
            reject(error)
          },
        }
      })
    },
  }
}
