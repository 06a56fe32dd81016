import type { Keyring } from '../platform/keys/keys.ts'
import type { WebhookLine, WebhookSecretRow } from './_webhook-secret-rows.ts'

/** The secrets of a configuration's webhooks in an environment, open. */
export interface WebhookSecrets {
  /** The one that signs now. */
  signing: string
  /** The one that signs from a moment on; null when no rotation is under way. */
  next: { secret: string; signsAt: Date } | null
}

/** What a sealed webhook secret is for: it opens for its own line only. */
export function webhookSecretPurpose({ configurationId, environment }: WebhookLine): string {
  return `webhook secret ${configurationId} ${environment}`
}

/** Opens the secrets of a row; the next one is the signing one from its moment on. */
export function openWebhookSecrets(keyring: Keyring, row: WebhookSecretRow, now: Date): WebhookSecrets {
  const purpose = webhookSecretPurpose({
    configurationId: row.configuration_id,
    environment: row.environment,
  })
  const open = (sealed: Buffer) => keyring.open(sealed, purpose).toString('utf8')
  const next = row.sealed_next_secret === null ? null : open(row.sealed_next_secret)
  if (next !== null && row.next_signs_at !== null && row.next_signs_at <= now) {
    return { signing: next, next: null }
  }
  const signing = row.sealed_secret === null ? row.secret : open(row.sealed_secret)
  if (signing === null) throw new Error(`Webhook secret of ${purpose} is missing`)
  return {
    signing,
    next: next !== null && row.next_signs_at !== null ? { secret: next, signsAt: row.next_signs_at } : null,
  }
}
