import { type Kysely, sql } from 'kysely'
import type { TurnChallenge } from '../../../domain/challenge.ts'
import { Problem } from '../../../domain/problem.ts'
import type { Database } from '../../platform/database/database.ts'
import { drawChallenge } from './draw-challenge.ts'

/**
 * Draws another challenge in place of one that may have been seen, and keeps it, counted, before anything of it is asked.
 * Colours stay asked or left out as the attempt began. Throws `Problem('gone')` once the scene is captured.
 */
export async function renewChallenge(
  database: Kysely<Database>,
  scene: { id: number; challenge: TurnChallenge },
): Promise<TurnChallenge> {
  const challenge = drawChallenge((scene.challenge.light ?? []).length > 0 ? 'asked' : 'left-out')
  const renewed = await database
    .updateTable('scenes')
    .set({ challenge: JSON.stringify(challenge), challenges_drawn: sql<number>`challenges_drawn + 1` })
    .where('id', '=', scene.id)
    .where('captured_at', 'is', null)
    .executeTakeFirst()
  if (renewed.numUpdatedRows !== 1n) throw new Problem('gone', 'The scene is captured')
  return challenge
}
