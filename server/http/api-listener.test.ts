import type { FastifyInstance, InjectOptions } from 'fastify'
import { pino } from 'pino'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { Client } from '../../domain/account.ts'
import { Problem } from '../../domain/problem.ts'
import { OTHER_STEPS } from '../../test/fakes/api/other-steps.ts'
import { createTestAuthority } from '../../test/fakes/certificates.ts'
import { makeRecord } from '../../test/fakes/identification-record.ts'
import { createApiListener } from './api-listener.ts'

const CLIENT: Client = {
  account: { id: 1, name: 'Acme', certificatePolicy: 'optional' },
  environment: 'test',
  configurationId: 5,
}
const ASKER = expect.objectContaining(CLIENT)
const RECORD = makeRecord()
const PATH = `/identifications/${RECORD.identificationId}/`
const JSON_API = 'application/vnd.api+json'
const EMPTY_FORM = {
  externalIdentity: null,
  referenceData: null,
  webhook: null,
  redirectUrl: null,
  faceRequired: null,
  placeOfResidence: null,
}

const steps = {
  findProduct: vi.fn(async () => 'standard' as const),
  createIdentification: vi.fn(async () => RECORD),
  findIdentification: vi.fn(async (_client: Client, identificationId: string) => {
    if (identificationId === RECORD.identificationId) return RECORD
    throw new Problem('unknown_record', 'No identification has this id')
  }),
}

const notify = vi.fn(async () => undefined)

const logged: string[] = []
let api: FastifyInstance

beforeAll(async () => {
  const authority = await createTestAuthority('Test')
  api = createApiListener({
    tls: await authority.issue({ name: 'localhost', use: 'server' }),
    log: pino({ level: 'info' }, { write: (line: string) => logged.push(line) }),
    now: () => new Date(),
    authenticate: async ({ clientId, clientSecret }) => {
      if (clientId === 'id' && clientSecret === 'secret') return CLIENT
      throw new Problem('unauthenticated', 'Invalid client id or secret')
    },
    identifications: steps,
    notifications: { notify },
    ...OTHER_STEPS,
    urls: {
      webBaseUrl: 'https://id.example',
      apiBaseUrl: 'https://api.example',
      signAssetUrl: ({ key }) => key,
    },
  })
  await api.ready()
})

afterAll(() => api.close())

function send(request: InjectOptions & { credentials?: string | null }) {
  const { credentials = 'id:secret', headers, ...rest } = request
  const authorization = credentials === null ? {} : { authorization: `Basic ${btoa(credentials)}` }
  return api.inject({ ...rest, headers: { ...authorization, ...headers } })
}

function create(payload: unknown, headers: Record<string, string> = { 'content-type': JSON_API }) {
  return send({
    method: 'POST',
    url: '/identifications/',
    headers,
    payload: typeof payload === 'string' || Buffer.isBuffer(payload) ? payload : JSON.stringify(payload),
  })
}

const withAttributes = (attributes: object) => ({ data: { type: 'identifications', attributes } })

test('An identification is created and answered with 201 and its address', async () => {
  const answer = await create(withAttributes({ 'reference-data': { 'first-name': 'JEAN' } }))
  expect(answer.statusCode).toBe(201)
  expect(answer.headers['content-type']).toBe(JSON_API)
  expect(answer.headers.location).toBe(`https://api.example${PATH}`)
  expect(answer.json().data.attributes.status).toBe('uninitiated')
  expect(steps.createIdentification).toHaveBeenLastCalledWith(
    ASKER,
    {
      ...EMPTY_FORM,
      referenceData: { firstName: 'JEAN', lastName: null, birthDate: null },
    },
    null,
  )
})

test.each([
  PATH,
  PATH.slice(0, -1),
  `/api${PATH}`,
  `/api${PATH.slice(0, -1)}`,
  PATH.toUpperCase().replace('IDENTIFICATIONS', 'identifications'),
])('An identification is fetched at %s', async (url) => {
  const answer = await send({ method: 'GET', url })
  expect(answer.statusCode).toBe(200)
  expect(answer.headers['content-type']).toBe(JSON_API)
  expect(answer.headers['cache-control']).toBe('no-store')
  expect(answer.json().data.attributes['identification-id']).toBe(RECORD.identificationId)
})

test.each(['/identifications', '/identifications/', '/api/identifications', '/api/identifications/'])(
  'An empty body at %s asks for the defaults, whatever type it says it has',
  async (url) => {
    for (const headers of [{}, { 'content-type': JSON_API }, { 'content-type': 'text/plain' }]) {
      const answer = await send({ method: 'POST', url, headers })
      expect(answer.statusCode).toBe(201)
      expect(steps.createIdentification).toHaveBeenLastCalledWith(ASKER, EMPTY_FORM, null)
    }
  },
)

test.each([
  [401, null, 'Authentication credentials were not provided.'],
  [401, 'id:wrong', 'Invalid client id or secret'],
  [401, 'nobody:secret', 'Invalid client id or secret'],
])('Status %i answers the credentials %s', async (status, credentials, detail) => {
  const answer = await send({ method: 'GET', url: PATH, credentials })
  expect(answer.statusCode).toBe(status)
  expect(answer.headers['content-type']).toBe(JSON_API)
  expect(answer.headers['www-authenticate']).toMatch(/^Basic realm=/)
  expect(answer.json()).toEqual({
    errors: [{ detail, source: { pointer: '/data' }, status: '401', code: 'params_invalid' }],
  })
})

test('Good credentials are not asked for again', async () => {
  const answer = await send({ method: 'GET', url: '/identifications/none/' })
  expect(answer.statusCode).toBe(404)
  expect(answer.headers).not.toHaveProperty('www-authenticate')
})

test('Credentials are asked for before a body is read', async () => {
  const answer = await send({ method: 'POST', url: '/identifications/', payload: '{', credentials: null })
  expect(answer.statusCode).toBe(401)
})

test.each([['11111111-1111-4111-8111-111111111111'], ['801'], ['not-a-uuid'], ['%27%20or%201%3D1']])(
  'The unknown id %s is answered with 404',
  async (id) => {
    const answer = await send({ method: 'GET', url: `/identifications/${id}/` })
    expect(answer.statusCode).toBe(404)
    expect(answer.json().errors[0]).toMatchObject({ status: '404', code: 'unknown_record' })
  },
)

test.each(['/', '/nothing/', '/api/nothing', `${PATH}nothing/`])(
  'The unknown address %s is answered with 404 for every method and body',
  async (url) => {
    const plain = { 'content-type': 'text/plain' }
    for (const answer of [
      await send({ method: 'GET', url, credentials: null }),
      await send({ method: 'POST', url, payload: 'x', headers: plain, credentials: null }),
    ]) {
      expect(answer.statusCode).toBe(404)
      expect(answer.headers['content-type']).toBe(JSON_API)
    }
    expect((await send({ method: 'GET', url })).json().errors[0].code).toBe('unknown_route')
  },
)

test.each([
  ['PUT', '/identifications/', 'GET, HEAD, POST'],
  ['OPTIONS', '/api/identifications', 'GET, HEAD, POST'],
  ['DELETE', PATH, 'GET, HEAD'],
  ['PATCH', `/api${PATH}`, 'GET, HEAD'],
  ['PROPFIND', PATH, 'GET, HEAD'],
] as const)(
  'The method %s at %s is refused with the methods that are allowed',
  async (method, url, allowed) => {
    const answer = await send({ method: method as 'GET', url })
    expect(answer.statusCode).toBe(405)
    expect(answer.headers.allow).toBe(allowed)
    expect(answer.json().errors[0]).toMatchObject({ status: '405', code: 'unknown_route' })
  },
)

test('HEAD answers as GET does, without the body', async () => {
  const answer = await send({ method: 'HEAD', url: PATH })
  expect(answer.statusCode).toBe(200)
  expect(answer.headers['content-type']).toBe(JSON_API)
  expect(answer.body).toBe('')
})

test('A body may say its charset, must be JSON:API and must say so', async () => {
  const typed = (type: string) => create(withAttributes({}), { 'content-type': type })
  expect((await typed(`${JSON_API}; charset=utf-8`)).statusCode).toBe(201)
  for (const type of ['application/json', 'application/x-www-form-urlencoded', 'nonsense']) {
    const answer = await typed(type)
    expect(answer.statusCode).toBe(415)
    expect(answer.json().errors[0]).toMatchObject({ status: '415', code: 'params_invalid' })
  }
  const payload = Buffer.from(JSON.stringify(withAttributes({})))
  expect((await send({ method: 'POST', url: '/identifications/', payload })).statusCode).toBe(415)
})

test('Who accepts another format alone gets an error, in ours', async () => {
  const answer = await send({ method: 'GET', url: PATH, headers: { accept: 'application/json' } })
  expect(answer.statusCode).toBe(406)
  expect(answer.headers['content-type']).toBe(JSON_API)
  expect(answer.json().errors[0]).toMatchObject({ status: '406', code: 'params_invalid' })
})

test.each([
  ['cut JSON', '{"data":'],
  ['a form', 'data=type&data=attributes'],
  ['bad UTF-8', Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d])],
  ['a list', '[]'],
  ['a text', '"data"'],
  ['null', 'null'],
  ['deep nesting', `${'['.repeat(33)}${']'.repeat(33)}`],
  ['a body beyond the limit', JSON.stringify(withAttributes({ filler: 'x'.repeat(70_000) }))],
])('A body that is %s is refused with 400', async (_what, payload) => {
  const answer = await create(payload)
  expect(answer.statusCode).toBe(400)
  expect(answer.json().errors[0]).toMatchObject({ status: '400', code: 'params_invalid' })
})

test('A key named __proto__ changes nothing', async () => {
  const answer = await create(
    '{"data":{"type":"identifications","attributes":{"__proto__":{"face_required":true},"webhook":null}}}',
  )
  expect(answer.statusCode).toBe(201)
  expect(steps.createIdentification).toHaveBeenLastCalledWith(ASKER, EMPTY_FORM, null)
})

test('Each fault of a form has its own entry', async () => {
  const answer = await create(withAttributes({ webhook: 'ftp://x', redirect_url: 5 }))
  expect(answer.statusCode).toBe(400)
  expect(answer.json().errors).toEqual([
    {
      detail: 'redirect-url must be a string',
      source: { pointer: '/data/attributes/redirect_url' },
      status: '400',
      code: 'params_invalid',
    },
    {
      detail: 'webhook must be an http or https URL',
      source: { pointer: '/data/attributes/webhook' },
      status: '400',
      code: 'params_invalid',
    },
  ])
})

test('A failure nobody foresaw is told as an internal error and logged without its data', async () => {
  const failure = Object.assign(new Error('connection lost'), { detail: 'Key (name)=(JEAN)' })
  steps.findIdentification.mockRejectedValueOnce(failure)
  const answer = await send({ method: 'GET', url: PATH })
  expect(answer.statusCode).toBe(500)
  expect(answer.body).not.toMatch(/connection|stack|\.ts/)
  expect(answer.json().errors[0]).toMatchObject({ status: '500', code: 'api_error' })
  expect(logged.join('')).toContain('connection lost')
  expect(logged.join('')).not.toContain('JEAN')
})

test('Answers are logged without ids and addresses', async () => {
  logged.length = 0
  await send({ method: 'GET', url: PATH })
  expect(logged).toHaveLength(1)
  expect(JSON.parse(logged[0])).toMatchObject({
    method: 'GET',
    route: '/identifications/:identificationId/',
    status: 200,
  })
  expect(logged[0]).not.toContain(RECORD.identificationId)
  expect(logged[0]).not.toContain('127.0.0.1')
})

test('A service that cannot answer now says when to come again', async () => {
  steps.findIdentification.mockRejectedValueOnce(new Problem('unavailable', 'Not now'))
  const answer = await send({ method: 'GET', url: PATH })
  expect(answer.statusCode).toBe(503)
  expect(answer.headers['retry-after']).toBe('5')
})

test.each([
  ['broken escapes', '/identifications/%E0%A4%A/'],
  ['bad UTF-8', '/identifications/%ff/'],
  ['NUL', '/identifications/%00/'],
  ['NUL in its query', '/identifications/801/?x=%00'],
  ['bad UTF-8 in its query', '/nothing?x=%c3%28'],
  ['an id that is far too long', `/identifications/${'9'.repeat(500)}/`],
])('An address with %s is refused with 400', async (_what, url) => {
  const answer = await send({ method: 'GET', url })
  expect(answer.statusCode).toBe(400)
  expect(answer.headers['content-type']).toBe(JSON_API)
})
