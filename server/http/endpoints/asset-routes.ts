import type { FastifyInstance } from 'fastify'
import type { Client } from '../../../domain/account.ts'
import type { FetchedAssets } from '../../journey/fetch-assets.ts'
import { clientOf } from '../authentication.ts'
import { readIdentificationId } from '../read-identification-id.ts'
import type { AnswerUrls } from '../resources/answer-urls.ts'
import { presentAssets } from '../resources/present-assets.ts'

/** What the route has done for it. */
export interface AssetSteps {
  /** Throws `Problem('forbidden')` in the live environment, `Problem('unknown_record')`. */
  fetchAssets(client: Client, identificationId: string): Promise<FetchedAssets>
}

/** `GET /identifications/:identificationId/assets/` (API text, "Endpoints (Test only)"): plain JSON. */
export function addAssetRoutes(
  app: FastifyInstance,
  { steps, urls }: { steps: AssetSteps; urls: AnswerUrls },
): void {
  app.get(
    '/identifications/:identificationId/assets/',
    { config: { accept: 'anything' } },
    async (request, reply) => {
      const assets = await steps.fetchAssets(clientOf(request), readIdentificationId(request))
      // Bytes, because the framework adds a charset to text.
      return reply.type('application/json').send(Buffer.from(JSON.stringify(presentAssets(assets, urls))))
    },
  )
}
