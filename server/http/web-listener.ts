import helmet from '@fastify/helmet'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Logger } from 'pino'
import { takeBodies } from './_take-bodies.ts'
import { TokenBuckets } from './_token-buckets.ts'
import type { Api } from './add-api.ts'
import { createListener, type TlsIdentity } from './create-listener.ts'
import { addressOf, limitRequests } from './limit-requests.ts'
import { addApiDoor } from './web/api-door.ts'
import { addCaptureRoutes, type CaptureSteps } from './web/capture-routes.ts'
import { addMediaProxy } from './web/media-proxy.ts'
import { addPageRoutes } from './web/page-routes.ts'
import { type AssetSource, addStorageRoute } from './web/storage-route.ts'

/** Bytes a request body may have; the longest the capture app sends itself has under 200. */
const BODY_LIMIT_BYTES = 16_384

/** Seconds browsers remember to come by HTTPS: a year, as browsers' preload lists ask for. */
const STRICT_TRANSPORT_S = 31_536_000

/** Methods that change nothing (RFC 9110 §9.2.1). */
const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS'])

/** What the applicant's pages are built from. */
export interface WebListenerOptions {
  /** The address it will listen on: plain HTTP is for loopback alone. */
  host: string
  tls: TlsIdentity | null
  log: Logger
  /** The built capture app. */
  captureAppFolder: string
  /** Who may frame the pages, as sources of Content-Security-Policy; `['*']` is anybody. */
  frameAncestors: string[]
  capture: CaptureSteps
  /** Served under /api/ where this listener has TLS, refused where it has not. */
  api: Api
  assets: AssetSource
  /** Base URL of the media process, on loopback. */
  mediaUrl: string
  /** How many requests that change something an address may send a minute; left out: any number. */
  changesPerMinute?: { address?: number; now: () => Date }
  /** Addresses of proxies whose forwarded headers are believed; none when left out. */
  trustedProxies?: string[]
}

/**
 * The applicant's pages, what they ask of the server, the camera's way to the media process, signed assets, and the
 * client API for those who call it there. Not listening yet. Throws an Error when other machines would be served without TLS.
 */
export function createWebListener(options: WebListenerOptions): FastifyInstance {
  if (!options.tls && !isLoopback(options.host)) {
    throw new Error(`Serving ${options.host} needs TLS: browsers open cameras on secure pages only`)
  }
  const app = createListener({
    log: options.log,
    tls: options.tls,
    clientCertificates: 'ignored',
    bodyLimitBytes: BODY_LIMIT_BYTES,
    trustedProxies: options.trustedProxies,
  })
  guardPages(app, options)
  limitChanges(app, options)
  app.register(async (scope) => {
    takeBodies(scope, 'json')
    addCaptureRoutes(scope, options.capture)
  })
  const transport = options.tls ? 'tls' : 'plain'
  app.register(async (scope) => addApiDoor(scope, { api: options.api, transport }))
  app.register(async (scope) => addMediaProxy(scope, options.mediaUrl))
  app.register(async (scope) => addStorageRoute(scope, options.assets))
  app.register(async (scope) => addPageRoutes(scope, options.captureAppFolder))
  return app
}

/** Pages, pictures and the live channel are free; attempts, scenes, offers and what ends them count. */
function limitChanges(app: FastifyInstance, { changesPerMinute }: WebListenerOptions): void {
  const { address, now } = changesPerMinute ?? {}
  if (address === undefined || !now) return
  limitRequests(app, {
    buckets: new TokenBuckets(address),
    countFor: (request) => (isStep(request) ? addressOf(request) : null),
    detail: 'Too many requests come from this address',
    nowMs: () => now().getTime(),
  })
}

/** The API has limits of its own. */
function isStep({ method, url }: FastifyRequest): boolean {
  return !SAFE_METHODS.has(method) && url.startsWith('/capture/')
}

/** What browsers are told to refuse: scripts, connections and frames from elsewhere, microphones, sniffing. */
function guardPages(app: FastifyInstance, { tls, frameAncestors }: WebListenerOptions): void {
  app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        fontSrc: ["'self'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        mediaSrc: ["'self'", 'blob:'],
        connectSrc: ["'self'"],
        workerSrc: ["'self'"],
        manifestSrc: ["'self'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors,
      },
    },
    // Says the same as frame-ancestors, but cannot name who may.
    frameguard: false,
    referrerPolicy: { policy: 'no-referrer' },
    strictTransportSecurity: tls ? { maxAge: STRICT_TRANSPORT_S, includeSubDomains: false } : false,
  })
  app.addHook('onRequest', async (_request, reply) => {
    reply.headers({ 'cache-control': 'no-store', 'permissions-policy': 'camera=(self), microphone=()' })
  })
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127\.\d+\.\d+\.\d+$/.test(host)
}
