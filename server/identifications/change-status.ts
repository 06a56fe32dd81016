import type { Transaction, Updateable } from 'kysely'
import { canChange, type IdentificationStatus } from '../../domain/identification.ts'
import type { ErrorType, ReturnReason } from '../../domain/return-reason.ts'
import type { Score } from '../../domain/score.ts'
import type { Database, IdentificationsTable } from '../platform/database/database.ts'
import type { LockedIdentification } from './lock-identification.ts'

/** A status to write and what belongs to it. */
export interface StatusChange {
  to: IdentificationStatus
  now: Date
  /** Only with `aborted`. */
  left?: { returnReason: ReturnReason; errorType: ErrorType | null }
  /** Only with `processed`. */
  score?: Score
}

/**
 * The one writer of a status; the caller holds the row (`lockIdentification`) and announces the change
 * in the same transaction. Throws an Error for a change that the table of the domain does not allow.
 */
export async function changeStatus(
  transaction: Transaction<Database>,
  identification: LockedIdentification,
  change: StatusChange,
): Promise<LockedIdentification> {
  if (!canChange(identification.status, change.to)) {
    throw new Error(`Status ${identification.status} of ${identification.id} cannot become ${change.to}`)
  }
  return transaction
    .updateTable('identifications')
    .set(columnsOf(identification, change))
    .where('id', '=', identification.id)
    .returningAll()
    .executeTakeFirstOrThrow()
}

function columnsOf(
  identification: LockedIdentification,
  { to, now, left, score }: StatusChange,
): Updateable<IdentificationsTable> {
  return {
    status: to,
    status_updated_at: now,
    updated_at: now,
    started_at: to === 'initiated' ? now : identification.started_at,
    ended_at: to === 'processed' ? now : null,
    return_reason: left?.returnReason ?? null,
    error_type: left?.errorType ?? null,
    score: score ?? null,
  }
}
