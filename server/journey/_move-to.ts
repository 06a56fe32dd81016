import type { Transaction } from 'kysely'
import type { Client } from '../../domain/account.ts'
import type { IdentificationStatus } from '../../domain/identification.ts'
import { noteAct } from '../audit/note-act.ts'
import { reserveNumbers } from '../checks/related/reserve-numbers.ts'
import { findConfiguration } from '../configurations/find-configuration.ts'
import { recordEvent } from '../events/record-event.ts'
import { changeStatus, type StatusChange } from '../identifications/change-status.ts'
import type { LockedIdentification } from '../identifications/lock-identification.ts'
import type { Database } from '../platform/database/database.ts'
import { announceStatus } from '../webhooks/announce-status.ts'
import type { JourneyContext } from './journey-context.ts'

/** Changes a status, announces the change and writes it into the feed of its account: all or nothing. */
export async function moveTo(
  context: JourneyContext,
  transaction: Transaction<Database>,
  {
    identification,
    client,
    ...change
  }: StatusChange & { identification: LockedIdentification; client?: Client },
): Promise<LockedIdentification> {
  const moved = await changeStatus(transaction, identification, change)
  if (moved.status === 'processing') await reserveNumbers(transaction, moved.id)
  if (moved.webhook !== null) {
    await announce(context, transaction, { moved, url: moved.webhook, now: change.now })
  }
  await noteAct(transaction, context.keyring, {
    // The applicant begins and leaves and the rest follows from it, unless a client did it.
    actor: client ? 'client' : isOfTheApplicant(moved.status) ? 'applicant' : 'service',
    accountId: moved.account_id,
    clientId: client?.clientId,
    requestId: client?.requestId,
    action: 'identification.moved',
    subject: `identification ${moved.identification_id}`,
    detail: moved.status,
    now: change.now,
  })
  await recordEvent(transaction, {
    account_id: moved.account_id,
    environment: moved.environment,
    identification_id: moved.identification_id,
    configuration_id: moved.configuration_id,
    status: moved.status,
    return_reason: moved.return_reason,
    error_type: moved.error_type,
    created_at: change.now,
  })
  return moved
}

function isOfTheApplicant(status: IdentificationStatus): boolean {
  return status === 'initiated' || status === 'aborted'
}

async function announce(
  { queue }: JourneyContext,
  transaction: Transaction<Database>,
  { moved, url, now }: { moved: LockedIdentification; url: string; now: Date },
): Promise<void> {
  const configuration = await findConfiguration(transaction, moved.configuration_id)
  await announceStatus(transaction, {
    queue,
    identification: moved.id,
    identificationId: moved.identification_id,
    configuration: { id: configuration.id, name: configuration.name },
    environment: moved.environment,
    url,
    status: moved.status,
    returnReason: moved.return_reason,
    now,
  })
}
