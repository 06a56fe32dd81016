import { sql } from 'kysely'
import { fromKysely, PgBoss } from 'pg-boss'
import type { Logger } from 'pino'
import type { DatabaseConnection } from '../database/database.ts'
import { Crew } from './_crew.ts'
import { giveBack, QUEUE_SCHEMA } from './_give-back.ts'
import { JOB_RULES, type JobRule } from './_job-rules.ts'
import { orderedId } from './_ordered-id.ts'
import type { JobName, Queue } from './queue.ts'

/** Where the name of a job is told when there is a new one. */
const CHANNEL = 'vidimus_jobs'
/**
 * The planner knows nothing of tables that fill and empty within seconds: it takes them for empty and compares every
 * waiting job with every line, 2.5 s for 3,000 jobs. Without nested loops it joins by hash, 40 ms.
 */
const PLANNING = '-c enable_nestloop=off -c jit=off'
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
   * `retry` gives the jobs that were in work back at once, as failed tries unless they count those themselves: right
   * for the one worker of a data directory, whose predecessor is dead. `leave` waits until their workers have been silent for 15 s.
   */
  abandonedJobs?: 'retry' | 'leave'
  log: Logger
}

/** Opens the jobs kept in PostgreSQL; makes their tables when there are none. */
export async function startQueue(options: QueueOptions): Promise<Queue> {
  const boss = await startBoss(options)
  if (options.role === 'work' && options.abandonedJobs === 'retry')
    await retryAbandonedJobs(boss, options.log)
  const crews: Crews = new Map()
  const queue = queueOf(boss, crews, options.log)
  if (options.role === 'work') {
    await listen(boss, crews)
    await queue.work('free-lines', () => freeLines(boss, options.log))
    await queue.schedule('free-lines', FREEING_CRON)
  }
  return queue
}

/** Who works which jobs in this process. */
type Crews = Map<string, Pick<Crew<JobName>, 'wake' | 'stop'>>

/** Wakes a crew when a job of its kind was sent, and all of them when that may have been missed. */
async function listen(boss: PgBoss, crews: Crews): Promise<void> {
  const wakeAll = () => {
    for (const crew of crews.values()) crew.wake()
  }
  await boss.getDb().listen?.(CHANNEL, (job) => crews.get(job)?.wake(), wakeAll)
}

function queueOf(boss: PgBoss, crews: Crews, log: Logger): Queue {
  return {
    async sendLater(transaction, job, payload) {
      const rule: JobRule<typeof job> = JOB_RULES[job]
      const singletonKey = rule.line?.(payload)
      const group = rule.crowd && { id: rule.crowd.of(payload) }
      await boss.send(job, payload, { id: orderedId(), singletonKey, group, db: fromKysely(transaction) })
      await sql`select pg_notify(${CHANNEL}, ${job})`.execute(transaction)
    },
    async work(job, handler) {
      crews.set(job, new Crew({ boss, job, rule: JOB_RULES[job], handler, log }))
    },
    async schedule(job, cron) {
      await boss.schedule(job, cron)
    },
    async stop() {
      await Promise.all([...crews.values()].map((crew) => crew.stop(STOP_TIMEOUT_MS)))
      await boss.stop({ graceful: true, close: true, timeout: STOP_TIMEOUT_MS })
    },
  }
}

async function startBoss({ connection, role, log }: QueueOptions): Promise<PgBoss> {
  const works = role === 'work'
  const boss = new PgBoss({
    ...connection,
    schema: QUEUE_SCHEMA,
    application_name: `vidimus queue ${process.pid}`,
    options: PLANNING,
    max: works ? WORKING_SESSIONS : SENDING_SESSIONS,
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
    await boss.createQueue(name, queue)
    const { policy: _fixed, heartbeatSeconds, ...changeable } = queue
    await boss.updateQueue(name, { ...changeable, heartbeatSeconds: heartbeatSeconds ?? null, notify: false })
  }
  return boss
}

async function retryAbandonedJobs(boss: PgBoss, log: Logger): Promise<void> {
  for (const [job, { countsTries }] of Object.entries<JobRule<never>>(JOB_RULES)) {
    const abandoned = await findJobs(boss, job, 'active')
    if (abandoned.length > 0) {
      log.warn({ job, count: abandoned.length }, 'Jobs of a worker that died are tried again')
      if (countsTries) await giveBack(boss, job, abandoned)
      else await boss.fail(job, abandoned, { message: 'The worker died' })
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
  const text = `select id from ${QUEUE_SCHEMA}.job where name = $1 and state = $2::${QUEUE_SCHEMA}.job_state`
  const { rows } = await boss.getDb().executeSql(text, [job, state])
  return rows.map((row) => row.id)
}
