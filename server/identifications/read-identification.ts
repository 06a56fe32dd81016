import type { Kysely } from 'kysely'
import type { PlaceOfResidence } from '../../domain/identification-form.ts'
import { Problem } from '../../domain/problem.ts'
import type { Database } from '../platform/database/database.ts'
import { type DataKey, openSealed } from '../platform/keys/keys.ts'
import { type IdentificationRow, selectById, selectByUuid } from './_identification-rows.ts'
import { PLACES } from './_sealed-places.ts'

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

/** Where the client says that the applicant lives; null where it did not say, and after anonymization. */
export function openResidence(
  dataKey: DataKey | null,
  { residence_sealed }: Readonly<IdentificationRow>,
): PlaceOfResidence | null {
  return openSealed<PlaceOfResidence>(dataKey, PLACES.residence, residence_sealed)
}
