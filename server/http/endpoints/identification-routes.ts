import type { FastifyInstance } from 'fastify'
import type { Client } from '../../../domain/account.ts'
import type { Configuration } from '../../../domain/configuration.ts'
import type { Idempotency, IdentificationForm } from '../../../domain/identification-form.ts'
import type { IdentificationRecord } from '../../../domain/identification-record.ts'
import { clientOf } from '../authentication.ts'
import { sendDocument } from '../json-api.ts'
import { readIdempotency } from '../read-idempotency.ts'
import { readIdentificationId } from '../read-identification-id.ts'
import type { AnswerUrls } from '../resources/answer-urls.ts'
import { presentIdentification } from '../resources/present-identification.ts'
import { parseIdentificationForm } from './parse-identification-form.ts'

/** What the routes have done for them. */
export interface IdentificationSteps {
  /** Which product the client's configuration is of; it decides what a create request must hold. */
  findProduct(client: Client): Promise<Configuration['product']>
  /** Under a key that was used before it gives what was created then. */
  createIdentification(
    client: Client,
    form: IdentificationForm,
    idempotency: Idempotency | null,
  ): Promise<IdentificationRecord>
  /** Throws `Problem('unknown_record')`. */
  findIdentification(client: Client, identificationId: string): Promise<IdentificationRecord>
}

/** How identifications are answered. */
export interface IdentificationRoutesOptions {
  steps: IdentificationSteps
  urls: AnswerUrls
}

/** `POST /identifications/` and `GET /identifications/:identificationId/` (API text, "Endpoints"). */
export function addIdentificationRoutes(
  app: FastifyInstance,
  { steps, urls }: IdentificationRoutesOptions,
): void {
  app.post('/identifications/', async (request, reply) => {
    const client = clientOf(request)
    const form = parseIdentificationForm(request.body, await steps.findProduct(client))
    const record = await steps.createIdentification(client, form, readIdempotency(request, client))
    reply.code(201).header('location', `${urls.apiBaseUrl}/identifications/${record.identificationId}/`)
    return sendDocument(reply, presentIdentification(record, urls))
  })

  app.get('/identifications/:identificationId/', async (request, reply) => {
    const record = await steps.findIdentification(clientOf(request), readIdentificationId(request))
    return sendDocument(reply, presentIdentification(record, urls))
  })
}
