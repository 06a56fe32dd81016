import type { Kysely } from 'kysely'
import type { SceneName } from '../../domain/scene.ts'
import type { Database } from '../platform/database/database.ts'

/** What each scene of an identification films, over all attempts, by the scene's number. */
export async function findSceneNames(
  database: Kysely<Database>,
  identification: number,
): Promise<Map<number, SceneName>> {
  const rows = await database
    .selectFrom('scenes')
    .innerJoin('attempts', 'attempts.id', 'scenes.attempt')
    .select(['scenes.id', 'scenes.name'])
    .where('attempts.identification', '=', identification)
    .execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}
