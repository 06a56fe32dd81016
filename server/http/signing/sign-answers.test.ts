import { Readable } from 'node:stream'
import type { FastifyInstance, InjectOptions } from 'fastify'
import { pino } from 'pino'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import type { Client } from '../../../domain/account.ts'
import { Problem } from '../../../domain/problem.ts'
import type { SigningKey } from '../../../domain/signing-key.ts'
import { OTHER_STEPS } from '../../../test/fakes/api/other-steps.ts'
import { createTestAuthority } from '../../../test/fakes/certificates.ts'
import { makeRecord } from '../../../test/fakes/identification-record.ts'
import { createApiListener } from '../api-listener.ts'

const CLIENT: Client = {
  account: { id: 1, name: 'Acme', certificatePolicy: 'optional' },
  environment: 'test',
  configurationId: 5,
}
const RECORD = makeRecord()
const PATH = `/identifications/${RECORD.identificationId}/`
const KEY: SigningKey = {
  configurationId: 5,
  environment: 'test',
  version: 1,
  curve: 'P-256',
  publicKeyPem: '-----BEGIN PUBLIC KEY-----\n',
  createdAt: new Date('2026-01-02T03:04:05.678Z'),
  expiresAt: new Date('2027-01-02T03:04:05.678Z'),
  destroyedAt: null,
}

/** What was signed: the exact bytes, as Base64. */
const sign = vi.fn(async (_client: Client, body: Uint8Array): Promise<string | null> => encode(body))
let api: FastifyInstance

beforeAll(async () => {
  const authority = await createTestAuthority('Test')
  api = createApiListener({
    tls: await authority.issue({ name: 'localhost', use: 'server' }),
    log: pino({ level: 'silent' }),
    now: () => new Date(),
    authenticate: async ({ clientSecret }) => {
      if (clientSecret === 'secret') return CLIENT
      throw new Problem('unauthenticated', 'Invalid client id or secret')
    },
    identifications: {
      findProduct: async () => 'standard',
      createIdentification: async () => RECORD,
      findIdentification: async (_client, id) => {
        if (id === RECORD.identificationId) return RECORD
        throw new Problem('unknown_record', 'No identification has this id')
      },
    },
    notifications: { notify: async () => {} },
    ...OTHER_STEPS,
    urls: {
      webBaseUrl: 'https://id.example',
      apiBaseUrl: 'https://api.example',
      signAssetUrl: ({ key }) => key,
    },
    signing: { signAnswer: sign, findSigningKeys: async () => [KEY, { ...KEY, version: 2 }] },
  })
  api.get('/file', async (_request, reply) => reply.type('application/pdf').send(Buffer.of(0x25, 0xff, 0)))
  api.get('/stream', async (_request, reply) =>
    reply.type('video/webm').send(Readable.from([Buffer.of(1), Buffer.of(2, 0xfe)])),
  )
  api.get('/nothing', async (_request, reply) => reply.code(204).send())
  await api.ready()
})
afterAll(() => api.close())
beforeEach(() => {
  sign.mockClear()
})

function encode(body: Uint8Array): string {
  return `signed ${Buffer.from(body).toString('base64')}`
}

function send(request: InjectOptions, credentials = 'id:secret') {
  return api.inject({
    ...request,
    headers: { authorization: `Basic ${btoa(credentials)}`, ...request.headers },
  })
}

test.each([
  [200, { method: 'GET', url: PATH }],
  [201, { method: 'POST', url: '/identifications/' }],
  [204, { method: 'GET', url: '/nothing' }],
  [200, { method: 'GET', url: '/file' }],
  [200, { method: 'GET', url: '/stream' }],
  [200, { method: 'GET', url: '/signing-keys/5-test-v1.pem' }],
  [
    400,
    {
      method: 'POST',
      url: '/identifications/',
      payload: '{',
      headers: { 'content-type': 'application/vnd.api+json' },
    },
  ],
  [404, { method: 'GET', url: '/identifications/none/' }],
  [406, { method: 'GET', url: PATH, headers: { accept: 'text/html' } }],
  [
    415,
    { method: 'POST', url: '/identifications/', payload: 'x', headers: { 'content-type': 'text/plain' } },
  ],
] as const)('An answer %i to a known client is signed over its exact bytes', async (status, request) => {
  const answer = await send(request)
  expect(answer.statusCode).toBe(status)
  expect(answer.headers['ubble-signature']).toBe(encode(answer.rawPayload))
  expect(sign).toHaveBeenCalledExactlyOnceWith(expect.objectContaining(CLIENT), expect.anything())
})

test('Nothing is signed for somebody unknown', async () => {
  for (const answer of [await send({ method: 'GET', url: PATH }, 'id:wrong'), await api.inject(PATH)]) {
    expect(answer.statusCode).toBe(401)
    expect(answer.headers).not.toHaveProperty('ubble-signature')
  }
  expect(sign).not.toHaveBeenCalled()
})

test.each([
  [404, { method: 'GET', url: '/nowhere/' }],
  [405, { method: 'PUT', url: PATH }],
  [400, { method: 'GET', url: '/identifications/%00/' }],
] as const)('What is answered %i before the client is told is not signed', async (status, request) => {
  const answer = await send(request)
  expect(answer.statusCode).toBe(status)
  expect(answer.headers).not.toHaveProperty('ubble-signature')
})

test('HEAD is signed over what it brings, which is nothing', async () => {
  const answer = await send({ method: 'HEAD', url: PATH })
  expect(answer.headers['ubble-signature']).toBe(encode(Buffer.alloc(0)))
})

test('Where a configuration wants no signature there is no header', async () => {
  sign.mockResolvedValueOnce(null)
  const answer = await send({ method: 'GET', url: PATH })
  expect(answer.statusCode).toBe(200)
  expect(answer.headers).not.toHaveProperty('ubble-signature')
})

test('An answer that cannot be signed is not given; that it failed is told unsigned', async () => {
  sign.mockRejectedValueOnce(new Error('no key')).mockRejectedValueOnce(new Error('no key'))
  const answer = await send({ method: 'GET', url: PATH })
  expect(answer.statusCode).toBe(500)
  expect(answer.json().errors[0].code).toBe('api_error')
  expect(answer.body).not.toContain('no key')
  expect(answer.headers).not.toHaveProperty('ubble-signature')
})

test('Every version of the public key is listed, and found by the name that signatures carry', async () => {
  const listed = await send({ method: 'GET', url: '/signing-keys/' })
  expect(listed.json().data).toMatchObject([{ id: '5-test-v1' }, { id: '5-test-v2' }])
  const one = await send({ method: 'GET', url: '/api/signing-keys/5-test-v2' })
  expect(one.headers['content-type']).toBe('application/vnd.api+json')
  expect(one.json().data).toEqual({
    type: 'signing-keys',
    id: '5-test-v2',
    attributes: {
      'configuration-id': 5,
      'created-at': '2026-01-02T03:04:05.678000Z',
      curve: 'P-256',
      'destroyed-at': null,
      environment: 'test',
      'expires-at': '2027-01-02T03:04:05.678000Z',
      'public-key': KEY.publicKeyPem,
      version: 2,
    },
  })
})

test('A public key is downloaded as a file', async () => {
  const answer = await send({ method: 'GET', url: '/signing-keys/5-test-v1.pem' })
  expect(answer.headers['content-type']).toBe('application/x-pem-file')
  expect(answer.body).toBe(KEY.publicKeyPem)
})

test.each(['5-test-v3', '5-test-v3.pem', '6-test-v1', '.pem'])(
  'The key %s, which the client does not have, is unknown',
  async (name) => {
    const answer = await send({ method: 'GET', url: `/signing-keys/${name}` })
    expect(answer.statusCode).toBe(404)
    expect(answer.json().errors[0].code).toBe('unknown_record')
  },
)
