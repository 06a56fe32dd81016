import type { FastifyInstance } from 'fastify'
import type { Logger } from 'pino'
import { assertJsonApiAccepted } from './_media-types.ts'
import { takeBodies } from './_take-bodies.ts'
import { type Authenticate, addAuthentication, clientOf } from './authentication.ts'
import { createListener, type TlsIdentity } from './create-listener.ts'
import { addIdentificationRoutes, type IdentificationSteps } from './endpoints/identification-routes.ts'
import { addNotifyRoute, type NotifySteps } from './endpoints/notify-route.ts'
import { addSimulationRoutes, type SimulationSteps } from './endpoints/simulation-routes.ts'
import { addressOf, limitRequests } from './limit-requests.ts'
import type { AnswerUrls } from './resources/answer-urls.ts'

/** Bytes a request body may have: a create request with every field at its longest has under 10 kB. */
const BODY_LIMIT_BYTES = 65_536

/** Where the API stands: as the text writes it, and as older integrations call it. */
const PREFIXES = ['/', '/api/']

/** What the API is built from. */
export interface ApiListenerOptions {
  tls: TlsIdentity
  log: Logger
  now: () => Date
  authenticate: Authenticate
  identifications: IdentificationSteps
  notifications: NotifySteps
  simulations: SimulationSteps
  urls: AnswerUrls
  /** How many requests an account, and an address, may send a minute; left out: any number. */
  requestsPerMinute?: { account?: number; address?: number }
  /** Addresses of proxies whose forwarded headers are believed; none when left out. */
  trustedProxies?: string[]
}

/**
 * The client API over HTTPS: Basic authentication and, where the account wants it, the client's certificate,
 * both told anew for each request; JSON:API both ways. Not listening yet.
 */
export function createApiListener(options: ApiListenerOptions): FastifyInstance {
  const app = createListener({
    log: options.log,
    tls: options.tls,
    clientCertificates: 'asked',
    bodyLimitBytes: BODY_LIMIT_BYTES,
    trustedProxies: options.trustedProxies,
  })
  limitByAddress(app, options)
  addAuthentication(app, options)
  limitByAccount(app, options)
  app.addHook('onRequest', async (request, reply) => {
    reply.headers({ 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' })
    if (request.routeOptions.config.accept !== 'anything') assertJsonApiAccepted(request.headers.accept)
  })
  takeBodies(app, 'json-api')
  for (const prefix of PREFIXES) {
    app.register(
      async (scope) => {
        addIdentificationRoutes(scope, { steps: options.identifications, urls: options.urls })
        addNotifyRoute(scope, options.notifications)
        addSimulationRoutes(scope, { steps: options.simulations, urls: options.urls })
      },
      { prefix },
    )
  }
  return app
}

/** Before anything is looked up, so that wrong credentials count too. */
function limitByAddress(app: FastifyInstance, { requestsPerMinute, now }: ApiListenerOptions): void {
  if (requestsPerMinute?.address === undefined) return
  limitRequests(app, {
    perMinute: requestsPerMinute.address,
    countFor: addressOf,
    detail: 'Too many requests come from this address',
    nowMs: () => now().getTime(),
  })
}

function limitByAccount(app: FastifyInstance, { requestsPerMinute, now }: ApiListenerOptions): void {
  if (requestsPerMinute?.account === undefined) return
  limitRequests(app, {
    perMinute: requestsPerMinute.account,
    countFor: (request) => clientOf(request).account.id,
    detail: 'This account sends too many requests',
    nowMs: () => now().getTime(),
  })
}
