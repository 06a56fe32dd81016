import type { Client } from '../../domain/account.ts'
import type { IdentificationForm } from '../../domain/identification-form.ts'
import type { IdentificationRecord } from '../../domain/identification-record.ts'
import { findConfiguration } from '../configurations/find-configuration.ts'
import { createIdentification } from '../identifications/create-identification.ts'
import { fetchIdentification } from './fetch.ts'
import type { JourneyContext } from './journey-context.ts'

/** A client creates an identification: its status is uninitiated and its link unopened. */
export async function create(
  context: JourneyContext,
  client: Client,
  form: IdentificationForm,
): Promise<IdentificationRecord> {
  const now = context.clock.now()
  const expiresAt = new Date(now.getTime() + context.unopenedLinkMs)
  const identificationId = await context.database.transaction().execute(async (transaction) => {
    const configuration = await findConfiguration(transaction, client.configurationId)
    const { keyring } = context
    return createIdentification(transaction, { client, configuration, form, keyring, now, expiresAt })
  })
  return fetchIdentification(context, client, identificationId)
}
