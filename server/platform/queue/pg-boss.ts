import { fromKysely, PgBoss } from 'pg-boss'
import type { Logger } from 'pino'
import type { DatabaseConnection } from '../database/embedded-postgres.ts'
import { JOB_RULES, type JobRule } from './_job-rules.ts'
import type { JobName, JobPayloads, Queue } from './queue.ts'

/** PostgreSQL schema of the queue's own tables. */
const SCHEMA = 'queue'
/** Sessions of a process that only sends (it does so on its callers' sessions) and of one that works. */
const SENDING_SESSIONS = 2
const WORKING_SESSIONS = 6
/** How long work in flight may take to end when the process stops. */
const STOP_TIMEOUT_MS = 20_000
/** How often silent workers are looked for, and how often a queue is looked through for them, in seconds. */
const SUPERVISE_SECONDS = 2
/** How often due schedules are looked for, in seconds. */
const CRON_SECONDS = 5

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
  return {
    async sendLater(transaction, job, payload) {
      const rule: JobRule<typeof job> = JOB_RULES[job]
      await boss.send(job, payload, { ...rule.turn?.(payload), db: fromKysely(transaction) })
    },
    async work(job, handler) {
      for (let started = 0; started < JOB_RULES[job].concurrency; started += 1) {
        await startWorker({ boss, job, handler, log: options.log })
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
  let id: string | null = null
  id = await boss.work<JobPayloads[N]>(job, JOB_RULES[job].work, async ([{ data }]) => {
    try {
      await handler(data)
    } catch (error) {
      // Without the payload; pg-boss counts the try and sees to the next.
      log.warn({ job, err: error }, 'A job failed')
      throw error
    } finally {
      if (id !== null) boss.notifyWorker(id)
    }
  })
}

async function retryAbandonedJobs(boss: PgBoss, log: Logger): Promise<void> {
  for (const job of Object.keys(JOB_RULES)) {
    const { rows } = await boss
      .getDb()
      .executeSql(`select id from ${SCHEMA}.job where name = $1 and state = 'active'`, [job])
    if (rows.length === 0) continue
    log.warn({ job, count: rows.length }, 'Jobs of a worker that died are tried again')
    const ids = rows.map((row) => row.id)
    await boss.fail(job, ids, { message: 'The worker died' })
  }
}
