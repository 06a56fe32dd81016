import type { Kysely } from 'kysely'
import type { Account } from '../../domain/account.ts'
import { Problem } from '../../domain/problem.ts'
import type { Database } from '../platform/database/database.ts'
import { listAccounts } from './list-accounts.ts'

/** The account of a number. Throws `Problem('unknown_record')`. */
export async function assertAccount(database: Kysely<Database>, id: number): Promise<Account> {
  const account = (await listAccounts(database)).find((one) => one.id === id)
  if (!account) throw new Problem('unknown_record', 'No account has this id')
  return account
}
