import type { Kysely } from 'kysely'
import type { Database } from '../../platform/database/database.ts'

/**
 * How many challenges were drawn for a scene of an attempt and for those of the attempts before it: a new attempt gives
 * nobody new guesses.
 */
export async function countDraws(
  database: Kysely<Database>,
  { attempt, identification }: { attempt: number; identification: number },
): Promise<number> {
  const { drawn } = await database
    .selectFrom('scenes')
    .innerJoin('attempts', 'attempts.id', 'scenes.attempt')
    .select(({ fn }) => fn.sum<string | null>('scenes.challenges_drawn').as('drawn'))
    .where('attempts.identification', '=', identification)
    .where('attempts.id', '<=', attempt)
    .executeTakeFirstOrThrow()
  return Number(drawn ?? 0)
}
