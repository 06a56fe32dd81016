import type { FastifyInstance } from 'fastify'
import type { Client } from '../../../domain/account.ts'
import type { IdentificationRecord } from '../../../domain/identification-record.ts'
import { Problem } from '../../../domain/problem.ts'
import type { Simulation } from '../../../domain/simulation.ts'
import { clientOf } from '../authentication.ts'
import { sendDocument } from '../json-api.ts'
import { readIdentificationId } from '../read-identification-id.ts'
import type { AnswerUrls } from '../resources/answer-urls.ts'
import { presentIdentification } from '../resources/present-identification.ts'
import { parseSimulation } from './parse-simulation.ts'

/** What the route has done for it. */
export interface SimulationSteps {
  /** Throws `Problem('unknown_record')`, `Problem('params_invalid')` for a status that cannot follow. */
  simulate(client: Client, identificationId: string, simulation: Simulation): Promise<IdentificationRecord>
}

/** `POST /identifications/:identificationId/simulate/`, with credentials of the test environment alone. */
export function addSimulationRoutes(
  app: FastifyInstance,
  { steps, urls }: { steps: SimulationSteps; urls: AnswerUrls },
): void {
  app.post('/identifications/:identificationId/simulate/', async (request, reply) => {
    const client = clientOf(request)
    if (client.environment !== 'test') {
      throw new Problem('forbidden', 'Only identifications of the test environment are simulated')
    }
    const identificationId = readIdentificationId(request)
    const record = await steps.simulate(client, identificationId, parseSimulation(request.body))
    return sendDocument(reply, presentIdentification(record, urls))
  })
}
