import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import pino from 'pino'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { findPostmaster, type Postmaster } from './_postmaster.ts'
import { stopPostmaster } from './_stop-postmaster.ts'
import { connectDatabase } from './connect-database.ts'
import { lockData } from './data-lock.ts'
import { startEmbeddedPostgres } from './embedded-postgres.ts'

const log = pino({ level: 'silent' })
const SERVICE = new URL('./_service-to-kill.ts', import.meta.url)
let root: string
/** One for all tests but those that need a new one. */
let shared: string

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'vidimus-postgres-'))
  // As a home is: others may pass it.
  await chmod(root, 0o755)
  shared = join(root, 'shared')
})

afterEach(async () => {
  for (const name of await readdir(root)) await stopPostmaster(clusterOf(join(root, name)))
})

afterAll(() => rm(root, { recursive: true, force: true }))

function clusterOf(dataDirectory: string): string {
  return join(dataDirectory, 'postgres')
}

interface Told {
  connection?: { host: string }
  refusal?: string
  number?: number
}

function startService(dataDirectory = shared): ChildProcess {
  return fork(SERVICE, [dataDirectory])
}

async function listen(service: ChildProcess): Promise<Told> {
  return (await once(service, 'message'))[0]
}

async function kill(service: ChildProcess): Promise<void> {
  service.kill('SIGKILL')
  await once(service, 'exit')
}

/** Has a service commit numbers and kills it in the middle; gives the last number it told. */
async function killWhileCommitting(service: ChildProcess): Promise<number> {
  let last = 0
  service.on('message', (told: Told) => {
    last = told.number ?? last
  })
  service.send('commit')
  await vi.waitFor(() => expect(last).toBeGreaterThan(50), { timeout: 20_000, interval: 5 })
  await kill(service)
  return last
}

async function postmasterOf(dataDirectory: string): Promise<Postmaster> {
  const found = await findPostmaster(clusterOf(dataDirectory))
  if (found === null) throw new Error('Find the server: none runs')
  return found
}

async function countNumbers(dataDirectory = shared): Promise<{ count: number; readyMs: number }> {
  const beganMs = performance.now()
  const postgres = await startEmbeddedPostgres({ dataDirectory, log })
  const readyMs = performance.now() - beganMs
  const database = connectDatabase(postgres.connection, log)
  const { rows } = await sql<{ count: number }>`select count(*) as count from numbers`.execute(database)
  await database.destroy()
  await postgres.stop()
  return { count: rows[0].count, readyMs }
}

describe('the embedded PostgreSQL', { timeout: 90_000 }, () => {
  test('a killed service loses nothing it told, and its orphaned server is taken over in 2 s', async () => {
    const service = startService()
    await listen(service)
    const last = await killWhileCommitting(service)
    const orphan = await postmasterOf(shared)
    const { count, readyMs } = await countNumbers()
    expect(count).toBeGreaterThanOrEqual(last)
    expect(readyMs).toBeLessThan(2_000)
    expect(await findPostmaster(clusterOf(shared))).toBeNull()
    expect(orphan.pid).toBeGreaterThan(0)
  })

  test('a server killed with its service recovers everything that was told', async () => {
    const service = startService()
    await listen(service)
    let last = 0
    service.on('message', (told: Told) => {
      last = told.number ?? last
    })
    service.send('commit')
    await vi.waitFor(() => expect(last).toBeGreaterThan(50), { timeout: 20_000, interval: 5 })
    process.kill((await postmasterOf(shared)).pid, 'SIGKILL')
    await kill(service)
    expect((await countNumbers()).count).toBeGreaterThanOrEqual(last)
  })

  test('of two services that start at once on an empty directory exactly one gets it', async () => {
    const dataDirectory = join(root, 'contested')
    const services = [startService(dataDirectory), startService(dataDirectory)]
    const told = await Promise.all(services.map(listen))
    const winner = told.findIndex(({ connection }) => connection)
    const loser = 1 - winner
    expect(told[winner].connection).toBeDefined()
    expect(told[loser].refusal).toContain(dataDirectory)
    expect(told[loser].refusal).toContain(`pid ${services[winner].pid}`)
    if (services[loser].exitCode === null) await once(services[loser], 'exit')
    // The server outlives the loser, and nothing of its own making is left after the next start.
    const last = await killWhileCommitting(services[winner])
    expect((await countNumbers(dataDirectory)).count).toBeGreaterThanOrEqual(last)
    expect((await readdir(dataDirectory)).sort()).toEqual(['postgres', 'postgres.log'])
  })

  test('a directory whose service was killed is free for the next one', async () => {
    const first = startService()
    await listen(first)
    await kill(first)
    const second = startService()
    expect((await listen(second)).connection).toBeDefined()
    await kill(second)
  })

  test('a server that dies comes back while its service runs, with the lock', async () => {
    const postgres = await startEmbeddedPostgres({ dataDirectory: shared, log })
    const onLost = vi.fn()
    const lock = await lockData({ connection: postgres.connection, dataDirectory: shared, log, onLost })
    const database = connectDatabase(postgres.connection, log)
    const { pid } = await postmasterOf(shared)
    process.kill(pid, 'SIGKILL')
    const held = sql<{ count: number }>`
      select count(*) as count from pg_locks where locktype = 'advisory'`
    await vi.waitFor(async () => expect((await held.execute(database)).rows[0].count).toBe(1), {
      timeout: 20_000,
      interval: 100,
    })
    expect((await postmasterOf(shared)).pid).not.toBe(pid)
    expect(onLost).not.toHaveBeenCalled()
    await database.destroy()
    await postgres.stop()
    await lock.release()
  })

  test.runIf(process.getuid?.() === 0)(
    'a server that dies comes back as the user it ran as, though the trial of that user would fail now',
    async () => {
      const postgres = await startEmbeddedPostgres({ dataDirectory: shared, log })
      const { pid } = await postmasterOf(shared)
      // The trial writes a file of this name.
      const obstacle = join(clusterOf(shared), 'vidimus-probe')
      await mkdir(obstacle)
      process.kill(pid, 'SIGKILL')
      await vi.waitFor(async () => expect((await postmasterOf(shared)).pid).not.toBe(pid), {
        timeout: 20_000,
        interval: 100,
      })
      await postgres.stop()
      await rm(obstacle, { recursive: true })
    },
  )

  test('a stale pid file that names a living stranger is no obstacle', async () => {
    const postgres = await startEmbeddedPostgres({ dataDirectory: shared, log })
    const { pid } = await postmasterOf(shared)
    const pidFile = join(clusterOf(shared), 'postmaster.pid')
    const text = await readFile(pidFile, 'utf8')
    await postgres.stop()
    await writeFile(pidFile, text.replace(String(pid), String(process.ppid)))
    const again = await startEmbeddedPostgres({ dataDirectory: shared, log })
    await again.stop()
  })

  test('the socket is reachable for its owner alone', async () => {
    const postgres = await startEmbeddedPostgres({ dataDirectory: shared, log })
    const runtime = await stat(join(postgres.connection.host, '..'))
    const directory = await stat(postgres.connection.host)
    const socket = await stat(join(postgres.connection.host, '.s.PGSQL.5432'))
    expect(runtime.mode & 0o077).toBe(0)
    expect(directory.mode & 0o077).toBe(0)
    expect(socket.mode & 0o077).toBe(0)
    await postgres.stop()
  })

  test('a log that grew large is moved aside', async () => {
    await writeFile(join(shared, 'postgres.log'), 'x'.repeat(5_000_001))
    const postgres = await startEmbeddedPostgres({ dataDirectory: shared, log })
    await postgres.stop()
    expect((await stat(join(shared, 'postgres.log'))).size).toBeLessThan(100_000)
    // The server of before may add its last line late.
    expect((await stat(join(shared, 'postgres.log.1'))).size).toBeGreaterThanOrEqual(5_000_001)
  })

  test.runIf(process.getuid?.() === 0)(
    'root may keep the data in a directory closed to everyone else',
    async () => {
      const closed = join(root, 'closed')
      await mkdir(closed, { mode: 0o700 })
      const postgres = await startEmbeddedPostgres({ dataDirectory: join(closed, 'data'), log })
      const database = connectDatabase(postgres.connection, log)
      const { rows } = await sql`select 1 as one`.execute(database)
      expect(rows).toEqual([{ one: 1 }])
      await database.destroy()
      await postgres.stop()
    },
  )
})
