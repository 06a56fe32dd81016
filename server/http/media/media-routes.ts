import type { ServerResponse } from 'node:http'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Problem } from '../../../domain/problem.ts'
import type { SceneName } from '../../../domain/scene.ts'
import type { LiveAttempt } from '../../capture/live-attempt.ts'
import type { LiveAttempts } from '../../capture/live-attempts.ts'
import { readBearerToken } from '../read-bearer-token.ts'
import { readIdentificationId } from '../read-identification-id.ts'
import { openLiveChannel } from './_live-channel.ts'

/** Bytes an offer may have; Chromium's with every codec has 8 kB. */
const OFFER_LIMIT_BYTES = 65_536

/** What the routes need. */
export interface MediaRoutesParts {
  live: Pick<LiveAttempts, 'publish' | 'unpublish' | 'startScene' | 'listen'>
  /** The running attempt a bearer token belongs to; null, or a thrown `Problem`, refuses it. */
  findAttempt(identificationId: string, attemptToken: string): Promise<LiveAttempt | null>
}

/**
 * The media process's routes, all with the attempt's bearer token: the camera's stream by WHIP (RFC 9725), the
 * start of a scene, and the live channel.
 */
export function addMediaRoutes(app: FastifyInstance, parts: MediaRoutesParts): void {
  app.decorateRequest('attempt', null)
  app.addHook('onRequest', async (request) => {
    const attempt = await parts.findAttempt(readIdentificationId(request), readBearerToken(request))
    if (!attempt) throw new Problem('unauthenticated', 'This is not the token of the running attempt')
    request.setDecorator('attempt', attempt)
  })
  takeOffers(app)
  addWhipRoutes(app, parts)
  addSceneRoutes(app, parts)
  addLiveRoute(app, parts)
}

/** Bodies are SDP (RFC 9725 §4.2) and nothing else; other routes have none. */
function takeOffers(app: FastifyInstance): void {
  app.removeAllContentTypeParsers()
  app.addContentTypeParser(
    'application/sdp',
    { parseAs: 'string', bodyLimit: OFFER_LIMIT_BYTES },
    (_request, body, done) => done(null, body),
  )
  app.addHook('preParsing', async (request) => {
    const hasBody =
      request.headers['content-type'] !== undefined || request.headers['content-length'] !== undefined
    const isSdp = /^application\/sdp\s*(;|$)/i.test(request.headers['content-type'] ?? '')
    if (request.routeOptions.url?.endsWith('/whip') && hasBody && !isSdp) {
      throw new Problem('unsupported_media_type', 'The offer must be application/sdp')
    }
  })
}

function addWhipRoutes(app: FastifyInstance, { live }: MediaRoutesParts): void {
  app.post('/capture/:identificationId/whip', async (request, reply) => {
    const { body } = request
    if (typeof body !== 'string' || body === '') throw new Problem('params_invalid', 'The offer is missing')
    const stream = await live.publish(attemptOf(request), body)
    reply.code(201).headers({
      'content-type': 'application/sdp',
      location: `/capture/${readIdentificationId(request)}/whip/${stream.id}`,
      etag: stream.etag,
    })
    return stream.answer
  })

  app.delete('/capture/:identificationId/whip/:streamId', async (request, reply) => {
    const { streamId } = request.params as { streamId: string }
    await live.unpublish(attemptOf(request), streamId)
    return reply.code(204).send()
  })
}

function addSceneRoutes(app: FastifyInstance, { live }: MediaRoutesParts): void {
  app.post('/capture/:identificationId/scenes/:scene/start', async (request, reply) => {
    const { scene } = request.params as { scene: string }
    // Of a name that is no scene's the attempt has none.
    await live.startScene(attemptOf(request), scene as SceneName)
    return reply.code(204).send()
  })
}

function addLiveRoute(app: FastifyInstance, { live }: MediaRoutesParts): void {
  const open = new Set<ServerResponse>()
  app.get('/capture/:identificationId/live', async (request, reply) => {
    const attempt = attemptOf(request)
    reply.hijack()
    let stop = (): void => undefined
    const listener = openLiveChannel(reply.raw, () => {
      open.delete(reply.raw)
      stop()
    })
    open.add(reply.raw)
    stop = live.listen(attempt, listener)
  })
  // A live channel has no end of its own, and a listener closes only after its last answer.
  app.addHook('preClose', async () => {
    for (const answer of open) answer.destroy()
  })
}

function attemptOf(request: FastifyRequest): LiveAttempt {
  return request.getDecorator<LiveAttempt>('attempt')
}
