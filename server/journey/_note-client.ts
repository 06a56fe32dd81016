import type { Kysely } from 'kysely'
import type { Client } from '../../domain/account.ts'
import { noteAct } from '../audit/note-act.ts'
import type { Database } from '../platform/database/database.ts'
import type { JourneyContext } from './journey-context.ts'

/** What a client did to an identification. */
export interface ClientAct {
  client: Client
  action: string
  identificationId: string
}

/** Notes what a client did in the audit log: in the act's transaction where it changes something. */
export function noteClient(
  { keyring, clock }: JourneyContext,
  database: Kysely<Database>,
  { client, action, identificationId }: ClientAct,
): Promise<void> {
  return noteAct(database, keyring, {
    actor: 'client',
    accountId: client.account.id,
    clientId: client.clientId,
    requestId: client.requestId,
    action,
    subject: `identification ${identificationId}`,
    detail: client.environment,
    now: clock.now(),
  })
}
