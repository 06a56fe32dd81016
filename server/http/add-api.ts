import type { FastifyInstance } from 'fastify'
import { assertJsonApiAccepted } from './_media-types.ts'
import { takeBodies } from './_take-bodies.ts'
import type { ApiLimits } from './api-limits.ts'
import { type Authenticate, addAuthentication, clientOf } from './authentication.ts'
import { type AssetSteps, addAssetRoutes } from './endpoints/asset-routes.ts'
import { ENDPOINTS } from './endpoints/describe-endpoints.ts'
import { type AnonymizeSteps, addAnonymizeRoutes } from './endpoints/erasure/anonymize-routes.ts'
import { addIdentificationRoutes, type IdentificationSteps } from './endpoints/identification-routes.ts'
import { addEventRoutes, type EventSteps } from './endpoints/lists/event-routes.ts'
import { addListRoutes, type ListSteps } from './endpoints/lists/list-routes.ts'
import { addNotifyRoute, type NotifySteps } from './endpoints/notify-route.ts'
import { addRelatedRoutes, type RelatedRoutesOptions } from './endpoints/related-routes.ts'
import { addReportRoute, type ReportSteps } from './endpoints/report-route.ts'
import { addSimulationRoutes, type SimulationSteps } from './endpoints/simulation-routes.ts'
import { addressOf, limitRequests } from './limit-requests.ts'
import { addOpenapiRoute, openOpenapi } from './openapi/openapi-route.ts'
import { writeOpenapi } from './openapi/write-openapi.ts'
import type { AnswerUrls } from './resources/answer-urls.ts'
import { type SignAnswer, signAnswers } from './signing/sign-answers.ts'
import { addSigningKeyRoutes, type FindSigningKeys } from './signing/signing-key-routes.ts'
import { addApiVersions } from './versions/api-version-header.ts'

/** Bytes a request body may have: a create request with every field at its longest has under 10 kB. */
export const API_BODY_LIMIT_BYTES = 65_536

/** What the client API is made of, whichever listener it stands on. */
export interface Api {
  now: () => Date
  authenticate: Authenticate
  identifications: IdentificationSteps
  notifications: NotifySteps
  erasures: AnonymizeSteps
  simulations: SimulationSteps
  assets: AssetSteps
  events: EventSteps
  reports: ReportSteps
  lists: ListSteps
  findOwner: RelatedRoutesOptions['findOwner']
  urls: AnswerUrls
  /** Left out: answers are not signed. */
  signing?: { signAnswer: SignAnswer; findSigningKeys: FindSigningKeys }
  /** Shared by all listeners, so that no account has its limit twice; left out: any number of requests. */
  limits?: ApiLimits
}

/**
 * Adds the client API under some prefixes: Basic authentication and, where the account wants it, the client's
 * certificate, both told anew for each request; JSON:API both ways.
 */
export function addApi(app: FastifyInstance, api: Api, prefixes: readonly string[]): void {
  limitByAddress(app, api)
  openOpenapi(app, (isRoute) =>
    writeOpenapi(
      ENDPOINTS.filter(({ url }) => isRoute(url)),
      api.urls.apiBaseUrl,
    ),
  )
  addAuthentication(app, api)
  addApiVersions(app)
  limitByAccount(app, api)
  if (api.signing) signAnswers(app, api.signing.signAnswer)
  app.addHook('onRequest', async (request, reply) => {
    reply.headers({ 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' })
    if (request.routeOptions.config.accept !== 'anything') assertJsonApiAccepted(request.headers.accept)
  })
  takeBodies(app, 'json-api')
  for (const prefix of prefixes) app.register(async (scope) => addRoutes(scope, api), { prefix })
}

function addRoutes(scope: FastifyInstance, api: Api): void {
  addIdentificationRoutes(scope, { steps: api.identifications, urls: api.urls })
  addNotifyRoute(scope, api.notifications)
  addListRoutes(scope, { steps: api.lists, urls: api.urls })
  addAssetRoutes(scope, { steps: api.assets, urls: api.urls })
  addAnonymizeRoutes(scope, api.erasures)
  addEventRoutes(scope, { steps: api.events, urls: api.urls })
  addReportRoute(scope, api.reports)
  addSimulationRoutes(scope, { steps: api.simulations, urls: api.urls })
  addRelatedRoutes(scope, api)
  addOpenapiRoute(scope)
  if (api.signing) addSigningKeyRoutes(scope, api.signing.findSigningKeys)
}

/** Before anything is looked up, so that wrong credentials count too. */
function limitByAddress(app: FastifyInstance, { limits, now }: Api): void {
  if (!limits?.addresses) return
  limitRequests(app, {
    buckets: limits.addresses,
    countFor: addressOf,
    detail: 'Too many requests come from this address',
    nowMs: () => now().getTime(),
  })
}

function limitByAccount(app: FastifyInstance, { limits, now }: Api): void {
  if (!limits?.accounts) return
  limitRequests(app, {
    buckets: limits.accounts,
    countFor: (request) => clientOf(request).account.id,
    detail: 'This account sends too many requests',
    nowMs: () => now().getTime(),
  })
}
