import { spawn, spawnSync } from 'node:child_process'
import { closeSync, openSync, readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { DATABASE_USER } from './_postgres-cluster.ts'
import { makeSocketDirectory } from './_postgres-runtime.ts'
import type { PostgresUser } from './_postgres-user.ts'

/** Database that initdb makes and that Vidimus uses; the cluster is its own. */
export const DATABASE_NAME = 'postgres'
/** A server that accepts connections answers at once. */
const CONNECT_TIMEOUT_MS = 2_000
/** Sessions over all of Vidimus's processes, with room to spare. */
const MAX_CONNECTIONS = 100

/** A running server as its pid file tells. */
export interface Postmaster {
  pid: number
  socketDirectory: string
  /** Whether it says that it takes sessions; while it recovers or stops it does not. */
  isReady: boolean
}

/** What a server is started with. */
export interface PostmasterPlan {
  postgres: string
  clusterDirectory: string
  runtimeDirectory: string
  logFile: string
  /** Whom the server runs as; asked only when one is started, for it tries out who reaches what. Throws when nobody does. */
  chooseUser(): PostgresUser
  environment: Record<string, string>
}

/**
 * Starts a server in a session of its own, so that a Ctrl-C on the terminal leaves it to us to stop.
 * The promise of `exited` resolves when it ends.
 */
export async function launchPostmaster(plan: PostmasterPlan): Promise<{ exited: Promise<void> }> {
  const user = plan.chooseUser()
  const settings = [
    'listen_addresses=',
    `unix_socket_directories=${await makeSocketDirectory(plan.runtimeDirectory, user.owner)}`,
    'unix_socket_permissions=0700',
    `max_connections=${MAX_CONNECTIONS}`,
    'timezone=UTC',
    'log_timezone=UTC',
    'log_checkpoints=off',
    // Statements and details of errors hold values, and values are personal data.
    'log_min_error_statement=panic',
    'log_error_verbosity=terse',
  ]
  const options = settings.flatMap((setting) => ['-c', setting])
  const words = [...user.prefix, plan.postgres, '-D', plan.clusterDirectory, '-p', '5432', ...options]
  const log = openSync(plan.logFile, 'a', 0o600)
  const child = spawn(words[0], words.slice(1), {
    ...user.identity,
    cwd: '/',
    env: plan.environment,
    stdio: ['ignore', log, log],
    detached: true,
  })
  closeSync(log)
  child.unref()
  const exited = new Promise<void>((resolve) => {
    child.once('exit', () => resolve())
    child.once('error', () => resolve())
  })
  return { exited }
}

/** The server that holds a cluster; null when none does (a stale pid file counts as none). */
export async function findPostmaster(clusterDirectory: string): Promise<Postmaster | null> {
  const text = await readFile(pidFile(clusterDirectory), 'utf8').catch(() => null)
  if (text === null) return null
  // Lines of postmaster.pid: pid, data directory, start time, port, socket directory, address, memory key, status.
  const lines = text.split('\n')
  const pid = Number(lines[0])
  if (!Number.isSafeInteger(pid) || pid <= 0 || !isPostmasterOf(pid, clusterDirectory)) return null
  return { pid, socketDirectory: lines[4] ?? '', isReady: lines[7]?.trim() === 'ready' }
}

/** The file in which a server writes its pid. */
export function pidFile(clusterDirectory: string): string {
  return join(clusterDirectory, 'postmaster.pid')
}

/** Whether a server answers on its socket. */
export async function isAnswering(postmaster: Postmaster): Promise<boolean> {
  if (!postmaster.isReady) return false
  const client = new pg.Client({
    host: postmaster.socketDirectory,
    user: DATABASE_USER,
    database: DATABASE_NAME,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
  })
  client.on('error', () => {})
  try {
    await client.connect()
    await client.query('select 1')
    return true
  } catch {
    return false
  } finally {
    await client.end().catch(() => {})
  }
}

/** Whether a process is the server of a cluster: it lives, is no zombie, and was started on that directory. */
function isPostmasterOf(pid: number, clusterDirectory: string): boolean {
  if (process.platform === 'linux') {
    try {
      // A zombie's command line is empty.
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').includes(clusterDirectory)
    } catch {
      return false
    }
  }
  const { stdout } = spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' })
  return stdout.includes(clusterDirectory)
}
