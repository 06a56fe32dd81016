import { describeFailure, exchange } from './receiver/exchange.ts'
import type { ReceiverRules } from './receiver/resolve-receiver.ts'

/** A receiver answers within this time, connecting, authorizing and reading included (API text, "Webhook"). */
export const DELIVERY_TIMEOUT_MS = 10_000
/** The only statuses that say "received" (API text, "Webhook"). */
const RECEIVED = new Set([200, 201])

/** A webhook ready to send. */
export interface WebhookPost {
  url: string
  body: string
  /** Value of `Ubble-Signature`. */
  signature: string
  /** Value of `Authorization`, where the receiver asks for one. */
  authorization?: string
}

/** How one HTTP try ended: the failure in a few words without data of anybody, null when it was received. */
export interface PostOutcome {
  responseStatus: number | null
  failure: string | null
  durationMs: number
}

/** Posts a webhook once, to a receiver that may be hostile. Never throws; follows no redirect. */
export async function postWebhook(
  { url, body, signature, authorization }: WebhookPost,
  rules: ReceiverRules,
  deadline = AbortSignal.timeout(DELIVERY_TIMEOUT_MS),
): Promise<PostOutcome> {
  const startedMs = performance.now()
  const ended = (outcome: Omit<PostOutcome, 'durationMs'>) => ({
    ...outcome,
    durationMs: performance.now() - startedMs,
  })
  const headers = {
    'content-type': 'application/json',
    'ubble-signature': signature,
    ...(authorization === undefined ? {} : { authorization }),
  }
  try {
    // The status says what there is to say: a body that breaks off changes nothing.
    const { status } = await exchange({ url, headers, body }, rules, deadline)
    return ended({ responseStatus: status, failure: RECEIVED.has(status) ? null : `status ${status}` })
  } catch (error) {
    return ended({ responseStatus: null, failure: describeFailure(error, deadline) })
  }
}
