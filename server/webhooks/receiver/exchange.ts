import { Agent, request } from 'undici'
import manifest from '../../../package.json' with { type: 'json' }
import { connectReceiver } from './connect-receiver.ts'
import { parseReceiverUrl } from './parse-receiver-url.ts'
import type { ReceiverRules } from './resolve-receiver.ts'

/** Bytes read of an answer's body, which is never decompressed; what comes after is cut. */
const MAX_RESPONSE_BYTES = 64 * 1024
/** Headers of an answer, bytes. */
const MAX_HEADER_BYTES = 16 * 1024
const USER_AGENT = `Vidimus/${manifest.version}`

/** A POST to somebody who may be hostile. */
export interface ReceiverRequest {
  url: string
  headers: Record<string, string>
  body: string
}

/** The answer; the body is null when it broke off or was cut. */
export interface ReceiverAnswer {
  status: number
  body: Buffer | null
}

/**
 * Posts once, on a connection of its own, and follows no redirect; everything that waits ends with `deadline`.
 * Throws an Error whose message, or code, says what went wrong.
 */
export async function exchange(
  { url: text, headers, body }: ReceiverRequest,
  rules: ReceiverRules,
  deadline: AbortSignal,
): Promise<ReceiverAnswer> {
  const { url } = parseReceiverUrl(text)
  const agent = new Agent({
    connect: connectReceiver(rules, deadline),
    allowH2: false,
    maxHeaderSize: MAX_HEADER_BYTES,
    // The deadline cuts what waits; these would only cut later.
    headersTimeout: 0,
    bodyTimeout: 0,
  })
  try {
    const response = await request(url, {
      method: 'POST',
      dispatcher: agent,
      signal: deadline,
      headers: { ...headers, 'user-agent': USER_AGENT },
      body,
    })
    return { status: response.statusCode, body: await readBounded(response.body) }
  } finally {
    await agent.destroy()
  }
}

/** What went wrong with an exchange, in a few words without data of anybody. */
export function describeFailure(error: unknown, deadline: AbortSignal): string {
  if (deadline.aborted) return 'timed out'
  const { message, code } = error as NodeJS.ErrnoException
  return code ? `connection failed: ${code}` : message
}

async function readBounded(body: AsyncIterable<Uint8Array>): Promise<Buffer | null> {
  const chunks: Uint8Array[] = []
  let readBytes = 0
  try {
    for await (const chunk of body) {
      readBytes += chunk.length
      if (readBytes > MAX_RESPONSE_BYTES) return null
      chunks.push(chunk)
    }
  } catch {
    return null
  }
  return Buffer.concat(chunks)
}
