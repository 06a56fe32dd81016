import { setTimeout as wait } from 'node:timers/promises'
import type { Kysely } from 'kysely'
import type { Logger } from 'pino'
import type { Database } from '../platform/database/database.ts'
import type { Keyring } from '../platform/keys/keys.ts'
import type { AuditAct } from './audit-entry.ts'
import { noteActs } from './note-acts.ts'

/** How long reads are held at most before they are written together: what a crash may lose. */
const HELD_MS = 1_000
/** Different reads held at once, about 300 kB; what comes beyond is counted by account and action. */
const MAX_HELD = 1_000
/** Counts held beside them at most, so that no number of accounts makes it grow. */
const MAX_COUNTS = 1_000
/** What stands for the things of reads that are only counted. */
const UNNAMED = 'more than can be named'

/** What is needed to write them. */
export interface ReadNotesPlatform {
  database: Kysely<Database>
  keyring: Keyring
  log: Logger
}

interface HeldRead {
  act: AuditAct & { now: Date }
  times: number
}

/**
 * Acts that change nothing, held for a moment and written together, so that no reading waits for its note. The same
 * one, once more within the moment, is counted with the first: it is the first's request that is named.
 */
export class ReadNotes {
  private readonly platform: ReadNotesPlatform
  private held = new Map<string, HeldRead>()
  private counts = new Map<string, HeldRead>()
  private isDue = false
  private writing: Promise<void> = Promise.resolve()

  constructor(platform: ReadNotesPlatform) {
    this.platform = platform
  }

  /** Takes a note; writes nothing yet. */
  note(act: AuditAct & { now: Date }): void {
    const { actor, accountId, clientId, action, subject } = act
    const key = JSON.stringify([actor, accountId, clientId, action, subject])
    if (!this.count(this.held, key)) {
      if (this.held.size < MAX_HELD) this.held.set(key, { act, times: 1 })
      else this.countUnnamed(act)
    }
    if (!this.isDue) void this.flushLater()
  }

  /** Writes what is held. What cannot be written is told in the log, by its number, and gone. */
  flush(): Promise<void> {
    const reads = [...this.held.values(), ...this.counts.values()]
    this.held = new Map()
    this.counts = new Map()
    this.writing = this.writing.then(() => this.write(reads))
    return this.writing
  }

  /** Keeps no process alive: whoever ends one flushes. */
  private async flushLater(): Promise<void> {
    this.isDue = true
    await wait(HELD_MS, undefined, { ref: false })
    this.isDue = false
    await this.flush()
  }

  private count(reads: Map<string, HeldRead>, key: string): boolean {
    const read = reads.get(key)
    if (read) read.times += 1
    return read !== undefined
  }

  private countUnnamed(act: AuditAct & { now: Date }): void {
    const { actor, accountId, action } = act
    const key = JSON.stringify([actor, accountId, action])
    const whose = this.counts.has(key) || this.counts.size < MAX_COUNTS ? { key, accountId } : EVERYBODYS
    if (this.count(this.counts, whose.key)) return
    const unnamed = { ...act, accountId: whose.accountId, clientId: null, requestId: null, subject: UNNAMED }
    this.counts.set(whose.key, { act: { ...unnamed, detail: null }, times: 1 })
  }

  private async write(reads: readonly HeldRead[]): Promise<void> {
    const { database, keyring, log } = this.platform
    try {
      await noteActs(database, keyring, reads.map(entryOf))
    } catch (error) {
      const count = reads.reduce((sum, { times }) => sum + times, 0)
      log.error({ count, failure: (error as Error).name }, 'Reads could not be noted in the audit log')
    }
  }
}

const EVERYBODYS = { key: 'everybody', accountId: null }

function entryOf({ act, times }: HeldRead): AuditAct & { now: Date } {
  if (times === 1) return act
  const often = `${times} times`
  return { ...act, detail: act.detail === null ? often : `${act.detail}, ${often}` }
}
