import type { Kysely } from 'kysely'
import type { Database } from '../../platform/database/database.ts'
import { prepareRead } from '../../platform/reads/reads.ts'
import type { FormMatch } from './check-form-match.ts'

const readMatch = prepareRead((database, { identification }: { identification: number }) =>
  database
    .selectFrom('identity_form_matches')
    .select(['id', 'score', 'match'])
    .where('identification', '=', identification),
)

/** How far form and identity agree, with its resource number, or null where they were not compared. */
export async function findFormMatch(
  database: Kysely<Database>,
  identification: number,
): Promise<({ id: number } & FormMatch) | null> {
  const [found] = await readMatch(database, { identification })
  return found ?? null
}

/** The identification (resource number) that a comparison belongs to, or null. */
export async function findMatched(database: Kysely<Database>, id: number): Promise<number | null> {
  const row = await database
    .selectFrom('identity_form_matches')
    .select('identification')
    .where('id', '=', id)
    .executeTakeFirst()
  return row?.identification ?? null
}
