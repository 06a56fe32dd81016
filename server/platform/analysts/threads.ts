import { setTimeout as sleep } from 'node:timers/promises'
import type { Logger } from 'pino'
import type { ChosenFaceModel } from '../../../domain/faces/face-model.ts'
import { Problem } from '../../../domain/problem.ts'
import { ownedBuffers } from './_owned-buffers.ts'
import { type AnalystThread, startThread } from './_start-thread.ts'
import type { ThreadAnswer, ThreadRequest } from './_thread-message.ts'
import type { Analysts } from './analysts.ts'

/** Frames that may wait for each thread: a judgement that comes later than this is worth nothing. */
const MAX_WAITING_FRAMES = 4

/** Scenes that may wait for each thread; their frames lie in memory. */
const MAX_WAITING_SCENES = 4

/** A frame takes 25 ms, a scene one or two seconds: longer than this is a thread that hangs. */
const FRAME_LIMIT_MS = 10_000
const SCENE_LIMIT_MS = 120_000

/** How long the first threads wait for work before they load their models: a start has more urgent things to load. */
const LOAD_AFTER_MS = 1000

/** Pause before another thread is started in place of one that could not start. */
const RESTART_PAUSE_MS = 1000

const ENTRY = new URL('_analyst-thread.ts', import.meta.url)

interface Job {
  request: Exclude<ThreadRequest, { kind: 'close' }>
  resolve: (answer: ThreadAnswer) => void
  reject: (error: Error) => void
}

/**
 * How many threads, where their faults are told, the certificates (PEM) by which codes are checked, the operator's face
 * model, and which file they run (ours, unless a test says otherwise).
 */
export interface AnalystsOptions {
  threads: number
  log: Pick<Logger, 'error'>
  certificates?: string
  faceModel?: ChosenFaceModel | null
  entry?: URL
}

/**
 * Starts the threads, at the first request or after a moment. They load the models meanwhile and what is asked of
 * them waits; one that cannot start or ends is replaced.
 */
export function startAnalysts(options: AnalystsOptions): Analysts {
  const entry = options.entry ?? ENTRY
  const pool = new ThreadPool({ certificates: '', faceModel: null, ...options, entry })
  return {
    guide: async (frame, request) => {
      const answer = await pool.submit({ kind: 'guide', frame, request })
      if (answer.kind !== 'guidance') throw failureOf(answer)
      return answer.guidance
    },
    readLight: async (asked, signals) => {
      const answer = await pool.submit({ kind: 'read-light', asked, signals })
      if (answer.kind !== 'light') throw failureOf(answer)
      return answer.light
    },
    analyze: async (scene) => {
      const answer = await pool.submit({ kind: 'analyze', scene })
      if (answer.kind !== 'analysis') throw failureOf(answer)
      return answer.analysis
    },
    close: () => pool.close(),
  }
}

function failureOf(answer: ThreadAnswer): Error {
  if (answer.kind !== 'failure') return new Error(`Analysis thread answered "${answer.kind}"`)
  if (answer.problem === null) return new Error(answer.message)
  return new Problem(answer.problem.code, answer.message, answer.problem.faults)
}

/** Gives each idle thread the next job: frames and colours before scenes, else in the order they came. */
class ThreadPool {
  readonly #options: Required<AnalystsOptions>
  readonly #threads = new Set<AnalystThread>()
  readonly #idle: AnalystThread[] = []
  readonly #waiting: Record<Job['request']['kind'], Job[]> = {
    guide: [],
    'read-light': [],
    analyze: [],
  }
  /** Jobs on a thread and threads on their way: what closing waits for. */
  readonly #running = new Set<Promise<void>>()
  #loading: NodeJS.Timeout | null
  #isClosed = false

  constructor(options: Required<AnalystsOptions>) {
    this.#options = options
    this.#loading = setTimeout(() => this.#addFirstThreads(), LOAD_AFTER_MS)
  }

  submit(request: Job['request']): Promise<ThreadAnswer> {
    const waiting = this.#waiting[request.kind]
    const most = request.kind === 'analyze' ? MAX_WAITING_SCENES : MAX_WAITING_FRAMES
    if (this.#isClosed || waiting.length >= most * this.#options.threads) {
      return Promise.reject(new Problem('unavailable', 'Analysis is busy'))
    }
    this.#addFirstThreads()
    return new Promise((resolve, reject) => {
      waiting.push({ request, resolve, reject })
      this.#next()
    })
  }

  async close(): Promise<void> {
    this.#isClosed = true
    if (this.#loading) clearTimeout(this.#loading)
    for (const job of Object.values(this.#waiting).flat()) {
      job.reject(new Problem('unavailable', 'Analysis is closing'))
    }
    await Promise.all(this.#running)
    await Promise.all([...this.#threads].map((thread) => thread.close()))
  }

  #addFirstThreads(): void {
    if (!this.#loading) return
    clearTimeout(this.#loading)
    this.#loading = null
    for (let thread = 0; thread < this.#options.threads; thread++) this.#addThreadSoon()
  }

  #next(): void {
    while (!this.#isClosed) {
      const thread = this.#idle.pop()
      if (thread === undefined) return
      if (!thread.isAlive()) {
        this.#replace(thread)
        continue
      }
      const { guide, 'read-light': light, analyze } = this.#waiting
      const job = guide.shift() ?? light.shift() ?? analyze.shift()
      if (job === undefined) {
        this.#idle.push(thread)
        return
      }
      this.#track(this.#run(thread, job))
    }
  }

  #track(run: Promise<void>): void {
    this.#running.add(run)
    void run.finally(() => this.#running.delete(run))
  }

  async #run(thread: AnalystThread, job: Job): Promise<void> {
    const { request } = job
    const options =
      request.kind === 'analyze'
        ? {
            transfer: ownedBuffers(request.scene.frames.map((frame) => frame.image)),
            limitMs: SCENE_LIMIT_MS,
          }
        : { transfer: [], limitMs: FRAME_LIMIT_MS }
    await thread.ask(request, options).then(job.resolve, job.reject)
    this.#idle.push(thread)
    this.#next()
  }

  #replace(thread: AnalystThread): void {
    this.#threads.delete(thread)
    this.#options.log.error('analysis thread ended, another one starts')
    this.#addThreadSoon()
  }

  #addThreadSoon(): void {
    this.#track(this.#tryToAddThread())
  }

  async #tryToAddThread(): Promise<void> {
    while (!this.#isClosed) {
      try {
        return await this.#addThread()
      } catch (error) {
        this.#options.log.error({ error }, 'analysis thread could not start')
        await sleep(RESTART_PAUSE_MS)
      }
    }
  }

  async #addThread(): Promise<void> {
    const { entry, certificates, faceModel } = this.#options
    const thread = await startThread(entry, { certificates, faceModel })
    if (this.#isClosed) return thread.close()
    this.#threads.add(thread)
    this.#idle.push(thread)
    this.#next()
  }
}
