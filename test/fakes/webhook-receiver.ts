import { createHmac } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A webhook as a client's backend got it. */
export interface ReceivedWebhook {
  status: string
  returnReason: string | undefined
  identificationId: string
  /** Whether its signature holds, checked as the API text's example does. */
  verified: boolean
  /** The bytes as text. */
  body: string
  headers: Record<string, string | string[] | undefined>
  /** When it arrived. */
  at: Date
}

/** How the receiver behaves: a status, or a handler that answers, or does not, as it likes. */
export type Behaviour = number | ((response: ServerResponse, received: ReceivedWebhook) => void)

/** A client's webhook endpoint on this machine. */
export interface WebhookReceiver {
  url: string
  /** Everything that came, oldest first. */
  received: ReceivedWebhook[]
  /** The first webhook of a status, of one identification if named, that came or comes within the time. */
  waitFor(status: string, timeoutMs: number, identificationId?: string): Promise<ReceivedWebhook>
  /** Behaviours of the next webhooks, one each; after them, 200. */
  respondWith(...behaviours: Behaviour[]): void
  close(): Promise<void>
}

/** Bytes taken of a webhook; ours are far smaller. */
const MAX_BODY_BYTES = 64 * 1024

/** Opens a webhook endpoint on a free port of loopback. */
export async function openReceiver({ secret }: { secret: string }): Promise<WebhookReceiver> {
  const received: ReceivedWebhook[] = []
  const behaviours: Behaviour[] = []
  const listeners = new Set<(webhook: ReceivedWebhook) => void>()
  const server = createServer(async (request, response) => {
    const body = await readBody(request)
    const webhook = readWebhook(request, { body, secret })
    received.push(webhook)
    const behaviour = behaviours.shift() ?? 200
    if (typeof behaviour === 'function') behaviour(response, webhook)
    else response.writeHead(behaviour, { 'content-type': 'application/json' }).end('{"status":"ok"}')
    for (const listener of listeners) listener(webhook)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/webhook`,
    received,
    waitFor: (status, timeoutMs, identificationId) =>
      waitFor({ received, listeners }, { status, identificationId }, timeoutMs),
    respondWith: (...next) => void behaviours.push(...next),
    close: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  let sizeBytes = 0
  for await (const chunk of request) {
    sizeBytes += chunk.length
    if (sizeBytes > MAX_BODY_BYTES) throw new Error('A webhook is larger than any of ours')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

function readWebhook(
  { headers }: IncomingMessage,
  { body, secret }: { body: string; secret: string },
): ReceivedWebhook {
  const told = JSON.parse(body)
  return {
    status: told.status,
    returnReason: told.return_reason,
    identificationId: told.identification_id,
    verified: isSigned(String(headers['ubble-signature']), { body, secret }),
    body,
    headers,
    at: new Date(),
  }
}

/** The API text's check ("Webhook security"), and the strict grammar that running clients ask for. */
function isSigned(header: string, { body, secret }: { body: string; secret: string }): boolean {
  const parts = /^ts=(?<ts>\d+),v1=(?<v1>\S{64})$/.exec(header)?.groups
  if (!parts) return false
  const expected = createHmac('sha256', secret).update(`${parts.ts}.${body}`).digest('hex')
  return expected === parts.v1
}

function waitFor(
  source: { received: ReceivedWebhook[]; listeners: Set<(webhook: ReceivedWebhook) => void> },
  wanted: { status: string; identificationId: string | undefined },
  timeoutMs: number,
): Promise<ReceivedWebhook> {
  const fits = ({ status, identificationId }: ReceivedWebhook) =>
    status === wanted.status && identificationId === (wanted.identificationId ?? identificationId)
  const there = source.received.find(fits)
  if (there) return Promise.resolve(there)
  return new Promise((done, fail) => {
    const listener = (webhook: ReceivedWebhook) => {
      if (!fits(webhook)) return
      clearTimeout(timer)
      source.listeners.delete(listener)
      done(webhook)
    }
    const timer = setTimeout(() => {
      source.listeners.delete(listener)
      const got = source.received.map(({ status }) => status).join(', ')
      fail(new Error(`No webhook ${wanted.status} in ${timeoutMs} ms; got: ${got}`))
    }, timeoutMs)
    source.listeners.add(listener)
  })
}
