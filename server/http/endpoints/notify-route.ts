import type { FastifyInstance } from 'fastify'
import type { Client } from '../../../domain/account.ts'
import { clientOf } from '../authentication.ts'
import { readIdentificationId } from '../read-identification-id.ts'
import { parseNotifyForm } from './parse-notify-form.ts'

/** What the route has done for it. */
export interface NotifySteps {
  /**
   * Tells a webhook, or the default one, the status an identification has. Throws `Problem('unknown_record')`,
   * or `Problem('params_invalid')` where there is no webhook to tell.
   */
  notify(client: Client, identificationId: string, webhook: string | null): Promise<void>
}

/** `POST /identifications/:identificationId/notify/` (API text, "Force webhook notification"). */
export function addNotifyRoute(app: FastifyInstance, { notify }: NotifySteps): void {
  app.post(
    '/identifications/:identificationId/notify/',
    { config: { body: 'json or form' } },
    async (request, reply) => {
      await notify(clientOf(request), readIdentificationId(request), parseNotifyForm(request.body))
      return reply.code(204).send()
    },
  )
}
