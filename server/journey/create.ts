import type { Client } from '../../domain/account.ts'
import type { Idempotency, IdentificationForm } from '../../domain/identification-form.ts'
import type { IdentificationRecord } from '../../domain/identification-record.ts'
import { findConfiguration } from '../configurations/find-configuration.ts'
import { createIdentification } from '../identifications/create-identification.ts'
import { bindKey } from '../identifications/idempotency/bind-key.ts'
import { claimKey } from '../identifications/idempotency/claim-key.ts'
import { noteClient } from './_note-client.ts'
import { fetchIdentification } from './fetch.ts'
import type { JourneyContext } from './journey-context.ts'

/** What a client asks for, and by what the same request is known when it comes again. */
export interface CreateRequest extends IdentificationForm {
  idempotency?: Idempotency | null
}

/**
 * A client creates an identification: its status is uninitiated and its link unopened. A request that comes again
 * under its key gets the one that the first created, as it is by then.
 */
export async function create(
  context: JourneyContext,
  client: Client,
  { idempotency = null, ...form }: CreateRequest,
): Promise<IdentificationRecord> {
  const now = context.clock.now()
  const expiresAt = new Date(now.getTime() + context.unopenedLinkMs)
  const { keyring } = context
  const configuration = await findConfiguration(context.database, client.configurationId)
  const identificationId = await context.database.transaction().execute(async (transaction) => {
    const earlier = idempotency && (await claimKey(transaction, { client, idempotency, now }))
    if (earlier) return earlier
    const wanted = { client, configuration, form, keyring, now, expiresAt }
    const identificationId = await createIdentification(transaction, wanted)
    await noteClient(context, transaction, { client, action: 'identification.created', identificationId })
    if (idempotency) await bindKey(transaction, { client, idempotency, identificationId })
    return identificationId
  })
  return fetchIdentification(context, client, identificationId)
}
