import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Client } from '../../../domain/account.ts'
import { clientOf } from '../authentication.ts'

/** Gives the signature of a client's answer; null where its configuration wants none. */
export type SignAnswer = (client: Client, body: Uint8Array) => Promise<string | null>

const EMPTY = new Uint8Array()

/**
 * Has every answer to a known client signed over the exact bytes of its body, errors and files included (API
 * text, "API response signing"). What the client receives is what is signed: nothing after a HEAD.
 */
export function signAnswers(app: FastifyInstance, sign: SignAnswer): void {
  app.addHook('onSend', async (request, reply, payload) => {
    const body = payload instanceof Readable ? await buffer(payload) : payload
    const client: Client | null = clientOf(request)
    if (client) await addSignature(request, reply, () => sign(client, bytesOf(request, body)))
    return body
  })
}

async function addSignature(
  request: FastifyRequest,
  reply: FastifyReply,
  sign: () => Promise<string | null>,
): Promise<void> {
  try {
    const signature = await sign()
    if (signature !== null) reply.header('Ubble-Signature', signature)
  } catch (error) {
    // A failure of ours is told unsigned rather than not at all.
    if (reply.statusCode < 500) throw error
    request.log.error({ error }, 'An answer could not be signed')
  }
}

function bytesOf(request: FastifyRequest, body: unknown): Uint8Array {
  if (request.method === 'HEAD' || body === null || body === undefined) return EMPTY
  if (body instanceof Uint8Array) return body
  if (typeof body === 'string') return Buffer.from(body)
  throw new Error('An answer of this kind cannot be signed')
}
