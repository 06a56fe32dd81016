import type { Kysely } from 'kysely'
import type { SceneName } from '../../domain/scene.ts'
import type { Database } from '../platform/database/database.ts'
import { prepareRead } from '../platform/reads/reads.ts'

const readLatestScenes = prepareRead((database, { identification }: { identification: number }) => {
  const latest = database
    .selectFrom('attempts')
    .select('id')
    .where('identification', '=', identification)
    .orderBy('id', 'desc')
    .limit(1)
  return database.selectFrom('scenes').select(['id', 'name']).where('attempt', '=', latest)
})

/** The scenes of an identification's newest attempt, without what was seen in them. */
export function findLatestScenes(
  database: Kysely<Database>,
  identification: number,
): Promise<{ id: number; name: SceneName }[]> {
  return readLatestScenes(database, { identification })
}
