import { fromKysely, type JobWithMetadata, PgBoss, type WorkOptions } from 'pg-boss'
import type { Logger } from 'pino'
import type { DatabaseConnection } from '../database/database.ts'
import { JOB_RULES, type JobRule } from './_job-rules.ts'
import { orderedId } from './_ordered-id.ts'
import type { JobName, JobPayloads, Queue } from './queue.ts'

/** PostgreSQL schema of the queue's own tables. */
const SCHEMA = 'queue'
/** Sessions of a process that only sends (it does so on its callers' sessions) and of one that works. */
const SENDING_SESSIONS = 2
const WORKING_SESSIONS = 6
/** How long work in flight may take to end; less than the 10 s after which a stopping process is killed. */
const STOP_TIMEOUT_MS = 8_000
/** How often silent workers are looked for, and how often a queue is looked through for them, in seconds. */
const SUPERVISE_SECONDS = 2
/** How often due schedules are looked for, in seconds. */
const CRON_SECONDS = 5
/** Lines held by a job whose last try lost its worker are freed every minute. */
const FREEING_CRON = '* * * * *'

/** What a queue is started with. */
export interface QueueOptions {
  connection: DatabaseConnection
  /** `send` only enqueues; `work` also takes jobs, runs schedules and looks after the jobs of dead workers. */
  role: 'send' | 'work'
  /**
   * `retry` gives the jobs that were in work back at once, as failed tries: right for the one worker of a
   * data directory, whose predecessor is dead. `leave` waits until their workers have been silent for 15 s.
   */
  abandonedJobs?: 'retry' | 'leave'
  log: Logger
}

/** Opens the jobs kept in PostgreSQL; makes their tables when there are none. */
export async function startQueue(options: QueueOptions): Promise<Queue> {
  const boss = await startBoss(options)
  if (options.role === 'work' && options.abandonedJobs === 'retry')
    await retryAbandonedJobs(boss, options.log)
  const queue = queueOf(boss, options.log)
  if (options.role === 'work') {
    await queue.work('free-lines', () => freeLines(boss, options.log))
    await queue.schedule('free-lines', FREEING_CRON)
  }
  return queue
}

function queueOf(boss: PgBoss, log: Logger): Queue {
  return {
    async sendLater(transaction, job, payload) {
      const rule: JobRule<typeof job> = JOB_RULES[job]
      const singletonKey = rule.line?.(payload)
      const group = rule.crowd && { id: rule.crowd.of(payload) }
      await boss.send(job, payload, { id: orderedId(), singletonKey, group, db: fromKysely(transaction) })
    },
    async work(job, handler) {
      for (let started = 0; started < JOB_RULES[job].concurrency; started += 1) {
        await startWorker({ boss, job, handler, log })
      }
    },
    async schedule(job, cron) {
      await boss.schedule(job, cron)
    },
    async stop() {
      await boss.stop({ graceful: true, close: true, timeout: STOP_TIMEOUT_MS })
    },
  }
}

async function startBoss({ connection, role, log }: QueueOptions): Promise<PgBoss> {
  const works = role === 'work'
  const boss = new PgBoss({
    ...connection,
    schema: SCHEMA,
    application_name: `vidimus queue ${process.pid}`,
    max: works ? WORKING_SESSIONS : SENDING_SESSIONS,
    useListenNotify: works,
    supervise: works,
    schedule: works,
    superviseIntervalSeconds: SUPERVISE_SECONDS,
    monitorIntervalSeconds: SUPERVISE_SECONDS,
    cronWorkerIntervalSeconds: CRON_SECONDS,
    cronMonitorIntervalSeconds: CRON_SECONDS,
  })
  boss.on('error', (error) => log.warn({ err: error }, 'The queue reports an error'))
  boss.on('warning', ({ message }) => log.warn({ warning: message }, 'The queue warns'))
  await boss.start()
  for (const [name, { queue }] of Object.entries(JOB_RULES)) {
    await boss.createQueue(name, { ...queue, notify: true })
    const { policy: _fixed, heartbeatSeconds, ...changeable } = queue
    await boss.updateQueue(name, { ...changeable, heartbeatSeconds: heartbeatSeconds ?? null, notify: true })
  }
  return boss
}

/** Starts a worker that takes one job after the other; it waits only when it finds none. */
async function startWorker<N extends JobName>(options: {
  boss: PgBoss
  job: N
  handler: (payload: JobPayloads[N]) => Promise<void>
  log: Logger
}): Promise<void> {
  const { boss, job, handler, log } = options
  const rule: JobRule<N> = JOB_RULES[job]
  let id: string | null = null
  const work = async ([{ data, retryCount, retryLimit }]: JobWithMetadata<JobPayloads[N]>[]) => {
    try {
      await handler(data)
    } catch (error) {
      const isLast = retryCount >= retryLimit
      log.warn({ job, err: error, try: retryCount + 1, isLast }, 'A job failed')
      // A failed job would hold its line for good: the last failure ends it, and is kept as its outcome.
      if (!isLast || rule.line === null) throw error
      return { failure: String(error) }
    } finally {
      if (id !== null) boss.notifyWorker(id)
    }
  }
  const workOptions: WorkOptions & { includeMetadata: true } = {
    ...rule.work,
    includeMetadata: true,
    ...(rule.crowd ? { groupConcurrency: rule.crowd.concurrency } : {}),
  }
  id = await boss.work<JobPayloads[N], unknown, typeof workOptions>(job, workOptions, work)
}

async function retryAbandonedJobs(boss: PgBoss, log: Logger): Promise<void> {
  for (const job of Object.keys(JOB_RULES)) {
    const abandoned = await findJobs(boss, job, 'active')
    if (abandoned.length > 0) {
      log.warn({ job, count: abandoned.length }, 'Jobs of a worker that died are tried again')
      await boss.fail(job, abandoned, { message: 'The worker died' })
    }
  }
  await freeLines(boss, log)
}

/** Removes the jobs whose last try died or took too long: failed by the queue, they would hold their lines for good. */
async function freeLines(boss: PgBoss, log: Logger): Promise<void> {
  for (const [job, { line }] of Object.entries(JOB_RULES)) {
    const failed = line === null ? [] : await findJobs(boss, job, 'failed')
    if (failed.length === 0) continue
    await boss.deleteJob(job, failed)
    log.warn({ job, count: failed.length }, 'Jobs whose last try lost its worker no longer hold their lines')
  }
}

async function findJobs(boss: PgBoss, job: string, state: 'active' | 'failed'): Promise<string[]> {
  const text = `select id from ${SCHEMA}.job where name = $1 and state = $2::${SCHEMA}.job_state`
  const { rows } = await boss.getDb().executeSql(text, [job, state])
  return rows.map((row) => row.id)
}
