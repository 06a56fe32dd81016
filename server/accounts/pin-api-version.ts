import type { Kysely } from 'kysely'
import type { ApiVersion } from '../../domain/api-version.ts'
import { Problem } from '../../domain/problem.ts'
import type { Database } from '../platform/database/database.ts'
import { updateApiVersion } from './_account-rows.ts'

/** Has the answers to an account shaped as a version of the API has them. Throws `Problem('unknown_record')`. */
export async function pinApiVersion(
  database: Kysely<Database>,
  accountId: number,
  version: ApiVersion,
): Promise<void> {
  if ((await updateApiVersion(database, accountId, version)) === 0) {
    throw new Problem('unknown_record', `No account has the number ${accountId}`)
  }
}
