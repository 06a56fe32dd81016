import type { Kysely } from 'kysely'
import type { Database } from '../../platform/database/database.ts'
import { type SigningLine, selectEndingLines } from './_signing-key-rows.ts'

/** How many lines one run renews at the most; the next run takes the rest. */
const LINES_PER_RUN = 500

/** Configurations and environments whose key stops signing before a time. */
export function findEndingSigningKeys(database: Kysely<Database>, before: Date): Promise<SigningLine[]> {
  return selectEndingLines(database, before, LINES_PER_RUN)
}
