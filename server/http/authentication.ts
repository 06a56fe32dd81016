import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Client } from '../../domain/account.ts'
import type { ClientClaim } from '../accounts/authenticate-client.ts'
import { readBasicCredentials } from './_basic-credentials.ts'
import { readCertificateFingerprint } from './_client-certificate.ts'

/** Tells the client behind a claim. Throws `Problem('unauthenticated')`. */
export type Authenticate = (claim: ClientClaim) => Promise<Client>

/** How a client may authenticate (RFC 7617 §2). */
const CHALLENGE = 'Basic realm="API", charset="UTF-8"'

/** Has every request tell its client before its body is looked at. */
export function addAuthentication(
  app: FastifyInstance,
  { authenticate, now }: { authenticate: Authenticate; now: () => Date },
): void {
  app.decorateRequest('client', null)
  app.addHook('onRequest', async (request, reply) => {
    // Taken back by success; the header belongs to refusals.
    reply.header('www-authenticate', CHALLENGE)
    const credentials = readBasicCredentials(request.headers.authorization)
    const certificateFingerprint = readCertificateFingerprint(request.raw.socket, now())
    const client = await authenticate({ ...credentials, certificateFingerprint })
    request.setDecorator('client', { ...client, clientId: credentials.clientId, requestId: request.id })
    reply.removeHeader('www-authenticate')
  })
}

/** The client that makes a request. */
export function clientOf(request: FastifyRequest): Client {
  return request.getDecorator<Client>('client')
}
