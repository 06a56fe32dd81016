import { findEndingSigningKeys } from '../configurations/signing/find-ending-signing-keys.ts'
import { renewSigningKey } from '../configurations/signing/renew-signing-key.ts'
import type { Platform } from '../platform/platform.ts'

/** Gives every configuration whose key has signed for its year the next one. */
export async function renewSigningKeys({ database, keyring, clock, log }: Platform): Promise<void> {
  const now = clock.now()
  for (const line of await findEndingSigningKeys(database, now)) {
    const key = await database
      .transaction()
      .execute((transaction) => renewSigningKey(transaction, { ...line, keyring, now, reason: 'due' }))
    log.info({ ...line, version: key?.version ?? null }, 'A signing key was renewed')
  }
}
