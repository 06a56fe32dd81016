import type { Kysely } from 'kysely'
import type { Environment } from '../../../domain/environment.ts'
import type {
  IdentificationPage,
  IdentificationSummary,
  ListPlace,
  ListWish,
} from '../../../domain/pages/identification-list.ts'
import type { Database } from '../../platform/database/database.ts'
import type { Keyring } from '../../platform/keys/keys.ts'
import { type ListedRow, selectListed } from './_listed-rows.ts'
import { hashUserId } from './hash-user-id.ts'

/**
 * A page of an account's identifications in an environment. Pages begin beside an identification, not at a
 * count, so that new ones move nothing: none is shown twice or passed over.
 */
export async function listIdentifications(
  { database, keyring }: { database: Kysely<Database>; keyring: Keyring },
  owner: { accountId: number; environment: Environment },
  { userId, ...wish }: ListWish,
): Promise<IdentificationPage> {
  const userIdHash = userId === null ? null : hashUserId(keyring, owner.accountId, userId)
  const rows = await selectListed(database, owner, { ...wish, userIdHash, limit: wish.size + 1 })
  const shown = rows.slice(0, wish.size).map(summaryOf)
  const hasMore = rows.length > wish.size
  const hasOther = wish.place !== null && shown.length > 0
  return isBackwards(wish.place)
    ? { identifications: shown.toReversed(), hasPrevious: hasMore, hasNext: hasOther }
    : { identifications: shown, hasPrevious: hasOther, hasNext: hasMore }
}

function isBackwards(place: ListPlace | null): boolean {
  return place?.side === 'before'
}

function summaryOf(row: ListedRow): IdentificationSummary {
  return {
    id: row.id,
    identificationId: row.identification_id,
    status: row.status,
    isLive: row.environment === 'live',
    createdAt: row.created_at,
    startedAt: row.started_at,
    endedAt: row.ended_at,
    updatedAt: row.updated_at,
    statusUpdatedAt: row.status_updated_at,
    anonymizedAt: row.anonymized_at,
    numberOfAttempts: row.number_of_attempts,
    score: row.score,
    reasonCodes: row.reason_codes,
  }
}
