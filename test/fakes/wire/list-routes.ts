import { tmpdir } from 'node:os'
import type { FastifyInstance } from 'fastify'
import { pino } from 'pino'
import { createApiListener } from '../../../server/http/api-listener.ts'
import { createWebListener } from '../../../server/http/web-listener.ts'
import { UNASKED_API } from '../api/unasked-api.ts'
import type { CertifiedKey } from '../certificates.ts'

/** A route as its listener has it. */
export interface ListedRoute {
  listener: 'api' | 'web'
  method: string
  /** With its parameters as `:name` and its rest as `*`. */
  url: string
}

/** Every route of the API's and the pages' listeners, read from the listeners themselves. */
export async function listRoutes(tls: CertifiedKey): Promise<ListedRoute[]> {
  const log = pino({ level: 'silent' })
  const api = createApiListener({ ...UNASKED_API, tls, log })
  const web = createWebListener({
    host: '127.0.0.1',
    tls,
    log,
    captureAppFolder: tmpdir(),
    frameAncestors: ['*'],
    // Routes are only listed, never asked.
    capture: {} as Parameters<typeof createWebListener>[0]['capture'],
    api: UNASKED_API,
    assets: {} as Parameters<typeof createWebListener>[0]['assets'],
    mediaUrl: 'http://127.0.0.1:9',
  })
  return [...(await routesOf(api, 'api')), ...(await routesOf(web, 'web'))]
}

/** Routes are added when a listener gets ready, so that a hook set before sees each of them. */
async function routesOf(app: FastifyInstance, listener: ListedRoute['listener']): Promise<ListedRoute[]> {
  const routes: ListedRoute[] = []
  app.addHook('onRoute', ({ method, url }) => {
    routes.push(...[method].flat().map((one) => ({ listener, method: one, url })))
  })
  await app.ready()
  await app.close()
  return routes
}
