import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import type { Logger } from 'pino'
import { readBigint } from './_read-bigint.ts'
import type { Database, DatabaseConnection } from './database.ts'

/** Sessions a process holds at most; the server takes 100 over all processes. */
const MAX_SESSIONS = 12
/** A session is had within this time or the request fails. */
const CONNECT_TIMEOUT_MS = 5_000
/** No statement of ours takes a tenth of this; one that does must not hold its locks. */
const STATEMENT_TIMEOUT_MS = 15_000

/**
 * Opens the typed database. Values arrive as: bigint -> safe integer, date -> 'YYYY-MM-DD', timestamptz -> Date
 * (milliseconds). `destroy()` closes it.
 */
export function connectDatabase(connection: DatabaseConnection, log: Logger): Kysely<Database> {
  const pool = new pg.Pool({
    ...connection,
    max: MAX_SESSIONS,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    statement_timeout: STATEMENT_TIMEOUT_MS,
    application_name: `vidimus ${process.pid}`,
    types: { getTypeParser },
  })
  // Without a listener, a session that ends while it is idle would end the process.
  pool.on('error', (error) => log.warn({ err: error }, 'A database session ended'))
  return new Kysely<Database>({ dialect: new PostgresDialect({ pool }) })
}

function getTypeParser(...[type, format]: Parameters<typeof pg.types.getTypeParser>) {
  if (format !== 'binary' && type === pg.types.builtins.INT8) return readBigint
  if (format !== 'binary' && type === pg.types.builtins.DATE) return (text: string) => text
  return pg.types.getTypeParser(type, format)
}
