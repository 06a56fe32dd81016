import { hostname } from 'node:os'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import type { Logger } from 'pino'
import type { DatabaseConnection } from './database.ts'

/** Number of the advisory lock that a running Vidimus holds: the letters VIDI. */
const LOCK_KEY = 0x56494449
/** Beginning of the session name that tells others who holds it. */
const SESSION_NAME = 'vidimus lock '
/** A session name holds 63 bytes. */
const LONGEST_SESSION_NAME = 63
/** A killed process's session ends within this time; a living one keeps the lock. */
const DEAD_HOLDER_WAIT_MS = 3_000
/** How often the lock is asked for within that time. */
const ASK_INTERVAL_MS = 25
/** How often a server that went away is asked. */
const RETAKE_INTERVAL_MS = 100
/** After the server died and came back, the lock is taken again within this time or given up. */
const RECOVER_WAIT_MS = 30_000

/** A data directory held by this process. */
export interface DataLock {
  /** Gives the directory free; after the embedded server was stopped, so that nobody attaches to a stopping one. */
  release(): Promise<void>
}

/** What is locked and who is told when the lock is lost for good. */
export interface DataLockOptions {
  connection: DatabaseConnection
  /** Named in the message that a second process gets. */
  dataDirectory: string
  log: Logger
  /** The lock went to another process or the server stays away: this process must end. */
  onLost(): void
}

/**
 * Takes the data directory for this process: a PostgreSQL advisory lock on a session of its own, which frees
 * itself when the process is killed. Throws with the directory and the pid of the holder when it is taken.
 */
export async function lockData(options: DataLockOptions): Promise<DataLock> {
  const held = { isReleased: false, client: await takeLock(options) }
  const keep = (client: pg.Client) => {
    held.client = client
    client.once('end', () => {
      if (!held.isReleased) retakeLock(options, held).then(keep, lose)
    })
  }
  const lose = (error: Error) => {
    if (held.isReleased) return
    options.log.error({ err: error }, 'The data directory is no longer held')
    options.onLost()
  }
  keep(held.client)
  return {
    async release() {
      held.isReleased = true
      await held.client.end().catch(() => {})
    },
  }
}

async function takeLock(options: DataLockOptions): Promise<pg.Client> {
  const client = await openSession(options.connection)
  const deadline = performance.now() + DEAD_HOLDER_WAIT_MS
  for (;;) {
    if (await tryLock(client)) return client
    const holder = await findHolder(client)
    // No holder: it has just ended; a dead one: its session is about to end.
    const canWait = performance.now() < deadline && (holder === null || isDead(holder))
    if (!canWait) {
      await client.end()
      throw new Error(
        `Use the data directory ${options.dataDirectory}: another Vidimus holds it (${holder ?? 'unknown process'}); ` +
          'stop that one, or set VIDIMUS_DATA to another directory',
      )
    }
    await wait(ASK_INTERVAL_MS)
  }
}

/** The session ended: the server restarts after a crash, so the lock is taken anew as soon as it answers. */
async function retakeLock(options: DataLockOptions, held: { isReleased: boolean }): Promise<pg.Client> {
  const deadline = performance.now() + RECOVER_WAIT_MS
  while (performance.now() < deadline && !held.isReleased) {
    await wait(RETAKE_INTERVAL_MS)
    const client = await openSession(options.connection).catch(() => null)
    if (client === null) continue
    if (!held.isReleased && (await tryLock(client).catch(() => false))) return client
    const holder = await findHolder(client).catch(() => null)
    await client.end().catch(() => {})
    if (holder !== null) throw new Error(`Keep ${options.dataDirectory}: another Vidimus took it (${holder})`)
  }
  throw new Error(`Keep ${options.dataDirectory}: the database does not answer`)
}

async function openSession(connection: DatabaseConnection): Promise<pg.Client> {
  const name = `${SESSION_NAME}pid ${process.pid} on ${hostname()}`.slice(0, LONGEST_SESSION_NAME)
  const client = new pg.Client({ ...connection, application_name: name, keepAlive: true })
  // The end of the session is what matters; it comes after every error.
  client.on('error', () => {})
  await client.connect()
  return client
}

async function tryLock(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query('select pg_try_advisory_lock($1) as is_taken', [LOCK_KEY])
  return rows[0].is_taken
}

/** The holder as 'pid 123 on host'; null when the lock is free. */
async function findHolder(client: pg.Client): Promise<string | null> {
  const { rows } = await client.query(
    `select application_name from pg_stat_activity where pid in (
       select pid from pg_locks where locktype = 'advisory' and granted and classid = 0 and objid = $1 and objsubid = 1
     )`,
    [LOCK_KEY],
  )
  return rows.length === 0 ? null : rows[0].application_name.replace(SESSION_NAME, '')
}

function isDead(holder: string): boolean {
  const match = /^pid (\d+) on (.*)$/.exec(holder)
  if (match === null || !hostname().startsWith(match[2])) return false
  try {
    process.kill(Number(match[1]), 0)
    return false
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH'
  }
}
