import type { FastifyInstance } from 'fastify'
import { Problem } from '../../../domain/problem.ts'
import { API_BODY_LIMIT_BYTES, type Api, addApi } from '../add-api.ts'

/** Where older integrations find the API on the pages' host. */
const PREFIX = '/api/'

/**
 * The client API beside the pages, for accounts without mandatory certificates: this listener asks for none, so
 * that browsers do not prompt for one. Over plain HTTP it is refused (API text, "Authentication").
 */
export async function addApiDoor(
  app: FastifyInstance,
  { api, transport }: { api: Api; transport: 'tls' | 'plain' },
): Promise<void> {
  if (transport === 'plain') {
    app.all(`${PREFIX}*`, { config: { body: 'ignored' } }, () => {
      throw new Problem('forbidden', 'API requests must be made over HTTPS')
    })
    return
  }
  app.addHook('onRoute', (route) => {
    route.bodyLimit = API_BODY_LIMIT_BYTES
  })
  addApi(app, api, [PREFIX])
}
