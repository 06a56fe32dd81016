import { type Kysely, sql } from 'kysely'
import type { Database } from '../../server/platform/database/database.ts'

/** Rows copied in one statement: well within the time a statement may take. */
const ROWS_AT_ONCE = 10_000
/** Tables that belong to an identification, and the column that differs in each copy. */
const COPIED = ['identities', 'reference_data', 'answers']

/**
 * Copies an identification with its rows until there are as many as asked for. The copies only fill tables and
 * indexes: their sealed columns are those of the first and open for it alone.
 */
export async function fillDatabase(
  database: Kysely<Database>,
  { template, count }: { template: number; count: number },
): Promise<void> {
  const columns = await columnsOf(database, 'identifications', ['identification_id'])
  for (;;) {
    const there = await countRows(database)
    if (there >= count) break
    const rows = Math.min(ROWS_AT_ONCE, count - there)
    await database.transaction().execute(async (transaction) => {
      const { rows: made } = await sql<{ first: number }>`
        with made as (
          insert into identifications (identification_id, ${columns})
          select gen_random_uuid(), ${columns} from identifications, generate_series(1, ${rows}) where id = ${template}
          returning id
        ) select min(id) as first from made`.execute(transaction)
      for (const table of COPIED) await copy(transaction, table, { template, first: made[0].first })
    })
  }
  for (const table of ['identifications', ...COPIED]) await sql`analyze ${sql.table(table)}`.execute(database)
}

async function copy(
  database: Kysely<Database>,
  table: string,
  { template, first }: { template: number; first: number },
): Promise<void> {
  const columns = await columnsOf(database, table, ['identification'])
  await sql`
    insert into ${sql.table(table)} (identification, ${columns})
    select made.id, ${columns} from ${sql.table(table)} source, (select id from identifications where id >= ${first}) made
    where source.identification = ${template}`
    .execute(database)
    .catch((error) => {
      throw new Error(`Copy ${table}: ${error.message}`)
    })
}

/** The columns that a copy shares with its original; those that number themselves do so. */
async function columnsOf(database: Kysely<Database>, table: string, without: string[]) {
  const { rows } = await sql<{ name: string }>`
    select column_name as name from information_schema.columns
    where table_schema = 'public' and table_name = ${table} and is_identity = 'NO'`.execute(database)
  const names = rows.map(({ name }) => name).filter((name) => !without.includes(name))
  return sql.join(names.map((name) => sql.id(name)))
}

async function countRows(database: Kysely<Database>): Promise<number> {
  const { count } = await database
    .selectFrom('identifications')
    .select((one) => one.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}
