import type { Kysely } from 'kysely'
import type { Account } from '../../domain/account.ts'
import { NEWEST_API_VERSION } from '../../domain/api-version.ts'
import type { Database } from '../platform/database/database.ts'
import { insertAccount } from './_account-rows.ts'

/** Writes a client organisation, pinned to the newest version of the API. */
export async function createAccount(
  database: Kysely<Database>,
  { name, certificatePolicy }: Omit<Account, 'id'>,
): Promise<Account> {
  const id = await insertAccount(database, {
    name,
    certificate_required: certificatePolicy === 'required',
    api_version: NEWEST_API_VERSION,
  })
  return { id, name, certificatePolicy }
}
