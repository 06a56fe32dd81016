import type { Transaction } from 'kysely'
import { Problem } from '../../domain/problem.ts'
import type { Database } from '../platform/database/database.ts'
import type { Keyring } from '../platform/keys/keys.ts'
import { lockWebhookSecret, updateWebhookSecret, type WebhookLine } from './_webhook-secret-rows.ts'
import { makeWebhookSecret } from './make-webhook-secret.ts'
import { openWebhookSecrets, type WebhookSecrets, webhookSecretPurpose } from './open-webhook-secrets.ts'

/** Which secret is replaced, and from when the new one signs. */
export interface SecretRotation extends WebhookLine {
  now: Date
  /** Not after `now`: the new secret signs at once and the old one is gone. */
  signsAt: Date
}

/**
 * Makes the next secret of a configuration's webhooks. The old one signs until the given moment, so that the
 * receiver has time to learn the new one: running receivers accept one signature alone, so there is never a
 * second one. Throws `Problem('unknown_record')`, and an Error while a rotation is under way that this one
 * would put off.
 */
export async function rotateWebhookSecret(
  transaction: Transaction<Database>,
  keyring: Keyring,
  { now, signsAt, ...line }: SecretRotation,
): Promise<WebhookSecrets> {
  const row = await lockWebhookSecret(transaction, line)
  if (!row) throw new Problem('unknown_record', 'No webhook secret has this configuration')
  const { signing, next } = openWebhookSecrets(keyring, row, now)
  const isAtOnce = signsAt <= now
  if (next && !isAtOnce) {
    throw new Error(`A rotation is under way: the next secret signs from ${next.signsAt.toISOString()}`)
  }
  const made = makeWebhookSecret()
  const seal = (secret: string) => keyring.seal(Buffer.from(secret), webhookSecretPurpose(line))
  await updateWebhookSecret(transaction, line, {
    sealed_secret: seal(isAtOnce ? made : signing),
    sealed_next_secret: isAtOnce ? null : seal(made),
    next_signs_at: isAtOnce ? null : signsAt,
  })
  return isAtOnce ? { signing: made, next: null } : { signing, next: { secret: made, signsAt } }
}
