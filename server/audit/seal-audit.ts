import type { Kysely } from 'kysely'
import type { Database } from '../platform/database/database.ts'
import type { Keyring } from '../platform/keys/keys.ts'
import {
  insertLinks,
  insertSeal,
  lockChain,
  selectLastLink,
  selectNewestLinked,
  selectUnsealed,
} from './_audit-rows.ts'
import { CHAIN_BEGIN, hashEntry, hashLink, sealPurpose } from './_entry-hash.ts'

/** Entries sealed in one transaction. */
const ENTRIES_PER_SEAL = 5_000

/** The chain's end: noted elsewhere, it tells a log that was cut short. */
export interface ChainHead {
  position: number
  hash: string
}

/**
 * Links the committed entries that have no link yet to the chain, in the order of their ids, and seals its end.
 * Acts never wait for it. Gives the chain's end; null when it did not grow.
 */
export async function sealAudit(
  database: Kysely<Database>,
  { keyring, now }: { keyring: Keyring; now: Date },
): Promise<ChainHead | null> {
  return database.transaction().execute(async (transaction) => {
    if (!(await lockChain(transaction))) return null
    const newest = await selectNewestLinked(transaction)
    const entries = await selectUnsealed(transaction, { newest, limit: ENTRIES_PER_SEAL })
    if (entries.length === 0) return null
    const last = await selectLastLink(transaction)
    let [position, hash] = [last?.position ?? 0, last?.hash ?? CHAIN_BEGIN]
    const links = entries.map((entry) => {
      position += 1
      hash = hashLink(hash, { position, id: entry.id, hash: hashEntry(entry) })
      return { position, entry: entry.id, hash }
    })
    await insertLinks(transaction, links)
    await insertSeal(transaction, {
      position,
      sealed_at: now,
      proof: keyring.seal(hash, sealPurpose(position)),
    })
    return { position, hash: hash.toString('hex') }
  })
}
