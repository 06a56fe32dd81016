import { isIP } from 'node:net'
import { Agent, request } from 'undici'
import manifest from '../../package.json' with { type: 'json' }
import { parseReceiverUrl } from './parse-receiver-url.ts'
import { type ReceiverRules, receiverLookup, resolveReceiver } from './resolve-receiver.ts'

/** A receiver answers within this time, connecting and reading included (API text, "Webhook"). */
export const DELIVERY_TIMEOUT_MS = 10_000
/** Of an answer we need the status alone; this much of its body is read, so that polite receivers can end. */
const MAX_RESPONSE_BYTES = 64 * 1024
/** Headers of an answer, bytes. */
const MAX_HEADER_BYTES = 16 * 1024
const USER_AGENT = `Vidimus/${manifest.version}`
/** The only statuses that say "received" (API text, "Webhook"). */
const RECEIVED = new Set([200, 201])

/** A webhook ready to send. */
export interface WebhookPost {
  url: string
  body: string
  /** Value of `Ubble-Signature`. */
  signature: string
}

/** How one HTTP try ended: the failure in a few words without data of anybody, null when it was received. */
export interface PostOutcome {
  responseStatus: number | null
  failure: string | null
  durationMs: number
}

/** Posts a webhook once, to a receiver that may be hostile. Never throws; follows no redirect. */
export async function postWebhook(post: WebhookPost, rules: ReceiverRules): Promise<PostOutcome> {
  const startedMs = performance.now()
  const deadline = AbortSignal.timeout(DELIVERY_TIMEOUT_MS)
  const ended = (outcome: Omit<PostOutcome, 'durationMs'>) => ({
    ...outcome,
    durationMs: performance.now() - startedMs,
  })
  try {
    const status = await send(post, rules, deadline)
    return ended({ responseStatus: status, failure: RECEIVED.has(status) ? null : `status ${status}` })
  } catch (error) {
    return ended({ responseStatus: null, failure: describe(error, deadline) })
  }
}

async function send(post: WebhookPost, rules: ReceiverRules, signal: AbortSignal): Promise<number> {
  const { url, host } = parseReceiverUrl(post.url)
  // A socket never looks up a host that is an address already.
  if (isIP(host) !== 0) await resolveReceiver(host, rules)
  const agent = new Agent({
    connect: { lookup: receiverLookup(rules), timeout: DELIVERY_TIMEOUT_MS },
    allowH2: false,
    maxHeaderSize: MAX_HEADER_BYTES,
    headersTimeout: DELIVERY_TIMEOUT_MS,
    bodyTimeout: DELIVERY_TIMEOUT_MS,
  })
  try {
    const response = await request(url, {
      method: 'POST',
      dispatcher: agent,
      signal,
      headers: {
        'content-type': 'application/json',
        'user-agent': USER_AGENT,
        'ubble-signature': post.signature,
      },
      body: post.body,
    })
    await drop(response.body)
    return response.statusCode
  } finally {
    await agent.destroy()
  }
}

/** Reads on for a while; the status has said what there was to say, so a body that breaks off changes nothing. */
async function drop(body: AsyncIterable<Uint8Array>): Promise<void> {
  let readBytes = 0
  try {
    for await (const chunk of body) {
      readBytes += chunk.length
      if (readBytes > MAX_RESPONSE_BYTES) return
    }
  } catch {
    return
  }
}

function describe(error: unknown, deadline: AbortSignal): string {
  if (deadline.aborted) return 'timed out'
  const { message, code } = error as NodeJS.ErrnoException
  return code ? `connection failed: ${code}` : message
}
