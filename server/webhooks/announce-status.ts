import type { Transaction } from 'kysely'
import type { Environment } from '../../domain/environment.ts'
import type { IdentificationStatus } from '../../domain/identification.ts'
import type { ReturnReason } from '../../domain/return-reason.ts'
import type { Database } from '../platform/database/database.ts'
import type { Queue } from '../platform/queue/queue.ts'
import { enqueueAnnouncement } from './_enqueue-announcement.ts'

/** A status change to tell a client, and where. */
export interface StatusToAnnounce {
  queue: Queue
  /** Resource number; null for a standard answer, which has none. */
  identification: number | null
  identificationId: string
  configuration: { id: number; name: string }
  environment: Environment
  url: string
  status: IdentificationStatus
  /** Told with `aborted`. */
  returnReason: ReturnReason | null
  now: Date
}

/**
 * Writes the announcement of a status and the job that delivers it, in the transaction that changes the
 * status: all of it happens or nothing does, and no receiver hears of a status that cannot be fetched yet.
 */
export async function announceStatus(
  transaction: Transaction<Database>,
  { queue, ...told }: StatusToAnnounce,
): Promise<void> {
  await enqueueAnnouncement(transaction, queue, {
    identification: told.identification,
    identification_id: told.identificationId,
    configuration_id: told.configuration.id,
    configuration_name: told.configuration.name,
    environment: told.environment,
    url: told.url,
    status: told.status,
    return_reason: told.returnReason,
    created_at: told.now,
    resend_of: null,
  })
}
