import { randomBytes } from 'node:crypto'

/** Random bytes of a webhook secret: the length of the HMAC-SHA256 key it is (RFC 2104 §3). */
const WEBHOOK_SECRET_BYTES = 32

/** A new random secret to sign webhooks with, as its receiver is told it. */
export function makeWebhookSecret(): string {
  return randomBytes(WEBHOOK_SECRET_BYTES).toString('base64url')
}
