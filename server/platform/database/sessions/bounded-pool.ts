import pg from 'pg'
import { tellDatabaseFailure } from './tell-database-failure.ts'

/** A session whose statements end in time; one that does not answer is given up. */
class BoundedClient extends pg.Client {
  // biome-ignore lint/suspicious/noExplicitAny: the driver's overloads are passed on as they are
  override query(...given: any[]): any {
    const { query } = pg.Client.prototype as unknown as { query(...given: unknown[]): unknown }
    const result = query.apply(this, given)
    return result instanceof Promise ? result.catch((error: unknown) => this.fail(error)) : result
  }

  private fail(error: unknown): never {
    // The driver would hand the session on although it is over, or its answer is still owed.
    if (isLast(error)) void this.end().catch(() => {})
    throw tellDatabaseFailure(error)
  }
}

/**
 * Sessions of a process. What fails because the server is away, or busy for too long, is `Problem('unavailable')`:
 * no call waits longer than its limits, and later calls find the server again by themselves.
 */
export class BoundedPool extends pg.Pool {
  constructor(config: pg.PoolConfig) {
    super({ ...config, Client: BoundedClient })
    // A session that ends between the statements of a transaction would end the process.
    this.on('connect', (client) => client.on('error', () => {}))
  }

  // biome-ignore lint/suspicious/noExplicitAny: the driver's overloads are passed on as they are
  override connect(...given: any[]): any {
    const { connect } = pg.Pool.prototype as unknown as { connect(...given: unknown[]): unknown }
    const result = connect.apply(this, given)
    if (!(result instanceof Promise)) return result
    return result.catch((error: unknown) => {
      throw tellDatabaseFailure(error)
    })
  }
}

function isLast(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const isFatal = 'severity' in error && (error.severity === 'FATAL' || error.severity === 'PANIC')
  return isFatal || error.message === 'Query read timeout'
}
