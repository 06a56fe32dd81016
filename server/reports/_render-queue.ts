import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { Problem } from '../../domain/problem.ts'
import type { RenderAnswer } from './_render-thread.ts'
import type { ReportContent } from './report-content.ts'

/** Reports that may wait for the thread, each with its pictures: at 0.1 s a report the last waits 2 s. */
const MOST_WAITING = 20

/** What renders, and how long it may take. */
export interface RenderQueueOptions {
  /** The module of the thread, which answers each content with a `RenderAnswer`. */
  entry: URL
  /** Resolves when a report has taken too long; rejects once the signal says that nobody waits any more. */
  limit(signal: AbortSignal): Promise<unknown>
}

/** Has a thread render reports, one after the other; a thread that hangs or breaks down is replaced by the next report. */
export class RenderQueue {
  readonly #entry: URL
  readonly #limit: RenderQueueOptions['limit']
  #thread: Worker | null = null
  #waiting = 0
  #last: Promise<unknown> = Promise.resolve()

  constructor({ entry, limit }: RenderQueueOptions) {
    this.#entry = entry
    this.#limit = limit
  }

  /** Throws `Problem('unavailable')` when too many wait already, or when the report takes too long. */
  render(content: ReportContent): Promise<Uint8Array> {
    if (this.#waiting >= MOST_WAITING) {
      throw new Problem('unavailable', 'Too many reports are being made: ask again')
    }
    this.#waiting++
    const rendered = this.#last.then(() => this.#renderNext(content)).finally(() => this.#waiting--)
    this.#last = rendered.catch(() => {})
    return rendered
  }

  async #renderNext(content: ReportContent): Promise<Uint8Array> {
    this.#thread ??= this.#startThread()
    const answer = await this.#ask(this.#thread, content)
    if ('failure' in answer) throw new Error(`A report could not be rendered: ${answer.failure}`)
    return answer.bytes
  }

  async #ask(thread: Worker, content: ReportContent): Promise<RenderAnswer> {
    const listening = new AbortController()
    const { signal } = listening
    try {
      thread.postMessage(content)
      const ended = once(thread, 'exit', { signal }).then(() => {
        throw new Error('The thread that renders reports ended')
      })
      const late = this.#limit(signal).then(() => {
        throw new Problem('unavailable', 'The report takes too long to make: ask again')
      })
      const [answer] = await Promise.race([once(thread, 'message', { signal }), ended, late])
      return answer
    } catch (error) {
      this.#drop(thread)
      throw error
    } finally {
      listening.abort()
    }
  }

  #startThread(): Worker {
    const thread = new Worker(this.#entry)
    // It never keeps the process from ending.
    thread.unref()
    // Whoever waits hears it too; unheard it would end the process.
    thread.on('error', () => this.#drop(thread))
    thread.on('exit', () => this.#drop(thread))
    return thread
  }

  #drop(thread: Worker): void {
    if (this.#thread === thread) this.#thread = null
    void thread.terminate()
  }
}
