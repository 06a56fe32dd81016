import type { FastifyInstance, FastifyReply } from 'fastify'

/** Where the description of the API stands. */
const OPENAPI_URL = '/openapi.json'

/**
 * Answers for the description before anything is asked of a client: it is for everybody. To be added before
 * the authentication; the route itself is added by `addOpenapiRoute`.
 */
export function openOpenapi(
  app: FastifyInstance,
  describe: (isRoute: (url: string) => boolean) => object,
): void {
  const urls: string[] = []
  app.addHook('onRoute', (route) => {
    urls.push(route.url)
  })
  let bytes: Buffer | undefined
  app.addHook('onRequest', async (request, reply) => {
    if (request.routeOptions.url?.endsWith(OPENAPI_URL)) {
      // Written when somebody first asks: the start of a process does not wait for it.
      bytes ??= Buffer.from(JSON.stringify(describe((url) => urls.some((route) => route.endsWith(url)))))
      return send(reply, bytes)
    }
  })
}

/** `GET /openapi.json`, which the hook has answered when it is reached. */
export function addOpenapiRoute(app: FastifyInstance): void {
  app.get(OPENAPI_URL, async () => {
    throw new Error('The description of the API is answered before its route')
  })
}

function send(reply: FastifyReply, bytes: Buffer): FastifyReply {
  return reply
    .headers({ 'cache-control': 'no-cache', 'x-content-type-options': 'nosniff' })
    .type('application/json')
    .send(bytes)
}
