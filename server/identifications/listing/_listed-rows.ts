import { type Kysely, type Selectable, sql } from 'kysely'
import type { Environment } from '../../../domain/environment.ts'
import type { ListWish } from '../../../domain/pages/identification-list.ts'
import type { Database, IdentificationsTable } from '../../platform/database/database.ts'

/** Columns of `identifications` that a list shows. */
const LISTED = [
  'id',
  'identification_id',
  'status',
  'environment',
  'created_at',
  'started_at',
  'ended_at',
  'updated_at',
  'status_updated_at',
  'anonymized_at',
  'number_of_attempts',
  'score',
  'reason_codes',
] as const

/** A row of a list as read. */
export type ListedRow = Pick<Selectable<IdentificationsTable>, (typeof LISTED)[number]>

const COLUMNS = { createdAt: 'created_at', updatedAt: 'updated_at' } as const

/** Rows of an owner from a place on; a page before a place comes in the reverse of the order wished for. */
export function selectListed(
  database: Kysely<Database>,
  owner: { accountId: number; environment: Environment },
  wish: Omit<ListWish, 'userId'> & { userIdHash: Buffer | null; limit: number },
): Promise<ListedRow[]> {
  const column = COLUMNS[wish.order]
  const isBackwards = wish.place?.side === 'before'
  const isAscending = (wish.direction === 'ascending') !== isBackwards
  const order = isAscending ? 'asc' : 'desc'
  let query = database
    .selectFrom('identifications')
    .select(LISTED)
    .where('account_id', '=', owner.accountId)
    .where('environment', '=', owner.environment)
    .orderBy(column, order)
    .orderBy('id', order)
    .limit(wish.limit)
  if (wish.statuses) query = query.where('status', 'in', wish.statuses)
  if (wish.createdFrom) query = query.where('created_at', '>=', wish.createdFrom)
  if (wish.createdBefore) query = query.where('created_at', '<', wish.createdBefore)
  if (wish.userIdHash) {
    const named = database.selectFrom('external_identities').select('identification')
    query = query.where('id', 'in', named.where('user_id_hash', '=', wish.userIdHash))
  }
  if (wish.place) {
    const { timeMs, id } = wish.place
    const beyond = sql.raw(isAscending ? '>' : '<')
    query = query.where(sql<boolean>`(${sql.ref(column)}, id) ${beyond} (${new Date(timeMs)}, ${id})`)
  }
  return query.execute()
}
