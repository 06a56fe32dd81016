import { timingSafeEqual } from 'node:crypto'
import type { Kysely, Selectable } from 'kysely'
import type { AttemptsTable, Database, ScenesTable } from '../platform/database/database.ts'
import { hashToken } from './start-attempt.ts'

/** An attempt with its scenes in the order they are filmed. */
export interface FoundAttempt {
  attempt: Readonly<Selectable<AttemptsTable>>
  scenes: Readonly<Selectable<ScenesTable>>[]
}

/** The attempt of an identification that a bearer token belongs to, unless another has replaced it. */
export async function findAttempt(
  database: Kysely<Database>,
  identification: number,
  token: string,
): Promise<FoundAttempt | null> {
  const found = await findLatestAttempt(database, identification)
  return found && timingSafeEqual(found.attempt.token_sha256, hashToken(token)) ? found : null
}

/** The newest attempt of an identification, or null before there is one. */
export async function findLatestAttempt(
  database: Kysely<Database>,
  identification: number,
): Promise<FoundAttempt | null> {
  const attempt = await database
    .selectFrom('attempts')
    .selectAll()
    .where('identification', '=', identification)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!attempt) return null
  const scenes = await database
    .selectFrom('scenes')
    .selectAll()
    .where('attempt', '=', attempt.id)
    .orderBy('position')
    .execute()
  return { attempt, scenes }
}
