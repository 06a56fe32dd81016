import { createHmac } from 'node:crypto'
import type { Keyring } from '../../platform/keys/keys.ts'

/** What the key of these hashes is for; it is never kept. */
const PURPOSE = 'search by external user id'

/**
 * By what a client finds its own user id again without its being kept: HMAC-SHA256 (RFC 2104) under a key of the
 * master key. The account is part of it, so that the same id of two accounts gives two hashes.
 */
export function hashUserId(keyring: Keyring, accountId: number, userId: string): Buffer {
  return createHmac('sha256', keyring.derive(PURPOSE)).update(`${accountId}:${userId}`).digest()
}
