import { randomUUID } from 'node:crypto'
import type { Insertable, Transaction } from 'kysely'
import type { Client } from '../../domain/account.ts'
import type { Configuration } from '../../domain/configuration.ts'
import type { IdentificationForm } from '../../domain/identification-form.ts'
import type { Database } from '../platform/database/database.ts'
import type { DataKey, Keyring } from '../platform/keys/keys.ts'
import { PLACES } from './_sealed-places.ts'
import { hashUserId } from './listing/hash-user-id.ts'

/** A new identification and what it starts with. */
export interface NewIdentification {
  client: Client
  configuration: Configuration
  form: IdentificationForm
  keyring: Keyring
  now: Date
  /** When the link ends unless the applicant opens it. */
  expiresAt: Date
}

/** Writes an uninitiated identification with its identity and declared data; gives its UUID v4. */
export async function createIdentification(
  transaction: Transaction<Database>,
  { client, configuration, form, keyring, now, expiresAt }: NewIdentification,
): Promise<string> {
  const identificationId = randomUUID()
  const { id } = await transaction
    .insertInto('identifications')
    .values({
      identification_id: identificationId,
      account_id: client.account.id,
      configuration_id: configuration.id,
      environment: client.environment,
      status: 'uninitiated',
      created_at: now,
      updated_at: now,
      status_updated_at: now,
      expires_at: expiresAt,
      redirect_url: form.redirectUrl ?? configuration.redirectUrl,
      webhook: form.webhook ?? configuration.webhook,
      face_required: form.faceRequired ?? configuration.faceRequired,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const { dataKey, sealed } = keyring.makeDataKey(id)
  const userId = form.externalIdentity?.userId ?? null
  const userIdHash = userId === null ? null : hashUserId(keyring, client.account.id, userId)
  const key = { identification: id, sealed, name: dataKey.name, created_at: now }
  await saveRecords(transaction, key, { form, dataKey, userIdHash })
  return identificationId
}

/** The key and the records that it seals: each has its row from the start, which numbers it. */
async function saveRecords(
  transaction: Transaction<Database>,
  key: Insertable<Database['data_keys']>,
  { form, dataKey, userIdHash }: { form: IdentificationForm; dataKey: DataKey; userIdHash: Buffer | null },
): Promise<void> {
  const { identification } = key
  const { referenceData: declared, externalIdentity: external, placeOfResidence: residence } = form
  await transaction
    .with('key', (from) => from.insertInto('data_keys').values(key))
    .with('identity', (from) => from.insertInto('identities').values({ identification }))
    .insertInto('reference_data')
    .values({ identification, sealed: declared && dataKey.seal(PLACES.referenceData, declared) })
    .execute()
  if (residence) {
    await transaction
      .updateTable('identifications')
      .set({ residence_sealed: dataKey.seal(PLACES.residence, residence) })
      .where('id', '=', identification)
      .execute()
  }
  if (!external) return
  const sealed = dataKey.seal(PLACES.externalIdentity, external)
  await transaction
    .insertInto('external_identities')
    .values({ identification, sealed, user_id_hash: userIdHash })
    .execute()
}
