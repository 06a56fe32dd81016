import type { Kysely } from 'kysely'
import type { Database } from '../platform/database/database.ts'

/** Moves the end of the link away after the applicant did something. */
export async function keepLinkOpen(
  database: Kysely<Database>,
  identification: number,
  expiresAt: Date,
): Promise<void> {
  await database
    .updateTable('identifications')
    .set({ expires_at: expiresAt })
    .where('id', '=', identification)
    .execute()
}
