import { setTimeout } from 'node:timers/promises'
import type { JobWithMetadata, PgBoss } from 'pg-boss'
import type { Logger } from 'pino'
import { giveBack } from './_give-back.ts'
import type { JobRule } from './_job-rules.ts'
import type { JobName, JobPayloads } from './queue.ts'

/** What a crew works: the jobs of one kind. */
export interface CrewOptions<N extends JobName> {
  boss: PgBoss
  job: N
  rule: JobRule<N>
  handler: (payload: JobPayloads[N]) => Promise<void>
  log: Logger
}

/**
 * Jobs claimed for each place where a claim is no try, for a fetch costs as much for many as for one; where it is, a
 * worker that dies under one job would cost those behind it theirs. The last claimed of a receiver that hangs waits
 * three times ten seconds for its turn, less than the minute after which a job is given to another.
 */
const CLAIMED_PER_PLACE = 4
/** Longest pause after a fetch, however long it took. */
const MAX_REST_MS = 200

/** A job that was worked, and what it failed of. */
interface EndedJob {
  job: JobWithMetadata<unknown>
  error: Error | null
}

/**
 * Works jobs of one kind, several at once: those that are due are fetched together, those that ended are written down
 * together, and none waits for another that takes longer.
 */
export class Crew<N extends JobName> {
  private readonly options: CrewOptions<N>
  private readonly running = new Set<JobWithMetadata<JobPayloads[N]>>()
  private waiting: JobWithMetadata<JobPayloads[N]>[] = []
  private readonly ended: EndedJob[] = []
  private readonly refreshing: NodeJS.Timeout
  private readonly work: Promise<void>
  private isStopping = false
  private isWoken = false
  private alarm = Promise.withResolvers<void>()

  constructor(options: CrewOptions<N>) {
    this.options = options
    this.refreshing = setInterval(() => void this.refresh(), options.rule.refreshSeconds * 1_000)
    this.work = this.run()
  }

  /** Says that there may be something to do. */
  wake(): void {
    this.isWoken = true
    this.alarm.resolve()
  }

  /** Fetches nothing more, waits so long at most for what is under way, and writes it down. */
  async stop(timeoutMs: number): Promise<void> {
    const endsAtMs = performance.now() + timeoutMs
    this.isStopping = true
    this.wake()
    await this.work
    while (this.running.size > 0 && performance.now() < endsAtMs) {
      await this.pause(endsAtMs - performance.now())
    }
    clearInterval(this.refreshing)
    const { boss, job } = this.options
    await this.attempt(async () => {
      await this.settle()
      await giveBack(
        boss,
        job,
        this.waiting.splice(0).map(({ id }) => id),
      )
    })
  }

  private async run(): Promise<void> {
    while (!this.isStopping) {
      const startedMs = performance.now()
      const mayBeMore = await this.attempt(async () => {
        await this.settle()
        return this.fetch()
      })
      // With much to do, half of the time belongs to the work, and what ends meanwhile is written down together.
      await setTimeout(Math.min(performance.now() - startedMs, MAX_REST_MS))
      if (!mayBeMore) await this.pause(this.options.rule.lookSeconds * 1_000)
    }
  }

  /** Claims jobs as long as there is room; tells whether there may be more at once. */
  private async fetch(): Promise<boolean> {
    const { boss, job, rule } = this.options
    const claimed = rule.countsTries ? CLAIMED_PER_PLACE : 1
    const room = claimed * rule.concurrency - this.running.size - this.waiting.length
    if (room <= 0) return false
    const fetched = await boss.fetch<JobPayloads[N]>(job, {
      batchSize: room,
      includeMetadata: true,
      ...(rule.crowd ? { groupConcurrency: claimed * rule.crowd.concurrency } : {}),
    })
    this.waiting.push(...fetched)
    this.startWaiting()
    return fetched.length === room
  }

  private startWaiting(): void {
    this.waiting = this.waiting.filter((job) => {
      const starts = !this.isStopping && this.hasPlace(job)
      if (starts) void this.start(job)
      return !starts
    })
  }

  private hasPlace({ groupId }: JobWithMetadata<unknown>): boolean {
    const { concurrency, crowd } = this.options.rule
    if (this.running.size >= concurrency) return false
    if (!crowd) return true
    return [...this.running].filter((one) => one.groupId === groupId).length < crowd.concurrency
  }

  private async start(job: JobWithMetadata<JobPayloads[N]>): Promise<void> {
    this.running.add(job)
    const error = await this.options.handler(job.data).then(
      () => null,
      (failure: Error) => failure,
    )
    this.running.delete(job)
    this.ended.push({ job, error })
    this.startWaiting()
    this.wake()
  }

  /** Writes down what has ended; what cannot be written now stays for the next time. */
  private async settle(): Promise<void> {
    const ended = this.ended.splice(0)
    const done = ended.filter(({ error }) => error === null)
    const failed = ended.filter(({ error }) => error !== null)
    try {
      if (done.length > 0) {
        await this.options.boss.complete(
          this.options.job,
          done.map(({ job }) => job),
        )
        done.length = 0
      }
      for (; failed.length > 0; failed.shift()) await this.settleFailed(failed[0])
    } finally {
      this.ended.push(...done, ...failed)
    }
  }

  private async settleFailed({ job, error }: EndedJob): Promise<void> {
    const { boss, job: name, rule, log } = this.options
    const isLast = job.retryCount >= job.retryLimit
    log.warn({ job: name, err: error, try: job.retryCount + 1, isLast }, 'A job failed')
    // A failed job would hold its line for good: the last failure ends it, and is kept as its outcome.
    if (isLast && rule.line !== null) await boss.complete(name, job, { failure: String(error) })
    else await boss.fail(name, job, { message: String(error) })
  }

  /** Shows the queue that what is under way is still worked. */
  private async refresh(): Promise<void> {
    const held = [...this.running, ...this.waiting]
    if (held.length === 0) return
    await this.options.boss.touch(this.options.job, held).catch((error) => this.complain(error))
  }

  private async attempt<T>(action: () => Promise<T>): Promise<T | null> {
    try {
      return await action()
    } catch (error) {
      this.complain(error)
      await this.pause(this.options.rule.lookSeconds * 1_000)
      return null
    }
  }

  private complain(error: unknown): void {
    this.options.log.warn({ job: this.options.job, err: error }, 'The queue cannot be worked now')
  }

  /** Waits so long, or until it is woken; not at all when it was woken since. */
  private async pause(ms: number): Promise<void> {
    this.alarm = Promise.withResolvers<void>()
    if (this.isWoken) this.alarm.resolve()
    const timer = globalThis.setTimeout(() => this.alarm.resolve(), ms)
    await this.alarm.promise
    clearTimeout(timer)
    this.isWoken = false
  }
}
