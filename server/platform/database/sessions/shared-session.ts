import type pg from 'pg'
import type { SharedReads } from '../../reads/reads.ts'

/** Opens a session whose statements are sent without waiting for the answers of those before. */
export type OpenSession = () => Promise<pg.Client>

/**
 * One session for the short reads of everybody: statements of many callers go out together and are answered in their
 * order, which costs a third of a session each. A session that ended is replaced at the next read.
 */
export class SharedSession implements SharedReads {
  private readonly open: OpenSession
  private session: Promise<pg.Client> | null = null

  constructor(open: OpenSession) {
    this.open = open
  }

  /** The rows of a statement that only reads. */
  async read(text: string, values: unknown[]): Promise<unknown[]> {
    const client = await this.client()
    const { rows } = await client.query(text, values)
    return rows
  }

  /** Ends the session when what was sent is answered. */
  async end(): Promise<void> {
    const ending = this.session
    this.session = null
    await (await ending?.catch(() => null))?.end()
  }

  private client(): Promise<pg.Client> {
    if (this.session) return this.session
    const session = this.open()
    this.session = session
    const forget = () => {
      if (this.session === session) this.session = null
    }
    session.then((client) => client.once('end', forget).on('error', forget), forget)
    return session
  }
}
