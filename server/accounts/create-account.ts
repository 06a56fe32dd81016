import type { Kysely } from 'kysely'
import type { Account } from '../../domain/account.ts'
import type { Database } from '../platform/database/database.ts'
import { insertAccount } from './_account-rows.ts'

/** Writes a client organisation. */
export async function createAccount(
  database: Kysely<Database>,
  { name, certificatePolicy }: Omit<Account, 'id'>,
): Promise<Account> {
  const id = await insertAccount(database, { name, certificate_required: certificatePolicy === 'required' })
  return { id, name, certificatePolicy }
}
