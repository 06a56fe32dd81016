import { randomBytes } from 'node:crypto'
import type { Kysely } from 'kysely'
import type { Database } from '../../server/platform/database/database.ts'

const SCENES = [
  { name: 'document-front', kind: 'card' },
  { name: 'document-back', kind: 'card' },
  { name: 'face', kind: 'face' },
] as const

/** Gives an identification three pictures, so that its answer holds three signed URLs; there are no bytes to them. */
export async function addAssets(database: Kysely<Database>, identification: number): Promise<void> {
  const now = new Date()
  const { id: attempt } = await database
    .insertInto('attempts')
    .values({
      identification,
      token_sha256: randomBytes(32),
      document: 'id-card',
      consented_at: now,
      started_at: now,
      finished_at: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  for (const [position, { name, kind }] of SCENES.entries()) {
    const { id: scene } = await database
      .insertInto('scenes')
      .values({
        attempt,
        name,
        position,
        started_at: now,
        captured_at: now,
        analyzed_at: now,
        facts_sealed: null,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    const key = `${identification}/${name}-${randomBytes(8).toString('hex')}.png`
    await database
      .insertInto('assets')
      .values({
        identification,
        scene,
        kind,
        key,
        content_type: 'image/png',
        sha256: randomBytes(32).toString('hex'),
        size_bytes: 100_000,
        time_ms: null,
        created_at: now,
      })
      .execute()
  }
}
