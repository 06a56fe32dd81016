import type { OutgoingHttpHeaders, ServerResponse } from 'node:http'
import { pipeline, type Readable } from 'node:stream'
import httpProxy from '@fastify/http-proxy'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Problem } from '../../../domain/problem.ts'
import { readIdentificationId } from '../read-identification-id.ts'

/** Bytes of the longest body that is let through; an SDP offer with every codec of Chromium has 8 kB. */
const BODY_LIMIT_BYTES = 65_536

/** Milliseconds the media process may take to begin an answer; gathering candidates takes 150 ms. */
const ANSWER_TIMEOUT_MS = 15_000

/** Addresses that are let through: plain words, so that nothing leads out of the identification's own. */
const PLAIN_PATH = /^\/capture\/[\w-]+(\/[\w-]+)+\/?$/

/**
 * Passes the camera's signalling (`whip`), the scenes' marks (`scenes`) and the live channel (`live`) of an
 * identification on to the media process, unbuffered. Throws `Problem('unavailable')` where it is away.
 */
export async function addMediaProxy(app: FastifyInstance, mediaUrl: string): Promise<void> {
  endLiveAnswersAtClose(app)
  await app.register(httpProxy, {
    upstream: mediaUrl,
    prefix: '/capture/:identificationId',
    rewritePrefix: '/capture/:identificationId',
    routes: ['/whip', '/whip/*', '/scenes/*', '/live'],
    httpMethods: ['GET', 'POST', 'PATCH', 'DELETE'],
    preHandler: async (request) => assertPassable(request),
    disableRequestLogging: true,
    // An offer or a mark that was sent twice would count twice.
    retryMethods: [],
    // The live channel may be quiet for long; only its beginning has a limit.
    undici: { headersTimeout: ANSWER_TIMEOUT_MS, bodyTimeout: 0 },
    replyOptions: {
      rewriteRequestHeaders: (request, headers) => ({ ...headers, 'x-forwarded-for': request.ip }),
      // The types allow HTTP/2 and say a server's response; what comes is the client's, with its stream.
      onResponse: (_request, reply, answer) =>
        passOn(reply as unknown as FastifyReply, (answer as unknown as { stream: Readable }).stream),
      onError: (reply) => {
        reply.send(new Problem('unavailable', 'The camera cannot be received now'))
      },
    },
  })
}

function assertPassable(request: FastifyRequest): void {
  readIdentificationId(request)
  if (!PLAIN_PATH.test(request.url.split('?', 1)[0] ?? '')) {
    throw new Problem('unknown_route', 'No resource has this address')
  }
  const length = Number(request.headers['content-length'] ?? 0)
  if (length > BODY_LIMIT_BYTES || request.headers['transfer-encoding']) {
    throw new Problem('params_invalid', `The body must say its length, ${BODY_LIMIT_BYTES} bytes at most`)
  }
}

/** Sends the head of a live answer before there is anything in it; the framework waits for its first bytes. */
function passOn(reply: FastifyReply, stream: Readable): void {
  if (!isLive(reply.request)) {
    reply.send(stream)
    return
  }
  reply.hijack()
  reply.raw.writeHead(reply.statusCode, reply.getHeaders() as OutgoingHttpHeaders)
  reply.raw.flushHeaders()
  // Either side's end ends the other; how it ended tells nothing more.
  pipeline(stream, reply.raw, () => {})
}

function isLive(request: FastifyRequest): boolean {
  return request.routeOptions.url?.endsWith('/live') ?? false
}

/** A live channel has no end of its own, and a listener closes only after its last answer. */
function endLiveAnswersAtClose(app: FastifyInstance): void {
  const live = new Set<ServerResponse>()
  app.addHook('onRequest', async (request, reply) => {
    if (!isLive(request)) return
    live.add(reply.raw)
    reply.raw.once('close', () => live.delete(reply.raw))
  })
  app.addHook('preClose', async () => {
    for (const answer of live) answer.destroy()
  })
}
