import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Kysely, sql } from 'kysely'
import pino from 'pino'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { connectDatabase } from '../database/connect-database.ts'
import type { Database } from '../database/database.ts'
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../database/embedded-postgres.ts'
import { startQueue } from './pg-boss.ts'
import type { JobName, JobPayloads, Queue } from './queue.ts'

const log = pino({ level: 'silent' })
let dataDirectory: string
let postgres: EmbeddedPostgres
let database: Kysely<Database>
let sender: Queue
const started: Queue[] = []

beforeAll(async () => {
  dataDirectory = await mkdtemp(join(tmpdir(), 'vidimus-queue-'))
  postgres = await startEmbeddedPostgres({ dataDirectory, log })
  database = connectDatabase(postgres.connection, log)
  sender = await startQueue({ connection: postgres.connection, role: 'send', log })
}, 60_000)

afterEach(async () => {
  for (const queue of started.splice(0)) await queue.stop()
})

afterAll(async () => {
  await sender?.stop()
  await database?.destroy()
  await postgres?.stop()
  await rm(dataDirectory, { recursive: true, force: true })
}, 60_000)

async function startWorking(abandonedJobs: 'retry' | 'leave' = 'leave'): Promise<Queue> {
  const queue = await startQueue({ connection: postgres.connection, role: 'work', abandonedJobs, log })
  started.push(queue)
  return queue
}

function send<N extends JobName>(job: N, payload: JobPayloads[N]): Promise<void> {
  return database.transaction().execute((transaction) => sender.sendLater(transaction, job, payload))
}

async function statesOf(job: JobName): Promise<string[]> {
  const { rows } = await sql<{ state: string }>`
    select state from queue.job where name = ${job} order by created_on`.execute(database)
  return rows.map((row) => row.state)
}

describe('the queue', { timeout: 40_000 }, () => {
  test('a job of a transaction that rolls back never runs', async () => {
    const seen: number[] = []
    const failing = database.transaction().execute(async (transaction) => {
      await sender.sendLater(transaction, 'analyze-scene', { sceneId: 1 })
      throw new Error('rolled back')
    })
    await expect(failing).rejects.toThrow('rolled back')
    await send('analyze-scene', { sceneId: 2 })
    const worker = await startWorking()
    await worker.work('analyze-scene', async ({ sceneId }) => void seen.push(sceneId))
    await vi.waitFor(async () => expect(await statesOf('analyze-scene')).toEqual(['completed']), 10_000)
    expect(seen).toEqual([2])
  })

  test('webhooks of one identification are delivered in their order, also those of one transaction', async () => {
    const worker = await startWorking()
    const seen: { announcementId: number; identification: number }[] = []
    await worker.work('deliver-webhook', async (payload) => {
      // The first ones take longest, so that any that overtakes them shows.
      await new Promise((done) => setTimeout(done, 30 - payload.announcementId))
      seen.push(payload)
    })
    await database.transaction().execute(async (transaction) => {
      for (let announcementId = 1; announcementId <= 30; announcementId += 1) {
        const payload = { announcementId, identification: announcementId % 2, receiver: 1 }
        await sender.sendLater(transaction, 'deliver-webhook', payload)
      }
    })
    await vi.waitFor(() => expect(seen).toHaveLength(30), 20_000)
    for (const identification of [0, 1]) {
      const order = seen.filter((payload) => payload.identification === identification)
      expect(order).toEqual(order.toSorted((a, b) => a.announcementId - b.announcementId))
    }
  })

  test('a webhook that fails is tried three times in all, and the one after it comes after that', async () => {
    const worker = await startWorking()
    const seen: number[] = []
    await worker.work('deliver-webhook', async ({ announcementId }) => {
      seen.push(announcementId)
      if (announcementId === 98) throw new Error('refused')
    })
    await send('deliver-webhook', { announcementId: 98, identification: 9, receiver: 1 })
    await send('deliver-webhook', { announcementId: 99, identification: 9, receiver: 1 })
    await send('deliver-webhook', { announcementId: 100, identification: 10, receiver: 1 })
    await vi.waitFor(() => expect(seen).toContain(99), { timeout: 20_000, interval: 100 })
    expect(seen.filter((announcementId) => announcementId !== 100)).toEqual([98, 98, 98, 99])
    expect(seen.indexOf(100)).toBeLessThan(4)
  })

  test('a webhook whose last try lost its worker holds its line for a minute, not for good', async () => {
    const [lost, next, other] = [301, 302, 303]
    const worker = await startWorking()
    const seen: number[] = []
    await send('deliver-webhook', { announcementId: lost, identification: 30, receiver: 3 })
    // What the queue makes of a job whose worker is silent or too slow in its last try.
    await sql`update queue.job set state = 'failed', retry_count = retry_limit, completed_on = now()
      where name = 'deliver-webhook' and data->>'announcementId' = ${String(lost)}`.execute(database)
    await send('deliver-webhook', { announcementId: next, identification: 30, receiver: 3 })
    await send('deliver-webhook', { announcementId: other, identification: 31, receiver: 3 })
    await worker.work('deliver-webhook', async ({ announcementId }) => void seen.push(announcementId))
    const { rows } = await sql`select cron from queue.schedule where name = 'free-lines'`.execute(database)
    expect(rows).toEqual([{ cron: '* * * * *' }])
    await send('free-lines', {})
    await vi.waitFor(() => expect(seen.toSorted()).toEqual([next, other]), 20_000)
  })

  test('webhooks of a receiver that hangs leave places to the others', async () => {
    const worker = await startWorking()
    const hanging = Promise.withResolvers<void>()
    const [begun, delivered] = [[] as number[], [] as number[]]
    await worker.work('deliver-webhook', async ({ announcementId, receiver }) => {
      begun.push(announcementId)
      if (receiver === 1) await hanging.promise
      delivered.push(announcementId)
    })
    const others = [201, 202, 203, 204]
    for (let id = 101; id <= 130; id += 1) {
      await send('deliver-webhook', { announcementId: id, identification: id, receiver: 1 })
    }
    for (const id of others) {
      await send('deliver-webhook', { announcementId: id, identification: id, receiver: 2 })
    }
    await vi.waitFor(() => expect(delivered.toSorted()).toEqual(others), { timeout: 10_000, interval: 50 })
    expect(begun.length - others.length).toBe(10)
    hanging.resolve()
    await vi.waitFor(() => expect(delivered).toHaveLength(34), { timeout: 30_000, interval: 100 })
  })

  test('stopping finishes what is in flight', async () => {
    const worker = await startWorking()
    const began = Promise.withResolvers<void>()
    let isFinished = false
    await worker.work('analyze-scene', async () => {
      began.resolve()
      await new Promise((done) => setTimeout(done, 300))
      isFinished = true
    })
    await send('analyze-scene', { sceneId: 3 })
    await began.promise
    await worker.stop()
    expect(isFinished).toBe(true)
    expect((await statesOf('analyze-scene')).at(-1)).toBe('completed')
    started.pop()
  })

  test('stopping gives back what was claimed and not begun, and the next worker does it', async () => {
    const worker = await startWorking()
    const hanging = Promise.withResolvers<void>()
    const seen: number[] = []
    await worker.work('deliver-webhook', async ({ announcementId }) => {
      seen.push(announcementId)
      await hanging.promise
    })
    await database.transaction().execute(async (transaction) => {
      for (let id = 401; id <= 430; id += 1) {
        await sender.sendLater(transaction, 'deliver-webhook', {
          announcementId: id,
          identification: id,
          receiver: 4,
        })
      }
    })
    await vi.waitFor(() => expect(seen).toHaveLength(10), { timeout: 10_000, interval: 20 })
    const stopped = worker.stop()
    hanging.resolve()
    await stopped
    started.pop()
    expect(seen).toHaveLength(10)
    const next = await startWorking()
    await next.work('deliver-webhook', async ({ announcementId }) => void seen.push(announcementId))
    await vi.waitFor(() => expect(seen).toHaveLength(30), { timeout: 20_000, interval: 50 })
    expect(new Set(seen).size).toBe(30)
  })

  test('a scene waits unclaimed for its place, so that it loses no try by the death of a worker under another', async () => {
    await sql`delete from queue.job where name = 'analyze-scene'`.execute(database)
    const worker = await startWorking()
    const hanging = Promise.withResolvers<void>()
    await worker.work('analyze-scene', () => hanging.promise)
    for (let sceneId = 11; sceneId <= 16; sceneId += 1) await send('analyze-scene', { sceneId })
    await vi.waitFor(
      async () =>
        expect((await statesOf('analyze-scene')).filter((state) => state === 'active')).toHaveLength(4),
      10_000,
    )
    expect((await statesOf('analyze-scene')).filter((state) => state === 'created')).toHaveLength(2)
    hanging.resolve()
    await vi.waitFor(
      async () => expect(new Set(await statesOf('analyze-scene'))).toEqual(new Set(['completed'])),
      10_000,
    )
  })

  test('the job of a killed worker is done by the next one at once', async () => {
    await send('analyze-scene', { sceneId: 4 })
    const child: ChildProcess = fork(new URL('./_worker-to-kill.ts', import.meta.url), [
      JSON.stringify(postgres.connection),
    ])
    expect((await once(child, 'message'))[0]).toBe(4)
    child.kill('SIGKILL')
    await once(child, 'exit')
    const beganMs = performance.now()
    const done = Promise.withResolvers<number>()
    const worker = await startWorking('retry')
    await worker.work('analyze-scene', async ({ sceneId }) => done.resolve(sceneId))
    expect(await done.promise).toBe(4)
    expect(performance.now() - beganMs).toBeLessThan(5_000)
  })
})
