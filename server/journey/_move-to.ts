import type { Transaction } from 'kysely'
import { findConfiguration } from '../configurations/find-configuration.ts'
import { changeStatus, type StatusChange } from '../identifications/change-status.ts'
import type { LockedIdentification } from '../identifications/lock-identification.ts'
import type { Database } from '../platform/database/database.ts'
import { announceStatus } from '../webhooks/announce-status.ts'
import type { JourneyContext } from './journey-context.ts'

/** Changes a status and announces the change, both or neither. */
export async function moveTo(
  { queue }: JourneyContext,
  transaction: Transaction<Database>,
  { identification, ...change }: StatusChange & { identification: LockedIdentification },
): Promise<LockedIdentification> {
  const moved = await changeStatus(transaction, identification, change)
  if (moved.webhook === null) return moved
  const configuration = await findConfiguration(transaction, moved.configuration_id)
  await announceStatus(transaction, {
    queue,
    identification: moved.id,
    identificationId: moved.identification_id,
    configuration: { id: configuration.id, name: configuration.name },
    environment: moved.environment,
    url: moved.webhook,
    status: moved.status,
    returnReason: moved.return_reason,
    now: change.now,
  })
  return moved
}
