import { createHmac } from 'node:crypto'

const MS_PER_SECOND = 1_000

/**
 * Value of the `Ubble-Signature` header of a webhook (API text, "Webhook security"): `ts=<seconds>,v1=<hex>`,
 * HMAC-SHA256 (RFC 2104) with the configuration's secret over `<seconds>.<body>`, the bytes as they are sent.
 */
export function signWebhook({ secret, body, now }: { secret: string; body: string; now: Date }): string {
  const ts = Math.floor(now.getTime() / MS_PER_SECOND)
  const v1 = createHmac('sha256', secret).update(`${ts}.${body}`, 'utf8').digest('hex')
  return `ts=${ts},v1=${v1}`
}
