import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Kysely } from 'kysely'
import pino from 'pino'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { connectDatabase } from '../database/connect-database.ts'
import type { Database } from '../database/database.ts'
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../database/embedded-postgres.ts'
import { startQueue } from './pg-boss.ts'
import type { Queue } from './queue.ts'

const log = pino({ level: 'silent' })
let dataDirectory: string
let postgres: EmbeddedPostgres
let database: Kysely<Database>
let sender: Queue
let worker: Queue

beforeAll(async () => {
  dataDirectory = await mkdtemp(join(tmpdir(), 'vidimus-queue-'))
  postgres = await startEmbeddedPostgres({ dataDirectory, log })
  database = connectDatabase(postgres.connection, log)
  sender = await startQueue({ connection: postgres.connection, role: 'send', log })
}, 60_000)

afterAll(async () => {
  await worker?.stop()
  await sender?.stop()
  await database?.destroy()
  await postgres?.stop()
  await rm(dataDirectory, { recursive: true, force: true })
}, 60_000)

/** A promise and what settles it. */
function signal<T>() {
  return Promise.withResolvers<T>()
}

describe('the queue', { timeout: 40_000 }, () => {
  test('a job of a transaction that rolled back never runs', async () => {
    const done = signal<void>()
    const seen: number[] = []
    const failing = database.transaction().execute(async (transaction) => {
      await sender.sendLater(transaction, 'analyze-scene', { sceneId: 1 })
      throw new Error('rolled back')
    })
    await expect(failing).rejects.toThrow('rolled back')
    await database
      .transaction()
      .execute((transaction) => sender.sendLater(transaction, 'analyze-scene', { sceneId: 2 }))
    worker = await startQueue({ connection: postgres.connection, role: 'work', log })
    await worker.work('analyze-scene', async ({ sceneId }) => {
      seen.push(sceneId)
      done.resolve()
    })
    await done.promise
    expect(seen).toEqual([2])
  })

  test('a webhook is tried three times in all, then kept as failed', async () => {
    const tries: number[] = []
    await worker.work('deliver-webhook', async () => {
      tries.push(performance.now())
      throw new Error('refused')
    })
    await database
      .transaction()
      .execute((transaction) =>
        sender.sendLater(transaction, 'deliver-webhook', { announcementId: 1, identification: 7 }),
      )
    await vi.waitFor(() => expect(tries).toHaveLength(3), { timeout: 20_000, interval: 100 })
  })
})
