import type { Kysely } from 'kysely'
import type { Environment } from '../../../domain/environment.ts'
import type { SigningKey } from '../../../domain/signing-key.ts'
import type { Database } from '../../platform/database/database.ts'
import { selectKeys, signingKeyOf } from './_signing-key-rows.ts'

/** The public half of every version there ever was, oldest first, of all lines or of those asked for. */
export async function findSigningKeys(
  database: Kysely<Database>,
  lines: { configurationId?: number; environment?: Environment },
): Promise<SigningKey[]> {
  return (await selectKeys(database, lines)).map(signingKeyOf)
}
