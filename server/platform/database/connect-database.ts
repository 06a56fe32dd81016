import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import type { Logger } from 'pino'
import { shareReads } from '../reads/reads.ts'
import { readBigint } from './_read-bigint.ts'
import type { Database, DatabaseConnection } from './database.ts'
import { BoundedPool } from './sessions/bounded-pool.ts'

/** Sessions a process holds at most; the server takes 100 over all processes. */
const MAX_SESSIONS = 12

/** How long the database may keep a caller waiting, milliseconds. */
export interface DatabaseLimits {
  /** A session is had within this time or the request fails. */
  connectMs: number
  /** The server ends a statement after this time. */
  statementMs: number
  /** A statement whose answer has not come by then fails, whatever became of the server. */
  answerMs: number
}

/** No statement of ours takes a tenth of this; one that does must not hold its locks. */
const LIMITS: DatabaseLimits = { connectMs: 5_000, statementMs: 15_000, answerMs: 20_000 }

/**
 * Opens the typed database. Values arrive as: bigint -> safe integer, date -> 'YYYY-MM-DD', timestamptz -> Date
 * (milliseconds). While the server is away every call throws `Problem('unavailable')`; once it is back, calls
 * succeed again. `destroy()` closes it.
 */
export function connectDatabase(
  connection: DatabaseConnection,
  log: Logger,
  limits: DatabaseLimits = LIMITS,
): Kysely<Database> {
  const pool = new BoundedPool({
    ...connection,
    max: MAX_SESSIONS,
    connectionTimeoutMillis: limits.connectMs,
    statement_timeout: limits.statementMs,
    query_timeout: limits.answerMs,
    application_name: `vidimus ${process.pid}`,
    types: { getTypeParser },
  })
  // Without a listener, a session that ends while it is idle would end the process.
  pool.on('error', (error) => log.warn({ err: error }, 'A database session ended'))
  const database = new Kysely<Database>({ dialect: new PostgresDialect({ pool }) })
  shareReads(database, pool.shared)
  return database
}

function getTypeParser(...[type, format]: Parameters<typeof pg.types.getTypeParser>) {
  if (format !== 'binary' && type === pg.types.builtins.INT8) return readBigint
  if (format !== 'binary' && type === pg.types.builtins.DATE) return (text: string) => text
  return pg.types.getTypeParser(type, format)
}
