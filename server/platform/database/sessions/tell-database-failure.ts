import { Problem } from '../../../../domain/problem.ts'

/**
 * SQLSTATEs after which the same request may succeed a little later (PostgreSQL, "Error Codes"): the connection
 * is lost (08), room is short (53), the server stops or starts (57P01-57P05), a statement or a lock took too long
 * (57014, 55P03), two transactions met (40001, 40P01).
 */
const PASSING_STATES = /^(?:08...|53...|57P0[1-5]|57014|55P03|40001|40P01)$/

/** How the system says that nobody listens, or no longer. */
const SYSTEM_CODES = new Set([
  'ENOENT',
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'EAGAIN',
  'EACCES',
])

/** What the driver says without a code. */
const DRIVER_MESSAGES = new Set([
  'timeout exceeded when trying to connect',
  'Connection terminated due to connection timeout',
  'Connection terminated unexpectedly',
  'Connection terminated',
  'Client has encountered a connection error and is not queryable',
  'Client was closed and is not queryable',
  'Query read timeout',
])

/** A failure of the driver as the service tells it: `Problem('unavailable')` where waiting helps, else itself. */
export function tellDatabaseFailure(error: unknown): unknown {
  if (!(error instanceof Error) || !isPassing(error)) return error
  return Object.assign(new Problem('unavailable', 'The service cannot answer now'), { cause: error })
}

function isPassing(error: Error): boolean {
  const code = 'code' in error ? String(error.code) : ''
  return PASSING_STATES.test(code) || SYSTEM_CODES.has(code) || DRIVER_MESSAGES.has(error.message)
}
