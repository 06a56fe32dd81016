import type { Kysely } from 'kysely'
import type { Database } from '../platform/database/database.ts'

/** Notes that the applicant pressed the last button of an attempt. */
export async function finishAttempt(database: Kysely<Database>, attempt: number, now: Date): Promise<void> {
  await database
    .updateTable('attempts')
    .set({ finished_at: now, ended_at: now })
    .where('id', '=', attempt)
    .where('finished_at', 'is', null)
    .execute()
}

/**
 * Notes that the applicant is gone without finishing; a resumed attempt takes it back with null. False when
 * the attempt was finished before.
 */
export async function noteApplicantGone(
  database: Kysely<Database>,
  attempt: number,
  goneAt: Date | null,
): Promise<boolean> {
  const noted = await database
    .updateTable('attempts')
    .set({ ended_at: goneAt })
    .where('id', '=', attempt)
    .where('finished_at', 'is', null)
    .executeTakeFirst()
  return noted.numUpdatedRows === 1n
}
