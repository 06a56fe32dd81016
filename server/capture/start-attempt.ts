import { createHash, randomBytes } from 'node:crypto'
import type { Transaction } from 'kysely'
import { type DocumentChoice, type SceneName, scenesFor } from '../../domain/scene.ts'
import type { Database } from '../platform/database/database.ts'
import { drawChallenge } from './challenge/draw-challenge.ts'

/** Random bytes of an attempt's bearer token: 256 bits, as an API secret. */
const TOKEN_BYTES = 32

/** What an attempt starts with. */
export interface NewAttempt {
  identification: number
  document: DocumentChoice
  faceRequired: boolean
  faceLight: 'asked' | 'left-out'
  now: Date
}

/** An attempt as it starts; the token is shown this once and kept as its hash. */
export interface StartedAttempt {
  attemptToken: string
  scenes: SceneName[]
}

/** Ends the attempts before it and writes a new one with the scenes it asks for. */
export async function startAttempt(
  transaction: Transaction<Database>,
  { identification, document, faceRequired, faceLight, now }: NewAttempt,
): Promise<StartedAttempt> {
  await transaction
    .updateTable('attempts')
    .set({ ended_at: now })
    .where('identification', '=', identification)
    .where('ended_at', 'is', null)
    .execute()
  const attemptToken = randomBytes(TOKEN_BYTES).toString('base64url')
  const attempt = await transaction
    .insertInto('attempts')
    .values({
      identification,
      document,
      token_sha256: hashToken(attemptToken),
      consented_at: now,
      started_at: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const scenes = scenesFor(document, faceRequired)
  await transaction
    .insertInto('scenes')
    .values(
      scenes.map((name, position) => ({
        attempt: attempt.id,
        name,
        position,
        challenge: JSON.stringify(name === 'face' ? drawChallenge(faceLight) : null),
      })),
    )
    .execute()
  return { attemptToken, scenes }
}

/** SHA-256 of a bearer token: it is random, so no slow hash is needed. */
export function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}
