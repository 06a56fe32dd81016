import type { Kysely } from 'kysely'
import type { StreamSignals } from '../../domain/faces/stream-signals.ts'
import type { SceneFacts } from '../../domain/facts.ts'
import type { Database } from '../platform/database/database.ts'
import type { DataKey } from '../platform/keys/keys.ts'
import { factsPlace } from './facts/open-facts.ts'

/** Notes that a scene was captured; false when it already was, so that it is kept once. */
export async function markSceneCaptured(
  database: Kysely<Database>,
  scene: number,
  now: Date,
): Promise<boolean> {
  const done = await database
    .updateTable('scenes')
    .set({ captured_at: now })
    .where('id', '=', scene)
    .where('captured_at', 'is', null)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}

/** Keeps what the stream of a scene showed until it is analysed. */
export async function saveSignals(
  database: Kysely<Database>,
  scene: number,
  signals: StreamSignals,
): Promise<void> {
  await database
    .updateTable('scenes')
    .set({ signals: JSON.stringify(signals) })
    .where('id', '=', scene)
    .execute()
}

/** Keeps what analysis saw of a scene; null facts say that analysis broke down on it. */
export async function saveSceneFacts(
  database: Kysely<Database>,
  scene: number,
  { facts, dataKey, now }: { facts: SceneFacts | null; dataKey: DataKey; now: Date },
): Promise<void> {
  await database
    .updateTable('scenes')
    .set({
      facts_sealed: facts && dataKey.seal(factsPlace(scene), facts),
      // They are in the facts now.
      signals: null,
      analyzed_at: now,
    })
    .where('id', '=', scene)
    .where('analyzed_at', 'is', null)
    .execute()
}
