import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { pino } from 'pino'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { Problem } from '../../domain/problem.ts'
import { UNASKED_API } from '../../test/fakes/api/unasked-api.ts'
import { createTestAuthority } from '../../test/fakes/certificates.ts'
import { createWebListener, type WebListenerOptions } from './web-listener.ts'

const ID = '70f01f19-6ec5-4b14-9b30-2c493e49df15'
const folder = mkdtempSync(join(tmpdir(), 'web-listener-'))
const PLAN = { attemptToken: 'token', document: 'passport' as const, scenes: [], nextScene: null }
const WELCOME = {
  status: 'uninitiated' as const,
  requesterName: 'Acme',
  documents: ['passport' as const],
  faceRequired: true,
  placeOfResidence: null,
  redirectUrl: null,
}
const END = { redirectUrl: 'https://client.example/return?status=processing' }
const VIDEO = new Uint8Array([0, 1, 2, 3, 4, 5, 6, 7, 8, 9])

const capture = {
  welcome: vi.fn(async (_id: string) => WELCOME),
  startAttempt: vi.fn(async () => PLAN),
  resumeAttempt: vi.fn(async (_id: string, token: string) => {
    if (token !== 'token') throw new Problem('unauthenticated', 'The attempt has another token')
    return PLAN
  }),
  finishAttempt: vi.fn(async () => END),
  abortAttempt: vi.fn(async () => END),
}

const OPTIONS: WebListenerOptions = {
  host: '127.0.0.1',
  tls: null,
  log: pino({ level: 'silent' }),
  captureAppFolder: folder,
  frameAncestors: ['https://client.example'],
  capture,
  assets: {
    showAsset: async () => ({
      sizeBytes: VIDEO.length,
      read: async ({ start, end }) => VIDEO.subarray(start, end),
    }),
    verifyAssetUrl: ({ path, query }) => {
      if (query !== 'X-Amz-Signature=good') throw new Problem('forbidden', 'Not signed')
      return { key: path.slice('/storage/'.length), contentType: 'video/webm' }
    },
  },
  mediaUrl: 'http://127.0.0.1:9',
  api: UNASKED_API,
}

let web: FastifyInstance

beforeAll(async () => {
  mkdirSync(join(folder, 'assets'))
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>Capture</title>')
  writeFileSync(join(folder, 'assets', 'app-1a2b.js'), 'start()')
  web = createWebListener(OPTIONS)
  await web.ready()
})

afterAll(async () => {
  await web.close()
  rmSync(folder, { recursive: true })
})

const get = (url: string, headers: Record<string, string> = {}) => web.inject({ method: 'GET', url, headers })
const post = (url: string, payload?: object, headers: Record<string, string> = {}) =>
  web.inject({ method: 'POST', url, payload, headers })

test.each([`/${ID}`, `/${ID}/`])(
  'The page of an identification-url is served at %s and not kept',
  async (url) => {
    const answer = await get(url)
    expect(answer.statusCode).toBe(200)
    expect(answer.headers['content-type']).toBe('text/html; charset=utf-8')
    expect(answer.headers['cache-control']).toBe('no-store')
    expect(answer.body).toContain('<title>Capture</title>')
  },
)

test('The page may run and reach nothing from elsewhere, and be framed by those named', async () => {
  const { headers } = await get(`/${ID}`)
  const policy = String(headers['content-security-policy']).split(';')
  expect(policy).toContain("script-src 'self'")
  expect(policy).toContain("connect-src 'self'")
  expect(policy).toContain("default-src 'none'")
  expect(policy).toContain('frame-ancestors https://client.example')
  expect(headers['content-security-policy']).not.toContain('unsafe')
  expect(headers['content-security-policy']).not.toContain('upgrade-insecure-requests')
  expect(headers).not.toHaveProperty('x-frame-options')
  expect(headers).not.toHaveProperty('strict-transport-security')
  expect(headers).toMatchObject({
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'permissions-policy': 'camera=(self), microphone=()',
  })
})

test.each([
  '/',
  '/favicon.ico',
  '/nothing',
  '/70f01f19',
  '/capture-app/nothing.js',
  '/capture-app/../package.json',
])('There is nothing at %s', async (url) => {
  const answer = await get(url)
  expect(answer.statusCode).toBe(404)
  expect(answer.json().errors[0].status).toBe('404')
})

test('Files of the capture app whose names say their content are kept for good', async () => {
  const answer = await get('/capture-app/assets/app-1a2b.js')
  expect(answer.statusCode).toBe(200)
  expect(answer.headers['content-type']).toMatch(/javascript/)
  expect(answer.headers['cache-control']).toBe('public, max-age=31536000, immutable')
})

test('A page that is not built yet is unavailable', async () => {
  const bare = createWebListener({ ...OPTIONS, captureAppFolder: join(folder, 'assets') })
  const answer = await bare.inject({ method: 'GET', url: `/${ID}` })
  expect(answer.statusCode).toBe(503)
  await bare.close()
})

test('The welcome of an identification is JSON and not kept', async () => {
  const answer = await get(`/capture/${ID.toUpperCase()}`)
  expect(answer.statusCode).toBe(200)
  expect(answer.headers['content-type']).toBe('application/json; charset=utf-8')
  expect(answer.headers['cache-control']).toBe('no-store')
  expect(answer.json()).toEqual(WELCOME)
  expect(capture.welcome).toHaveBeenLastCalledWith(ID)
})

test('An id that is no UUID is unknown', async () => {
  expect((await get('/capture/801')).statusCode).toBe(404)
  expect((await post('/capture/801/finish', undefined, { authorization: 'Bearer token' })).statusCode).toBe(
    404,
  )
})

test('An attempt starts with consent, a document and who films', async () => {
  const body = { consent: true, document: 'id-card' }
  const answer = await post(`/capture/${ID}/attempts`, body, { 'user-agent': 'x'.repeat(900) })
  expect(answer.statusCode).toBe(201)
  expect(answer.json()).toEqual(PLAN)
  expect(capture.startAttempt).toHaveBeenLastCalledWith({
    identificationId: ID,
    document: 'id-card',
    userAgent: 'x'.repeat(512),
    ipAddress: '127.0.0.1',
  })
})

test.each([
  ['no consent', { document: 'passport' }, '/consent'],
  ['consent denied', { consent: false, document: 'passport' }, '/consent'],
  ['another document', { consent: true, document: 'library-card' }, '/document'],
])('An attempt does not start with %s', async (_what, body, pointer) => {
  capture.startAttempt.mockClear()
  const answer = await post(`/capture/${ID}/attempts`, body)
  expect(answer.statusCode).toBe(400)
  expect(answer.json().errors[0]).toMatchObject({ source: { pointer }, code: 'params_invalid' })
  expect(capture.startAttempt).not.toHaveBeenCalled()
})

test('An attempt is resumed with its token alone', async () => {
  const path = `/capture/${ID}/attempt`
  expect((await get(path, { authorization: 'Bearer token' })).json()).toEqual(PLAN)
  for (const authorization of ['', 'Bearer other', 'Basic dG9rZW4=', `Bearer ${'x'.repeat(200)}`]) {
    const answer = await get(path, { authorization })
    expect(answer.statusCode).toBe(401)
    expect(answer.headers['www-authenticate']).toBe('Bearer')
  }
})

test('The last screen needs no body and leads to the redirect', async () => {
  const answer = await post(`/capture/${ID}/finish`, undefined, {
    authorization: 'Bearer token',
    'content-type': 'application/json',
  })
  expect(answer.statusCode).toBe(200)
  expect(answer.json()).toEqual(END)
  expect(capture.finishAttempt).toHaveBeenLastCalledWith(ID, 'token')
})

test('Leaving says why, with the cause that belongs to it', async () => {
  const leave = (body: object) => post(`/capture/${ID}/abort`, body)
  expect((await leave({ returnReason: 'no_document' })).json()).toEqual(END)
  expect(capture.abortAttempt).toHaveBeenLastCalledWith(ID, { returnReason: 'no_document' })
  const cause = { returnReason: 'error', errorType: 'device-not-found' }
  expect((await leave(cause)).statusCode).toBe(200)
  expect(capture.abortAttempt).toHaveBeenLastCalledWith(ID, cause)
})

test.each([
  [{ returnReason: 'boredom' }, '/returnReason'],
  [{ returnReason: 'refusal', errorType: 'device-not-found' }, '/errorType'],
  [{ returnReason: 'error', errorType: 'unheard-of' }, '/errorType'],
  [{}, '/returnReason'],
])('Leaving with %j is refused', async (body, pointer) => {
  const answer = await post(`/capture/${ID}/abort`, body)
  expect(answer.statusCode).toBe(400)
  expect(answer.json().errors[0].source).toEqual({ pointer })
})

test('Forms of other sites cannot reach the applicant: bodies are JSON', async () => {
  const answer = await web.inject({
    method: 'POST',
    url: `/capture/${ID}/abort`,
    payload: '{"returnReason":"refusal"}',
    headers: { 'content-type': 'text/plain' },
  })
  expect(answer.statusCode).toBe(415)
})

test('A body beyond the limit is refused', async () => {
  expect((await post(`/capture/${ID}/abort`, { filler: 'x'.repeat(20_000) })).statusCode).toBe(400)
})

test('A signed asset is served whole, for pages of others to show, and kept only privately', async () => {
  const answer = await get('/storage/1/video%20face.webm?X-Amz-Signature=good')
  expect(answer.statusCode).toBe(200)
  expect(new Uint8Array(answer.rawPayload)).toEqual(VIDEO)
  expect(answer.headers).toMatchObject({
    'content-type': 'video/webm',
    'content-length': '10',
    'content-disposition': 'inline; filename="video_20face.webm"',
    'cache-control': 'private, max-age=300',
    'cross-origin-resource-policy': 'cross-origin',
    'x-content-type-options': 'nosniff',
    'accept-ranges': 'bytes',
  })
})

test('A part of a signed video is served', async () => {
  const url = '/storage/1/face.webm?X-Amz-Signature=good'
  const part = await get(url, { range: 'bytes=2-4' })
  expect(part.statusCode).toBe(206)
  expect(part.headers['content-range']).toBe('bytes 2-4/10')
  expect([...part.rawPayload]).toEqual([2, 3, 4])
  const beyond = await get(url, { range: 'bytes=10-' })
  expect(beyond.statusCode).toBe(200)
  expect(new Uint8Array(beyond.rawPayload)).toEqual(VIDEO)
})

test.each(['', '?', '?X-Amz-Signature=bad', '?X-Amz-Signature=good&x=1'])(
  'An asset is refused with 403 to the query %s',
  async (query) => {
    expect((await get(`/storage/1/face.webm${query}`)).statusCode).toBe(403)
  },
)

test('Without a media process the camera cannot be received', async () => {
  const answer = await post(`/capture/${ID}/whip`)
  expect(answer.statusCode).toBe(503)
  expect(answer.headers['retry-after']).toBe('5')
  expect(answer.json().errors[0]).toMatchObject({ status: '503', code: 'api_error' })
})

test('Plain HTTP is for loopback alone', async () => {
  expect(() => createWebListener({ ...OPTIONS, host: '0.0.0.0' })).toThrow('needs TLS')
  expect(() => createWebListener({ ...OPTIONS, host: '192.0.2.1' })).toThrow('needs TLS')
  for (const host of ['localhost', '127.0.0.2', '::1']) {
    await createWebListener({ ...OPTIONS, host }).close()
  }
})

test('Over TLS every host is served, and browsers remember HTTPS', async () => {
  const authority = await createTestAuthority('Test')
  const tls = await authority.issue({ name: 'localhost', use: 'server' })
  const secure = createWebListener({ ...OPTIONS, host: '0.0.0.0', tls })
  const answer = await secure.inject({ method: 'GET', url: `/${ID}` })
  expect(answer.headers['strict-transport-security']).toBe('max-age=31536000')
  await secure.close()
})
