import { constants } from 'node:crypto'
import http from 'node:http'
import https from 'node:https'
import type { Socket } from 'node:net'
import Fastify, {
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  LogController,
} from 'fastify'
import type { Logger } from 'pino'
import { Problem } from '../../domain/problem.ts'
import { watchRoutes } from './_allowed-methods.ts'
import { refuseStrangeAddresses } from './_refuse-strange-addresses.ts'
import { chooseRequestId, REQUEST_ID_HEADER } from './_request-id.ts'
import { CONNECT_METHOD, refuseBytes, sendProblem } from './problems.ts'

/** Milliseconds a request may take to arrive whole; clients of the API give up after 10 s themselves. */
const REQUEST_TIMEOUT_MS = 30_000

/** Milliseconds an idle connection is kept, longer than the 60 s of usual load balancers. */
const KEEP_ALIVE_TIMEOUT_MS = 72_000

/** Open connections of a listener; beyond it new ones are closed, so that memory is bounded. */
const MAX_CONNECTIONS = 4096

/** A server's certificate chain and key, PEM. */
export interface TlsIdentity {
  cert: string
  key: string
}

/** How a listener listens. */
export interface ListenerOptions {
  log: Logger
  /** Null: plain HTTP. */
  tls: TlsIdentity | null
  /** `asked`: clients may show a certificate; whether it is good is checked per request. */
  clientCertificates: 'asked' | 'ignored'
  bodyLimitBytes: number
  /** Addresses or networks of proxies whose forwarded headers are believed. */
  trustedProxies?: string[]
}

/** An HTTP server without routes that already answers every failure in the API's error shape. */
export function createListener(options: ListenerOptions): FastifyInstance {
  const app: FastifyInstance = Fastify({
    serverFactory: (handler) => createServer(options, handler),
    loggerInstance: options.log as FastifyBaseLogger,
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'requestId' }),
    genReqId: chooseRequestId,
    bodyLimit: options.bodyLimitBytes,
    trustProxy: options.trustedProxies?.length ? options.trustedProxies : false,
    return503OnClosing: false,
    routerOptions: { ignoreTrailingSlash: true },
    clientErrorHandler: (error, socket) => refuseBytes(error, socket),
    frameworkErrors: (error, request, reply) => {
      sendProblem(error, request, reply)
      // What the framework refuses meets no hook.
      logAnswer(request, reply)
    },
  })
  app.setErrorHandler(sendProblem)
  app.setNotFoundHandler((request, reply) => sendProblem(unknownRoute(), request, reply))
  app.addHook('onRequest', async ({ id }, reply) => void reply.header(REQUEST_ID_HEADER, id))
  refuseStrangeAddresses(app)
  refuseUnknownRoutes(app)
  app.addHook('onResponse', async (request, reply) => logAnswer(request, reply))
  return app
}

function createServer(options: ListenerOptions, handler: http.RequestListener): http.Server {
  const policy = {
    requestTimeout: REQUEST_TIMEOUT_MS,
    keepAliveTimeout: KEEP_ALIVE_TIMEOUT_MS,
    // Node's own refusal has no body.
    requireHostHeader: false,
  }
  const server = options.tls
    ? https.createServer({ ...policy, ...options.tls, ...tlsPolicy(options.clientCertificates) }, handler)
    : http.createServer(policy, handler)
  server.maxConnections = MAX_CONNECTIONS
  // A server may pass over what it does not know there (RFC 9110 §10.1.1); Node would answer 417.
  server.on('checkExpectation', handler)
  server.on('connect', (_request, socket) => {
    refuseBytes(Object.assign(new Error('Refuse a tunnel'), { code: CONNECT_METHOD }), socket as Socket)
  })
  return server as http.Server
}

/**
 * Without a list of authorities, so that clients send whatever certificate they hold; the handshake proves
 * that they hold its key, and nothing else is concluded from it.
 */
function tlsPolicy(clientCertificates: ListenerOptions['clientCertificates']): https.ServerOptions {
  return {
    minVersion: 'TLSv1.2',
    secureOptions: constants.SSL_OP_NO_RENEGOTIATION,
    requestCert: clientCertificates === 'asked',
    rejectUnauthorized: false,
  }
}

/** Before any other hook: an address that does not exist needs no credentials and no media type. */
function refuseUnknownRoutes(app: FastifyInstance): void {
  const allowedMethods = watchRoutes(app)
  app.addHook('onRequest', async (request, reply) => {
    if (!request.is404) return
    const allowed = allowedMethods(pathOf(request))
    if (allowed.length === 0 || allowed.includes(request.method)) {
      throw unknownRoute()
    }
    reply.header('allow', allowed.join(', '))
    throw new Problem('method_not_allowed', `The method ${request.method} is not allowed here`)
  })
}

function unknownRoute(): Problem {
  return new Problem('unknown_route', 'No resource has this address')
}

/** One line an answer, without addresses, which hold identification ids and signatures. */
function logAnswer(request: FastifyRequest, reply: FastifyReply): void {
  request.log.info(
    {
      method: request.method,
      route: request.routeOptions?.url ?? null,
      status: reply.statusCode,
      durationMs: Math.round(reply.elapsedTime),
    },
    'Answered',
  )
}

function pathOf(request: FastifyRequest): string {
  return request.url.split('?', 1)[0] ?? ''
}
