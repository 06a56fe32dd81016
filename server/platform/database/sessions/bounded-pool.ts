import pg from 'pg'
import { nameStatement } from './name-statement.ts'
import { SharedSession } from './shared-session.ts'
import { tellDatabaseFailure } from './tell-database-failure.ts'

/** A session whose statements end in time; one that does not answer is given up. */
class BoundedClient extends pg.Client {
  isOver = false

  constructor(config?: pg.ClientConfig) {
    super(config)
    this.once('end', () => {
      this.isOver = true
    })
  }

  // biome-ignore lint/suspicious/noExplicitAny: the driver's overloads are passed on as they are
  override query(...given: any[]): any {
    const { query } = pg.Client.prototype as unknown as { query(...given: unknown[]): unknown }
    const [text, values] = given
    const isPrepared = typeof text === 'string' && Array.isArray(values) && values.length > 0
    const asked = isPrepared ? [{ name: nameStatement(text), text, values }] : given
    const result = query.apply(this, asked)
    return result instanceof Promise ? result.catch((error: unknown) => this.fail(error)) : result
  }

  private fail(error: unknown): never {
    // The driver would hand the session on although it is over, or its answer is still owed.
    if (isLast(error)) {
      this.isOver = true
      void this.end().catch(() => {})
    }
    throw tellDatabaseFailure(error)
  }
}

/**
 * Sessions of a process. What fails because the server is away, or busy for too long, is `Problem('unavailable')`:
 * no call waits longer than its limits, and later calls find the server again by themselves.
 */
export class BoundedPool extends pg.Pool {
  /** Reads of all callers, beside the sessions that one caller has to itself. */
  readonly shared: SharedSession

  constructor(config: pg.PoolConfig) {
    super({ ...config, Client: BoundedClient })
    // A session that ends between the statements of a transaction would end the process.
    this.on('connect', (client) => client.on('error', () => {}))
    this.shared = new SharedSession(async () => {
      const client = new BoundedClient({ ...config, pipeline: true } as pg.ClientConfig)
      client.on('error', () => {})
      await client.connect().catch((error: unknown) => {
        throw tellDatabaseFailure(error)
      })
      return client
    })
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

  // biome-ignore lint/suspicious/noExplicitAny: the driver's overloads are passed on as they are
  override end(...given: any[]): any {
    const { end } = pg.Pool.prototype as unknown as { end(...given: unknown[]): unknown }
    void this.shared.end().catch(() => {})
    return end.apply(this, given)
  }
}

function isLast(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const isFatal = 'severity' in error && (error.severity === 'FATAL' || error.severity === 'PANIC')
  return isFatal || error.message === 'Query read timeout'
}
