import type { Kysely } from 'kysely'
import type { ApiVersion } from '../../domain/api-version.ts'
import type { Database } from '../platform/database/database.ts'
import { selectApiVersion } from './_account-rows.ts'

/** The version an account is pinned to; null where there is no such account. */
export async function findApiVersion(
  database: Kysely<Database>,
  accountId: number,
): Promise<ApiVersion | null> {
  return (await selectApiVersion(database, accountId))?.api_version ?? null
}
