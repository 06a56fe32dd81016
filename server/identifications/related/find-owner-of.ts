import type { Kysely } from 'kysely'
import type { Database } from '../../platform/database/database.ts'

/** Tables of this room whose rows are resources of an identification. */
const TABLES = {
  identities: 'identities',
  'reference-data': 'reference_data',
  'external-identity': 'external_identities',
  forms: 'applicant_forms',
} as const

/** Types of the resources that this room keeps beside the identification itself. */
export type KeptResourceType = keyof typeof TABLES

/** Whether a resource of a type is kept here. */
export function isKeptHere(type: string): type is KeptResourceType {
  return Object.hasOwn(TABLES, type)
}

/** The identification (resource number) that a resource belongs to, or null. */
export async function findOwnerOf(
  database: Kysely<Database>,
  { type, id }: { type: KeptResourceType; id: number },
): Promise<number | null> {
  const row = await database
    .selectFrom(TABLES[type])
    .select('identification')
    .where('id', '=', id)
    .executeTakeFirst()
  return row?.identification ?? null
}
