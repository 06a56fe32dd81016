import type { Kysely } from 'kysely'
import type { Database } from '../platform/database/database.ts'
import type { Keyring } from '../platform/keys/keys.ts'
import {
  type AuditEntryRow,
  selectAllUnsealed,
  selectLastLink,
  selectLastSeal,
  selectLinked,
} from './_audit-rows.ts'
import { CHAIN_BEGIN, entryPurpose, hashEntry, hashLink, sealPurpose } from './_entry-hash.ts'
import type { ChainHead } from './seal-audit.ts'

/** Rows read at once. */
const PAGE = 2_000

/** What a check of the whole log has found. */
export interface AuditVerdict {
  /** The first fault, in words that name its entry; null when there is none. */
  fault: string | null
  /** Entries whose link and proof hold. */
  sealed: number
  /** Entries that wait for the next sealing; their proofs hold, but that none of them is missing cannot be told. */
  unsealed: number
  head: ChainHead | null
}

type LinkedRow = Awaited<ReturnType<typeof selectLinked>>[number]

/**
 * Checks every link, entry and seal from the beginning. `noted` is an end of the chain noted earlier elsewhere:
 * it must still be there, which tells a log whose end was cut off and sealed anew.
 */
export async function verifyAudit(
  database: Kysely<Database>,
  { keyring, noted }: { keyring: Keyring; noted: ChainHead | null },
): Promise<AuditVerdict> {
  const chain = await verifyChain(database, { keyring, noted })
  const fault = chain.fault ?? (await findEndFault(database)) ?? findCut(noted, chain.position)
  if (fault) return { fault, sealed: chain.position, unsealed: 0, head: null }
  const tail = await verifyTail(database, keyring)
  const { position, hash } = chain
  const head = position > 0 ? { position, hash: hash.toString('hex') } : null
  return { fault: tail.fault, sealed: position, unsealed: tail.unsealed, head }
}

/** Walks the links from the first; ends at the first fault, or at the chain's end. */
async function verifyChain(
  database: Kysely<Database>,
  { keyring, noted }: { keyring: Keyring; noted: ChainHead | null },
): Promise<{ position: number; hash: Buffer; fault: string | null }> {
  let end = { position: 0, hash: CHAIN_BEGIN as Buffer }
  for (;;) {
    const rows = await selectLinked(database, end.position, PAGE)
    if (rows.length === 0) return { ...end, fault: null }
    for (const row of rows) {
      const fault = findLinkFault(row, end, keyring) ?? findNotedFault(row, noted)
      if (fault) return { ...end, fault }
      end = row
    }
  }
}

function findLinkFault(
  row: LinkedRow,
  before: { position: number; hash: Buffer },
  keyring: Keyring,
): string | null {
  const { position, entry: id } = row
  if (position !== before.position + 1) return `Link ${before.position + 1} is missing`
  if (!isEntry(row)) return `Entry ${id} is missing`
  const fault = findEntryFault({ ...row, id }, keyring)
  if (fault) return fault
  if (!hashLink(before.hash, { position, id, hash: hashEntry(row) }).equals(row.hash)) {
    return `Entry ${id} does not follow what stands before it in the chain`
  }
  if (
    row.seal &&
    !opensTo(keyring, { sealed: row.seal, purpose: sealPurpose(position), expected: row.hash })
  ) {
    return `The seal after entry ${id} is not of this chain`
  }
  return null
}

function isEntry(row: LinkedRow): row is LinkedRow & Omit<AuditEntryRow, 'id'> {
  return row.id !== null
}

function findEntryFault(entry: AuditEntryRow, keyring: Keyring): string | null {
  const [sealed, purpose, expected] = [entry.proof, entryPurpose(entry.nonce), hashEntry(entry)]
  return opensTo(keyring, { sealed, purpose, expected })
    ? null
    : `Entry ${entry.id} is not as the service wrote it`
}

function opensTo(
  keyring: Keyring,
  { sealed, purpose, expected }: { sealed: Buffer; purpose: string; expected: Buffer },
): boolean {
  try {
    return keyring.open(sealed, purpose).equals(expected)
  } catch {
    return false
  }
}

function findNotedFault(row: LinkedRow, noted: ChainHead | null): string | null {
  if (noted?.position !== row.position || row.hash.toString('hex') === noted.hash) return null
  return `Entry ${row.entry} is not the one that was noted at position ${noted.position}`
}

/** Each sealing ends at a seal, so a chain that ends elsewhere lost its links or its seals. */
async function findEndFault(database: Kysely<Database>): Promise<string | null> {
  const [link, seal] = await Promise.all([selectLastLink(database), selectLastSeal(database)])
  const [links, seals] = [link?.position ?? 0, seal?.position ?? 0]
  if (links < seals) return `Link ${links + 1} is missing: the chain was sealed up to ${seals}`
  if (links > seals) return `Link ${seals + 1} has no seal after it`
  return null
}

function findCut(noted: ChainHead | null, position: number): string | null {
  if (!noted || noted.position <= position) return null
  return `Link ${position + 1} is missing: the chain was noted at position ${noted.position}`
}

async function verifyTail(
  database: Kysely<Database>,
  keyring: Keyring,
): Promise<Pick<AuditVerdict, 'fault' | 'unsealed'>> {
  let [unsealed, after] = [0, 0]
  for (;;) {
    const rows = await selectAllUnsealed(database, after, PAGE)
    for (const row of rows) {
      const fault = findEntryFault(row, keyring)
      if (fault) return { fault, unsealed }
      unsealed += 1
      after = row.id
    }
    if (rows.length < PAGE) return { fault: null, unsealed }
  }
}
