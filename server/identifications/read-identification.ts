import type { Kysely } from 'kysely'
import { Problem } from '../../domain/problem.ts'
import type { Database } from '../platform/database/database.ts'
import { type IdentificationRow, selectById, selectByUuid } from './_identification-rows.ts'

/**
 * An identification as it stands at this moment, by its public UUID or its resource number; to decide on
 * it, use `lockIdentification`. Throws `Problem('unknown_record')`.
 */
export async function readIdentification(
  database: Kysely<Database>,
  key: { identificationId: string } | { id: number },
): Promise<Readonly<IdentificationRow>> {
  const row =
    'id' in key ? await selectById(database, key.id) : await selectByUuid(database, key.identificationId)
  if (!row) throw new Problem('unknown_record', 'No identification has this id')
  return row
}
