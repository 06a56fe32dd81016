import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Client } from '../../../domain/account.ts'
import { Problem } from '../../../domain/problem.ts'
import { type SigningKey, writeSigningKeyName } from '../../../domain/signing-key.ts'
import { clientOf } from '../authentication.ts'
import { sendDocument } from '../json-api.ts'
import { presentSigningKey } from './present-signing-key.ts'

/** Media type of a PEM file, as other key servers send it. */
const PEM_MEDIA_TYPE = 'application/x-pem-file'

/** Every version of the public keys that a client's answers are or were signed with, oldest first. */
export type FindSigningKeys = (client: Client) => Promise<SigningKey[]>

/**
 * `GET /signing-keys/`, `GET /signing-keys/:name` and `GET /signing-keys/:name.pem`: the public keys that verify
 * our answers, all versions (API text, "Signing key policy").
 */
export function addSigningKeyRoutes(app: FastifyInstance, findSigningKeys: FindSigningKeys): void {
  app.get('/signing-keys/', async (request, reply) => {
    const keys = await findSigningKeys(clientOf(request))
    return sendDocument(reply, { data: keys.map(presentSigningKey) })
  })

  app.get('/signing-keys/:name/', { config: { accept: 'anything' } }, async (request, reply) => {
    const { name, format } = readName(request)
    const key = (await findSigningKeys(clientOf(request))).find((one) => writeSigningKeyName(one) === name)
    if (!key) throw new Problem('unknown_record', 'No signing key of yours has this name')
    if (format === 'pem') return reply.type(PEM_MEDIA_TYPE).send(Buffer.from(key.publicKeyPem))
    return sendDocument(reply, { data: presentSigningKey(key) })
  })
}

function readName(request: FastifyRequest): { name: string; format: 'document' | 'pem' } {
  const { name } = request.params as { name: string }
  return name.endsWith('.pem') ? { name: name.slice(0, -4), format: 'pem' } : { name, format: 'document' }
}
