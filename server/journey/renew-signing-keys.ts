import { writeSigningKeyName } from '../../domain/signing-key.ts'
import { noteAct } from '../audit/note-act.ts'
import { findConfiguration } from '../configurations/find-configuration.ts'
import { findEndingSigningKeys } from '../configurations/signing/find-ending-signing-keys.ts'
import { type NoteSigningKey, renewSigningKey } from '../configurations/signing/renew-signing-key.ts'
import type { Platform } from '../platform/platform.ts'

type SigningPlatform = Pick<Platform, 'database' | 'keyring' | 'clock' | 'log'>

/** Gives every configuration whose key has signed for its year the next one. */
export async function renewSigningKeys({ database, keyring, clock, log }: SigningPlatform): Promise<void> {
  const now = clock.now()
  const noteKey = noteSigningKey({ keyring, clock })
  for (const line of await findEndingSigningKeys(database, now)) {
    const key = await database
      .transaction()
      .execute((transaction) =>
        renewSigningKey(transaction, { ...line, keyring, now, reason: 'due', noteKey }),
      )
    log.info({ ...line, version: key?.version ?? null }, 'A signing key was renewed')
  }
}

/** Gives what notes each version that the service makes of a signing key in the audit log. */
export function noteSigningKey({
  keyring,
  clock,
}: Pick<SigningPlatform, 'keyring' | 'clock'>): NoteSigningKey {
  return async (transaction, key) => {
    const { accountId } = await findConfiguration(transaction, key.configurationId)
    await noteAct(transaction, keyring, {
      actor: 'service',
      accountId,
      action: key.version === 1 ? 'signing-key.created' : 'signing-key.renewed',
      subject: `configuration ${key.configurationId}`,
      detail: writeSigningKeyName(key),
      now: clock.now(),
    })
  }
}
