import type { Transaction } from 'kysely'
import type { Database } from '../database/database.ts'

/** Every job and its payload. */
export interface JobPayloads {
  'analyze-scene': { sceneId: number }
  /** Announcements of one `identification` (its resource number) are delivered one after the other, retries included. */
  'deliver-webhook': {
    announcementId: number
    identification: number
    /** A number of the receiver's own: few deliveries go to one at once. */
    receiver: number
  }
  'expire-identifications': Record<string, never>
  'forget-deliveries': Record<string, never>
  'anonymize-old': Record<string, never>
  'renew-signing-keys': Record<string, never>
  'seal-audit': Record<string, never>
  'forget-idempotency-keys': Record<string, never>
  /** The queue's own: it works and schedules it itself. */
  'free-lines': Record<string, never>
}

/** A job's name. */
export type JobName = keyof JobPayloads

/** A job that the clock starts; it has no payload. */
export type ScheduledJob = {
  [N in JobName]: JobPayloads[N] extends Record<string, never> ? N : never
}[JobName]

/** Jobs kept in PostgreSQL: sent inside the transaction that causes them, done at least once. */
export interface Queue {
  /** Enqueues a job in the caller's transaction; it runs only if that commits. */
  sendLater<N extends JobName>(
    transaction: Transaction<Database>,
    job: N,
    payload: JobPayloads[N],
  ): Promise<void>
  /** Starts working a job; a handler that throws is retried as its rule says (two retries, none for the scheduled one). */
  work<N extends JobName>(job: N, handler: (payload: JobPayloads[N]) => Promise<void>): Promise<void>
  /** Runs a job on a cron schedule, once over all processes. */
  schedule(job: ScheduledJob, cron: string): Promise<void>
  /** Finishes what is in flight, then stops. */
  stop(): Promise<void>
}
