import type { FastifyInstance } from 'fastify'
import type { Client } from '../../../../domain/account.ts'
import type { ErasureCertificate } from '../../../anonymization/find-erasure.ts'
import { clientOf } from '../../authentication.ts'
import { identify, sendDocument, writeTime } from '../../json-api.ts'
import { readIdentificationId } from '../../read-identification-id.ts'

/** What the routes have done for them; each throws `Problem('unknown_record')`. */
export interface AnonymizeSteps {
  anonymize(client: Client, identificationId: string): Promise<void>
  findErasure(client: Client, identificationId: string): Promise<ErasureCertificate & { id: number }>
}

/**
 * `POST /identifications/:identificationId/anonymize/` (API text, "Anonymize identification") and, beside the
 * text, `GET /identifications/:identificationId/erasure/`: what was destroyed, signed.
 */
export function addAnonymizeRoutes(app: FastifyInstance, steps: AnonymizeSteps): void {
  app.post(
    '/identifications/:identificationId/anonymize/',
    { config: { body: 'ignored' } },
    async (request, reply) => {
      await steps.anonymize(clientOf(request), readIdentificationId(request))
      return reply.code(202).send()
    },
  )

  app.get('/identifications/:identificationId/erasure/', async (request, reply) => {
    const erasure = await steps.findErasure(clientOf(request), readIdentificationId(request))
    return sendDocument(reply, {
      data: {
        ...identify('erasures', erasure.id),
        attributes: {
          'erased-at': writeTime(erasure.erasedAt),
          certificate: erasure.certificate,
          algorithm: 'Ed25519',
          signature: erasure.signature,
          'public-key': erasure.publicKey,
        },
      },
    })
  })
}
