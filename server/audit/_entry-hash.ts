import { createHash } from 'node:crypto'
import type { AuditEntryRow } from './_audit-rows.ts'

/** What the first link has in place of the one before. */
export const CHAIN_BEGIN = Buffer.alloc(32)

/** SHA-256 of everything an entry says; the order and the names of the fields are part of the format. */
export function hashEntry(entry: Omit<AuditEntryRow, 'id' | 'proof'>): Buffer {
  const said = [
    ['at', entry.at.toISOString()],
    ['actor', entry.actor],
    ['account', entry.account_id],
    ['action', entry.action],
    ['subject', entry.subject],
    ['detail', entry.detail],
    ['nonce', entry.nonce],
    // Entries of before they were named have neither, and keep their hash.
    ...(entry.client_id === null ? [] : [['client', entry.client_id]]),
    ...(entry.request_id === null ? [] : [['request', entry.request_id]]),
  ]
  return createHash('sha256').update(JSON.stringify(said)).digest()
}

/** The hash of a link: of the link before, of its position, of its entry. */
export function hashLink(
  before: Uint8Array,
  { position, id, hash }: { position: number; id: number; hash: Uint8Array },
): Buffer {
  return createHash('sha256').update(before).update(`${position}:${id}:`).update(hash).digest()
}

/** What an entry's proof is for. */
export function entryPurpose(nonce: string): string {
  return `audit entry ${nonce}`
}

/** What a seal's proof is for. */
export function sealPurpose(position: number): string {
  return `audit seal ${position}`
}
