import type pg from 'pg'
import type { SharedReads } from '../../reads/reads.ts'

/** A session that can tell whether it was given up. */
export type EndingSession = pg.Client & { isOver: boolean }

/** Opens a session whose statements are sent without waiting for the answers of those before. */
export type OpenSession = () => Promise<EndingSession>

/**
 * One session for the short reads of everybody: statements of many callers go out together and are answered in their
 * order, which costs a third of a session each. A session that ended is replaced at the next read.
 */
export class SharedSession implements SharedReads {
  private readonly open: OpenSession
  private session: Promise<EndingSession> | null = null

  constructor(open: OpenSession) {
    this.open = open
  }

  /** The rows of a statement that only reads. */
  async read(text: string, values: unknown[]): Promise<unknown[]> {
    this.session ??= this.open()
    const session = this.session
    const client = await session.catch((error: unknown) => {
      this.forget(session)
      throw error
    })
    if (client.isOver) {
      this.forget(session)
      return this.read(text, values)
    }
    const { rows } = await client.query(text, values)
    return rows
  }

  /** Ends the session when what was sent is answered. */
  async end(): Promise<void> {
    const ending = this.session
    this.session = null
    await (await ending?.catch(() => null))?.end()
  }

  private forget(session: Promise<EndingSession>): void {
    if (this.session === session) this.session = null
  }
}
