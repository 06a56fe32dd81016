import type { Kysely } from 'kysely'
import type { TurnChallenge } from '../../domain/challenge.ts'
import type { StreamSignals } from '../../domain/faces/stream-signals.ts'
import type { SceneName } from '../../domain/scene.ts'
import type { Database } from '../platform/database/database.ts'

/** A scene with the attempt and the identification it belongs to. */
export interface FoundScene {
  id: number
  name: SceneName
  challenge: TurnChallenge | null
  signals: StreamSignals | null
  analyzedAt: Date | null
  attempt: number
  identification: number
}

/** A scene by its number. Throws an Error when there is none. */
export async function findScene(database: Kysely<Database>, id: number): Promise<FoundScene> {
  const row = await database
    .selectFrom('scenes')
    .innerJoin('attempts', 'attempts.id', 'scenes.attempt')
    .select([
      'scenes.id',
      'scenes.name',
      'scenes.challenge',
      'scenes.signals',
      'scenes.analyzed_at as analyzedAt',
    ])
    .select(['scenes.attempt', 'attempts.identification'])
    .where('scenes.id', '=', id)
    .executeTakeFirstOrThrow()
  return row
}
