import type { FastifyInstance, FastifyRequest } from 'fastify'

const NAME = 'rawBody'
const NOTHING = Buffer.alloc(0)

/** Lets the requests of an application carry their bodies as they came. */
export function carryRawBodies(app: FastifyInstance): void {
  app.decorateRequest(NAME, null)
}

/** Keeps a request's body as it came. */
export function keepRawBody(request: FastifyRequest, body: Buffer): void {
  request.setDecorator(NAME, body)
}

/** The bytes of a request's body; none where there is no body. */
export function rawBodyOf(request: FastifyRequest): Buffer {
  return request.getDecorator<Buffer | null>(NAME) ?? NOTHING
}
