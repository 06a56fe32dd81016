import { once } from 'node:events'
import http, { type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import type { FastifyInstance } from 'fastify'
import { pino } from 'pino'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Problem } from '../../../domain/problem.ts'
import type { LiveAttempt, LiveListener } from '../../capture/live-attempt.ts'
import { createListener } from '../create-listener.ts'
import { addMediaRoutes, type MediaRoutesParts } from './media-routes.ts'

const ID = '70f01f19-6ec5-4b14-9b30-2c493e49df15'
const BASE = `/capture/${ID}`
const AUTHORIZATION = 'Bearer right'
const ATTEMPT: LiveAttempt = { attemptId: 1, identificationId: ID, scenes: [] }

let app: FastifyInstance
let calls: unknown[][]
let listener: LiveListener | null
let hasStopped: boolean
let publish: MediaRoutesParts['live']['publish']

beforeEach(async () => {
  calls = []
  listener = null
  hasStopped = false
  publish = async (_, offer) => {
    calls.push(['publish', offer])
    return { id: 'stream-1', answer: 'v=0 answer', etag: '"e"' } as Awaited<ReturnType<typeof publish>>
  }
  app = createListener({
    log: pino({ level: 'silent' }),
    tls: null,
    clientCertificates: 'ignored',
    bodyLimitBytes: 1024,
  })
  app.register(async (scope) =>
    addMediaRoutes(scope, {
      findAttempt: async (id, token) => (id === ID && token === 'right' ? ATTEMPT : null),
      live: {
        publish: (attempt, offer) => publish(attempt, offer),
        unpublish: async (_, streamId) => {
          calls.push(['unpublish', streamId])
          if (streamId !== 'stream-1') throw new Problem('unknown_record', 'No such stream')
        },
        startScene: async (_, scene) => {
          calls.push(['startScene', scene])
          if (scene !== 'face') throw new Problem('unknown_record', 'The attempt has no such scene')
        },
        listen: (_, heard) => {
          listener = heard
          return () => {
            hasStopped = true
          }
        },
      },
    }),
  )
  await app.ready()
})

afterEach(() => app.close())

function post(url: string, options: { headers?: Record<string, string>; payload?: string } = {}) {
  return app.inject({
    method: 'POST',
    url,
    headers: { authorization: AUTHORIZATION, ...options.headers },
    payload: options.payload,
  })
}

const SDP = { 'content-type': 'application/sdp' }

describe('WHIP', () => {
  it('answers an offer with 201, Location and ETag', async () => {
    const response = await post(`${BASE}/whip`, { headers: SDP, payload: 'v=0 offer' })
    expect(response.statusCode).toBe(201)
    expect(response.body).toBe('v=0 answer')
    expect(response.headers).toMatchObject({ location: `${BASE}/whip/stream-1`, etag: '"e"' })
    expect(response.headers['content-type']).toMatch(/^application\/sdp/)
    expect(calls).toEqual([['publish', 'v=0 offer']])
  })

  it('ends a stream', async () => {
    const remove = (stream: string) =>
      app.inject({
        method: 'DELETE',
        url: `${BASE}/whip/${stream}`,
        headers: { authorization: AUTHORIZATION },
      })
    expect((await remove('stream-1')).statusCode).toBe(204)
    expect((await remove('stream-2')).statusCode).toBe(404)
  })

  it('says when to come again when all places are taken', async () => {
    publish = () => Promise.reject(new Problem('unavailable', 'All places for live streams are taken'))
    const response = await post(`${BASE}/whip`, { headers: SDP, payload: 'v=0' })
    expect(response.statusCode).toBe(503)
    expect(response.headers['retry-after']).toBe('5')
    expect(response.json().errors[0]).toMatchObject({ code: 'api_error', status: '503' })
  })

  it.each([
    ['no token', { authorization: '', ...SDP }, 401],
    ['another token', { authorization: 'Bearer wrong', ...SDP }, 401],
    ['JSON', { 'content-type': 'application/json' }, 415],
    ['text', { 'content-type': 'text/plain' }, 415],
    ['no media type', {}, 415],
  ])('refuses an offer with %s', async (_what, headers, status) => {
    const response = await post(`${BASE}/whip`, {
      headers: headers as Record<string, string>,
      payload: 'v=0',
    })
    expect(response.statusCode).toBe(status)
    expect(response.json().errors[0]).toMatchObject({ status: String(status), detail: expect.any(String) })
    expect(calls).toEqual([])
  })

  it('refuses an offer that is missing or too long', async () => {
    expect((await post(`${BASE}/whip`, { headers: SDP, payload: '' })).statusCode).toBe(400)
    expect((await post(`${BASE}/whip`, { headers: SDP, payload: 'x'.repeat(65_537) })).statusCode).toBe(400)
    expect(calls).toEqual([])
  })

  it('knows no other method, as restarts and trickled candidates', async () => {
    const response = await app.inject({ method: 'PATCH', url: `${BASE}/whip/stream-1`, headers: SDP })
    expect(response.statusCode).toBe(405)
  })
})

describe('The start of a scene', () => {
  it('is 204', async () => {
    expect((await post(`${BASE}/scenes/face/start`)).statusCode).toBe(204)
    expect(calls).toEqual([['startScene', 'face']])
  })

  it('is 404 for a scene the attempt has not, and for another identification', async () => {
    expect((await post(`${BASE}/scenes/constructor/start`)).statusCode).toBe(404)
    expect((await post('/capture/801/scenes/face/start')).statusCode).toBe(404)
  })
})

describe('The live channel', () => {
  async function open(): Promise<IncomingMessage> {
    await app.listen({ port: 0, host: '127.0.0.1' })
    const { port } = app.server.address() as AddressInfo
    const headers = { authorization: AUTHORIZATION }
    const request = http.get({ host: '127.0.0.1', port, path: `${BASE}/live`, headers })
    const [response] = (await once(request, 'response')) as [IncomingMessage]
    response.on('error', () => undefined)
    return response
  }

  async function next(response: IncomingMessage): Promise<string> {
    const [chunk] = await once(response, 'data')
    return String(chunk)
  }

  it('sends a line at once, then each message as it is said, and closes when nothing more will be', async () => {
    const response = await open()
    expect(response.headers['content-type']).toBe('application/x-ndjson')
    expect(await next(response)).toBe('\n')
    listener?.say({ type: 'captured', scene: 'face' })
    expect(await next(response)).toBe('{"type":"captured","scene":"face"}\n')
    listener?.say({ type: 'closed', reason: 'no-media' })
    listener?.end()
    expect(await text(response)).toBe('{"type":"closed","reason":"no-media"}\n')
    await expect.poll(() => hasStopped).toBe(true)
    listener?.say({ type: 'captured', scene: 'face' })
  })

  it('beats every two seconds', async () => {
    const response = await open()
    const startedAtMs = performance.now()
    expect(await next(response)).toBe('\n')
    expect(await next(response)).toBe('\n')
    expect(performance.now() - startedAtMs).toBeLessThan(3500)
    response.destroy()
  })

  it('is left when the page leaves', async () => {
    const response = await open()
    response.destroy()
    await expect.poll(() => hasStopped).toBe(true)
  })

  it('ends for a page that does not read', async () => {
    const response = await open()
    response.pause()
    const hint = { type: 'hint', scene: 'face', hint: 'good', progress: 0.5, frameTime: 1 } as const
    for (let count = 0; count < 200_000 && !hasStopped; count++) {
      listener?.say(hint)
      if (count % 1000 === 0) await new Promise((resolve) => setImmediate(resolve))
    }
    expect(hasStopped).toBe(true)
  })

  it('does not keep the listener from closing', async () => {
    const response = await open()
    await next(response)
    await app.close()
    expect(app.server.listening).toBe(false)
  })
})
