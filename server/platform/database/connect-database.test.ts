import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Kysely, sql } from 'kysely'
import pino from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { connectDatabase } from './connect-database.ts'
import type { Database } from './database.ts'
import { type EmbeddedPostgres, startEmbeddedPostgres } from './embedded-postgres.ts'
import { tellDatabaseFailure } from './sessions/tell-database-failure.ts'

const AWAY = { name: 'Problem', code: 'unavailable', message: 'The service cannot answer now' }
const log = pino({ level: 'silent' })
let folder: string
let postgres: EmbeddedPostgres
let database: Kysely<Database>

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'vidimus-away-'))
  postgres = await startEmbeddedPostgres({ dataDirectory: folder, log })
  database = connectDatabase(postgres.connection, log, {
    connectMs: 2_000,
    statementMs: 300,
    answerMs: 2_000,
  })
})

afterAll(async () => {
  await database.destroy()
  await postgres.stop()
  await rm(folder, { recursive: true, force: true })
})

const one = (from = database) => sql<{ one: number }>`select 1 as one`.execute(from)

test('A stopped server is away for every call, and found again once it is back', async () => {
  await one()
  await postgres.stop()
  for (let call = 0; call < 3; call += 1) await expect(one()).rejects.toMatchObject(AWAY)
  const begin = database.transaction().execute((transaction) => one(transaction as typeof database))
  await expect(begin).rejects.toMatchObject(AWAY)
  postgres = await startEmbeddedPostgres({ dataDirectory: folder, log })
  expect((await one()).rows).toEqual([{ one: 1 }])
})

test('A session that ends between two statements of a transaction fails that transaction alone', async () => {
  const cut = database.transaction().execute(async (transaction) => {
    const session = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(transaction)
    await sql`select pg_terminate_backend(${session.rows[0].pid}, 1000)`.execute(database)
    await one(transaction as typeof database)
  })
  await expect(cut).rejects.toMatchObject(AWAY)
  expect((await one()).rows).toEqual([{ one: 1 }])
})

test('A session that ends within a statement fails that statement alone', async () => {
  const cut = sql`select pg_terminate_backend(pg_backend_pid())`.execute(database)
  await expect(cut).rejects.toMatchObject(AWAY)
  expect((await one()).rows).toEqual([{ one: 1 }])
})

test('A statement that takes too long is ended by the server', async () => {
  await expect(sql`select pg_sleep(30)`.execute(database)).rejects.toMatchObject(AWAY)
})

test('A server that hangs keeps nobody waiting, and its sessions are not used again', async () => {
  const session = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(database)
  const { pid } = session.rows[0]
  process.kill(pid, 'SIGSTOP')
  try {
    await expect(one()).rejects.toMatchObject({ ...AWAY, cause: { message: 'Query read timeout' } })
    const next = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(database)
    expect(next.rows[0].pid).not.toBe(pid)
  } finally {
    process.kill(pid, 'SIGCONT')
  }
})

test('A caller that gets no session in time is told so', async () => {
  const narrow = connectDatabase(postgres.connection, log, {
    connectMs: 50,
    statementMs: 5_000,
    answerMs: 5_000,
  })
  const held = Promise.allSettled(Array.from({ length: 12 }, () => sql`select pg_sleep(1)`.execute(narrow)))
  await expect(one(narrow)).rejects.toMatchObject(AWAY)
  await held
  await narrow.destroy()
})

test.each(['08006', '53300', '57P01', '57P03', '57014', '40P01', 'ECONNREFUSED', 'ENOENT'])(
  'The code %s says that waiting helps',
  (code) => {
    expect(tellDatabaseFailure(Object.assign(new Error('x'), { code }))).toMatchObject(AWAY)
  },
)

test.each(['23505', '22021', '42P01', 'XX000'])('The code %s says that it does not', (code) => {
  const error = Object.assign(new Error('x'), { code })
  expect(tellDatabaseFailure(error)).toBe(error)
})
