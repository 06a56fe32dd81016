import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Kysely, sql } from 'kysely'
import pino from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { connectDatabase } from '../database/connect-database.ts'
import type { Database } from '../database/database.ts'
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../database/embedded-postgres.ts'
import { prepareRead } from './reads.ts'

const log = pino({ level: 'silent' })
let folder: string
let postgres: EmbeddedPostgres
let database: Kysely<Database>

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'vidimus-reads-'))
  postgres = await startEmbeddedPostgres({ dataDirectory: folder, log })
  database = connectDatabase(postgres.connection, log, {
    connectMs: 2_000,
    statementMs: 500,
    answerMs: 2_000,
  })
})

afterAll(async () => {
  await database.destroy()
  await postgres.stop()
  await rm(folder, { recursive: true, force: true })
})

const readSession = prepareRead((from, { times }: { times: number }) =>
  from.selectNoFrom([sql<number>`pg_backend_pid()`.as('pid'), sql<number>`2 * ${times}::int`.as('doubled')]),
)
const divide = prepareRead((from, { by }: { by: number }) =>
  from.selectNoFrom(sql<number>`60 / ${by}::int`.as('share')),
)
const sleep = prepareRead((from, { seconds }: { seconds: number }) =>
  from.selectNoFrom(sql`pg_sleep(${seconds})`.as('nothing')),
)

test('Reads of many callers share a session, each with its own values', async () => {
  const reads = await Promise.all([1, 2, 3].map((times) => readSession(database, { times })))
  expect(reads.map(([{ doubled }]) => doubled)).toEqual([2, 4, 6])
  expect(new Set(reads.map(([{ pid }]) => pid)).size).toBe(1)
})

test('In a transaction a read sees what the transaction sees', async () => {
  await database.transaction().execute(async (transaction) => {
    const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(transaction)
    const [read] = await readSession(transaction, { times: 1 })
    expect(read.pid).toBe(rows[0].pid)
  })
})

test('A read that fails fails alone', async () => {
  const shares = await Promise.allSettled([2, 0, 3].map((by) => divide(database, { by })))
  expect(shares).toMatchObject([
    { status: 'fulfilled', value: [{ share: 30 }] },
    { status: 'rejected', reason: { code: '22012' } },
    { status: 'fulfilled', value: [{ share: 20 }] },
  ])
})

test('A read that takes too long is ended, and those behind it are answered', async () => {
  const [slow, next] = await Promise.allSettled([
    sleep(database, { seconds: 30 }),
    divide(database, { by: 4 }),
  ])
  expect(slow).toMatchObject({ status: 'rejected', reason: { code: 'unavailable' } })
  expect(next).toMatchObject({ status: 'fulfilled', value: [{ share: 15 }] })
})

test('A session that ended, or hangs, is unavailable for those it served and replaced for the next', async () => {
  const [{ pid }] = await readSession(database, { times: 1 })
  process.kill(pid, 'SIGSTOP')
  const hung = await Promise.allSettled([1, 2].map((times) => readSession(database, { times })))
  await sql`select pg_terminate_backend(${pid})`.execute(database)
  process.kill(pid, 'SIGCONT')
  for (const one of hung) expect(one).toMatchObject({ status: 'rejected', reason: { code: 'unavailable' } })
  const [next] = await readSession(database, { times: 1 })
  expect(next.pid).not.toBe(pid)
  await sql`select pg_terminate_backend(${next.pid}, 1000)`.execute(database)
  await expect
    .poll(() =>
      readSession(database, { times: 1 }).then(
        ([{ doubled }]) => doubled,
        () => 0,
      ),
    )
    .toBe(2)
})

test('While the server is away every read is told so, and once it is back they succeed', async () => {
  await postgres.stop()
  await expect(divide(database, { by: 1 })).rejects.toMatchObject({ code: 'unavailable' })
  await expect(divide(database, { by: 1 })).rejects.toMatchObject({ code: 'unavailable' })
  postgres = await startEmbeddedPostgres({ dataDirectory: folder, log })
  expect(await divide(database, { by: 1 })).toEqual([{ share: 60 }])
})
