import { type Kysely, type Selectable, sql } from 'kysely'
import type { Database } from '../platform/database/database.ts'

/** A row of `audit_entries` as read. */
export type AuditEntryRow = Selectable<Database['audit_entries']>

/** An entry with its link in the chain; null while it is not sealed. */
export type LinkedEntryRow = AuditEntryRow & { position: number | null; hash: Buffer | null }

/** Number of the advisory lock under which one process at a time lengthens the chain: the letters AUDI. */
const SEAL_LOCK = 0x41554449
/**
 * Entries whose transaction committed late are looked for this far behind the newest link: at a thousand acts a
 * second, half a minute, and no transaction of ours lives half that long.
 */
const LATE_ENTRIES = 30_000

/** Writes entries, each in the transaction of its act. */
export async function insertEntries(
  database: Kysely<Database>,
  entries: Omit<AuditEntryRow, 'id'>[],
): Promise<void> {
  await database.insertInto('audit_entries').values(entries).execute()
}

/** Has this transaction alone lengthen the chain; false when another one does. */
export async function lockChain(transaction: Kysely<Database>): Promise<boolean> {
  const { rows } = await sql<{ taken: boolean }>`
    select pg_try_advisory_xact_lock(${SEAL_LOCK}) as taken`.execute(transaction)
  return rows[0].taken
}

/** The chain's last link, or undefined. */
export function selectLastLink(database: Kysely<Database>) {
  return database
    .selectFrom('audit_links')
    .selectAll()
    .orderBy('position', 'desc')
    .limit(1)
    .executeTakeFirst()
}

/** Committed entries without a link, oldest first. */
export function selectUnsealed(
  database: Kysely<Database>,
  { newest, limit }: { newest: number; limit: number },
): Promise<AuditEntryRow[]> {
  return database
    .selectFrom('audit_entries as entry')
    .selectAll('entry')
    .where('entry.id', '>', newest - LATE_ENTRIES)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('audit_links as link').select('link.entry').whereRef('link.entry', '=', 'entry.id'),
        ),
      ),
    )
    .orderBy('entry.id')
    .limit(limit)
    .execute()
}

/** The highest id that has a link, or 0. */
export async function selectNewestLinked(database: Kysely<Database>): Promise<number> {
  const row = await database
    .selectFrom('audit_links')
    .select((one) => one.fn.max('entry').as('newest'))
    .executeTakeFirst()
  return Number(row?.newest ?? 0)
}

/** Lengthens the chain. */
export async function insertLinks(
  transaction: Kysely<Database>,
  links: { position: number; entry: number; hash: Buffer }[],
): Promise<void> {
  await transaction.insertInto('audit_links').values(links).execute()
}

/** Writes the seal of the chain's end. */
export async function insertSeal(
  transaction: Kysely<Database>,
  seal: { position: number; sealed_at: Date; proof: Buffer },
): Promise<void> {
  await transaction.insertInto('audit_seals').values(seal).execute()
}

/** Links after a position with their entries; an entry that is gone leaves nulls. */
export function selectLinked(database: Kysely<Database>, after: number, limit: number) {
  return database
    .selectFrom('audit_links as link')
    .leftJoin('audit_entries as found', 'found.id', 'link.entry')
    .leftJoin('audit_seals as seal', 'seal.position', 'link.position')
    .select(['link.position', 'link.entry', 'link.hash', 'seal.proof as seal'])
    .select(['found.id', 'found.at', 'found.actor', 'found.account_id', 'found.action', 'found.subject'])
    .select(['found.client_id', 'found.request_id', 'found.detail', 'found.nonce', 'found.proof'])
    .where('link.position', '>', after)
    .orderBy('link.position')
    .limit(limit)
    .execute()
}

/** Every entry without a link after an id, oldest first. */
export function selectAllUnsealed(
  database: Kysely<Database>,
  after: number,
  limit: number,
): Promise<AuditEntryRow[]> {
  return selectUnsealed(database, { newest: after + LATE_ENTRIES, limit })
}

/** The last seal, or undefined. */
export function selectLastSeal(database: Kysely<Database>) {
  return database
    .selectFrom('audit_seals')
    .selectAll()
    .orderBy('position', 'desc')
    .limit(1)
    .executeTakeFirst()
}

/** The newest entries, newest first. */
export function selectNewest(
  database: Kysely<Database>,
  { accountId, limit }: { accountId: number | null; limit: number },
): Promise<AuditEntryRow[]> {
  return database
    .selectFrom('audit_entries')
    .selectAll()
    .$if(accountId !== null, (query) => query.where('account_id', '=', accountId ?? 0))
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
}
