import type { Kysely } from 'kysely'
import type { Account } from '../../domain/account.ts'
import type { Database } from '../platform/database/database.ts'
import { selectAccounts } from './_account-rows.ts'

/** Every client organisation, oldest first. */
export async function listAccounts(database: Kysely<Database>): Promise<Account[]> {
  const rows = await selectAccounts(database)
  return rows.map(({ id, name, certificate_required }) => ({
    id,
    name,
    certificatePolicy: certificate_required ? 'required' : 'optional',
  }))
}
