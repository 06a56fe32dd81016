import { Validator } from '@seriousme/openapi-schema-validator'
import { Ajv2020, type AnySchema } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import Fastify from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { API_VERSIONS } from '../../domain/api-version.ts'
import { keepAsset } from '../../server/assets/keep-asset.ts'
import { addApi } from '../../server/http/add-api.ts'
import { openDataKey } from '../../server/identifications/open-data-key.ts'
import { readIdentification } from '../../server/identifications/read-identification.ts'
import { findLiveAttempt } from '../../server/journey/find-live-attempt.ts'
import { finish } from '../../server/journey/finish.ts'
import { start } from '../../server/journey/start.ts'
import { OTHER_STEPS } from '../fakes/api/other-steps.ts'
import { type ServedClient, type ServedPlatform, servePlatform } from '../fakes/api/served-platform.ts'
import { beginVisit, filmVisit } from '../fakes/api/visit.ts'
import type { ClientAnswer } from '../fakes/client-backend.ts'

const JSON_API = 'application/vnd.api+json'
const VALIDATED = '11111111-1111-1111-1111-111111111111'
const UNKNOWN = '33333333-3333-4333-8333-333333333333'

// biome-ignore lint/suspicious/noExplicitAny: answers and their description are read as any tool reads them
type Answer = any

let description: Answer
let served: ServedPlatform
let client: ServedClient
let id: string
const ajv = new Ajv2020({ strict: false, allErrors: true })
addFormats.default(ajv)

beforeAll(async () => {
  served = await servePlatform()
  client = await served.addClient({ webhook: 'https://hook.example/' })
  id = (await client.test.create({ 'reference-data': { 'first-name': 'ANNA' } })).body.data.attributes[
    'identification-id'
  ]
  description = (await client.test.send({ method: 'GET', path: '/openapi.json' })).body
  ajv.addSchema({ $id: 'https://openapi.example/', ...description })
}, 60_000)

afterAll(() => served?.close())

function send(method: string, path: string, body?: object): Promise<ClientAnswer> {
  const headers = { accept: JSON_API, 'content-type': JSON_API }
  return client.test.send({ method, path, headers, body: body && JSON.stringify(body) })
}

const simulation = (attributes: object) => ({ data: { type: 'simulations', attributes } })

/** Finds no fault between an answer and what the description says of its route. */
function expectDescribed(answer: ClientAnswer, method: string, path: string): void {
  const told = description.paths[path]?.[method]?.responses?.[answer.status]
  expect(told, `${method} ${path} ${answer.status} is described`).toBeDefined()
  if (!told.content) {
    expect(answer.text, 'nothing is described').toBe('')
    return
  }
  const described = told.content[String(answer.headers['content-type'])]
  expect(described, `${answer.headers['content-type']} is described`).toBeDefined()
  // A file has a media type and no schema.
  if (!described.schema) return
  const schema: AnySchema = { $ref: `https://openapi.example/${described.schema.$ref}` }
  const isRight = ajv.compile(schema)
  isRight(answer.body)
  expect(isRight.errors ?? []).toEqual([])
}

test('The description is valid OpenAPI 3.1 and for everybody', async () => {
  const answer = await fetchWithoutCredentials('/openapi.json')
  expect(answer.status).toBe(200)
  expect(answer.body).toEqual(description)
  const verdict = await new Validator().validate(structuredClone(description))
  expect(verdict.errors ?? []).toEqual([])
  expect(description.openapi).toMatch(/^3\.1\./)
})

test('Every route is described, and nothing that is no route', async () => {
  const routes: string[] = []
  const app = Fastify()
  app.addHook('onRoute', ({ method, url }) => {
    for (const one of [method].flat()) if (one !== 'HEAD') routes.push(`${one} ${url}`)
  })
  const nobody = async () => Promise.reject(new Error('nobody'))
  addApi(
    app,
    {
      now: () => new Date(),
      authenticate: nobody,
      identifications: { findProduct: nobody, createIdentification: nobody, findIdentification: nobody },
      notifications: { notify: nobody },
      ...OTHER_STEPS,
      urls: { webBaseUrl: 'https://id.example', apiBaseUrl: 'https://api.example', signAssetUrl: () => '' },
      signing: { signAnswer: nobody, findSigningKeys: nobody },
    },
    ['/'],
  )
  await app.ready()
  await app.close()
  const { paths } = description
  const described = Object.entries<object>(paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path.replaceAll(/\{(\w+)\}/g, ':$1')}`),
  )
  expect(described.toSorted()).toEqual([...new Set(routes)].toSorted())
})

test.each(['uninitiated', 'initiated', 'processing', 'processed', 'aborted', 'expired'])(
  'An identification that is %s is answered as described',
  async (status) => {
    const created = await send('POST', '/identifications/')
    expectDescribed(created, 'post', '/identifications/')
    const path = `/identifications/${created.body.data.attributes['identification-id']}/`
    if (status !== 'uninitiated') {
      const left = status === 'aborted' ? { 'return-reason': 'refusal' } : {}
      const answer = await send('POST', `${path}simulate/`, simulation({ status, ...left }))
      expectDescribed(answer, 'post', '/identifications/{identificationId}/simulate/')
    }
    const fetched = await send('GET', path)
    expect(fetched.body.data.attributes.status).toBe(status)
    expectDescribed(fetched, 'get', '/identifications/{identificationId}/')
  },
)

const STANDARD = [VALIDATED, '00000000-0000-0000-0000-000000000000', '22222222-2222-2222-2222-222222222222']

test.each(STANDARD)('The standard answer %s is answered as described, and its report', async (standard) => {
  const path = `/identifications/${standard}/`
  expectDescribed(await send('GET', path), 'get', '/identifications/{identificationId}/')
  const report = await send('POST', `${path}pdf/`)
  expect(report.status).toBe(200)
  expectDescribed(report, 'post', '/identifications/{identificationId}/pdf/')
  const assets = await send('GET', `${path}assets/`)
  expectDescribed(assets, 'get', '/identifications/{identificationId}/assets/')
  const notified = await send('POST', `${path}notify/`)
  expect(notified.status).toBe(204)
  expectDescribed(notified, 'post', '/identifications/{identificationId}/notify/')
})

test.each(['never', 'always'] as const)(
  'An identification that was filmed is answered as described, with review %s, and once it is erased',
  async (review) => {
    const { test: backend } = await served.addClient({ review })
    const form = { 'identification-form': { 'external-user-id': 7 } }
    const filmed: string = (await backend.create(form)).body.data.attributes['identification-id']
    const visit = await beginVisit(served.context, filmed)
    await filmVisit(served.context, visit)
    await finish(served.context, filmed, visit.attemptToken)
    const answer = await backend.get(filmed)
    expect(answer.body.included.length).toBeGreaterThan(4)
    expectDescribed(answer, 'get', '/identifications/{identificationId}/')
    await backend.send({ method: 'POST', path: `/identifications/${filmed}/anonymize/` })
    expectDescribed(await backend.get(filmed), 'get', '/identifications/{identificationId}/')
  },
)

test('No resource of an answer is a free object', () => {
  const free: string[] = []
  const look = (schema: Record<string, unknown>, path: string) => {
    if (schema.type === 'object' && schema.additionalProperties !== false) free.push(path)
    for (const [name, inner] of Object.entries(schema)) {
      if (typeof inner === 'object' && inner !== null)
        look(inner as Record<string, unknown>, `${path}/${name}`)
    }
  }
  look(description.components.schemas, '')
  expect(free).toEqual([])
})

test('Signing keys are answered as described, all of them, one, and as a file', async () => {
  const listed = await send('GET', '/signing-keys/')
  expectDescribed(listed, 'get', '/signing-keys/')
  const [{ id: name }] = listed.body.data
  expectDescribed(await send('GET', `/signing-keys/${name}/`), 'get', '/signing-keys/{name}/')
  const file = await send('GET', `/signing-keys/${name}.pem`)
  expect(file.text).toContain('BEGIN PUBLIC KEY')
  expectDescribed(file, 'get', '/signing-keys/{name}/')
  expectDescribed(await send('GET', '/signing-keys/none/'), 'get', '/signing-keys/{name}/')
})

test.each(API_VERSIONS)('Events are answered as described in version %s', async (version) => {
  const { body } = await send('POST', '/identifications/')
  const path = `/identifications/${body.data.attributes['identification-id']}/simulate/`
  const left = { 'return-reason': 'error', 'error-type': 'publish' }
  const simulated = await send('POST', path, simulation({ status: 'aborted', ...left }))
  expectDescribed(simulated, 'post', '/identifications/{identificationId}/simulate/')
  const headers = { accept: JSON_API, 'vidimus-version': version }
  const events = await client.test.send({ method: 'GET', path: '/events/?page[size]=200', headers })
  const reasons = events.body.data.map(({ attributes }: Answer) => attributes['return-reason'])
  expect(reasons).toContain('error')
  expectDescribed(events, 'get', '/events/')
})

test('Refused simulations, reports and notifications are answered as described', async () => {
  const created = await send('POST', '/identifications/')
  const path = `/identifications/${created.body.data.attributes['identification-id']}`
  const refused = await send('POST', `${path}/simulate/`, simulation({ status: 'uninitiated' }))
  expect(refused.status).toBe(400)
  expectDescribed(refused, 'post', '/identifications/{identificationId}/simulate/')
  const early = await send('POST', `${path}/pdf/`)
  expect(early.status).toBe(400)
  expectDescribed(early, 'post', '/identifications/{identificationId}/pdf/')
  await send('POST', `${path}/anonymize/`)
  const wrong = await send('POST', `${path}/notify/`, { webhook: 'ftp://foo.example' })
  expect(wrong.status).toBe(400)
  expectDescribed(wrong, 'post', '/identifications/{identificationId}/notify/')
  const live = await client.live.send({ method: 'GET', path: `${path}/assets/` })
  expect(live.status).toBe(403)
  expectDescribed(live, 'get', '/identifications/{identificationId}/assets/')
})

test('Lists and what relationships lead to are answered as described', async () => {
  await send('POST', `/identifications/${id}/simulate/`, simulation({ status: 'processed' }))
  expectDescribed(await send('GET', '/identifications/?page[size]=1'), 'get', '/identifications/')
  expectDescribed(await send('GET', '/events/'), 'get', '/events/')
  const assets = await send('GET', `/identifications/${id}/assets/`)
  expectDescribed(assets, 'get', '/identifications/{identificationId}/assets/')
  const fetched = (await send('GET', `/identifications/${id}/`)).body
  const shown = Object.keys(fetched.data.relationships).filter((name) => name !== 'reason-codes')
  expect(shown.length).toBeGreaterThan(6)
  for (const name of shown) {
    const { pathname } = new URL(fetched.data.relationships[name].links.related)
    const word = pathname.split('/').filter(Boolean).at(-1)
    expectDescribed(await send('GET', pathname), 'get', `/identifications/{identificationId}/${word}`)
  }
})

test('Pictures and recordings are answered as described, measured or not', async () => {
  const measured = await send('GET', `/identifications/${VALIDATED}/assets/`)
  expectDescribed(measured, 'get', '/identifications/{identificationId}/assets/')
  expect(measured.body.tight_crops[0].area).toBeGreaterThan(0)
  const filmed = await send('GET', `/identifications/${await keepCard()}/assets/`)
  expectDescribed(filmed, 'get', '/identifications/{identificationId}/assets/')
  expect(filmed.body.tight_crops).toMatchObject([{ area: null, score: null }])
})

test('An erasure and its certificate are answered as described', async () => {
  const created = await send('POST', '/identifications/')
  const path = `/identifications/${created.body.data.attributes['identification-id']}`
  const certificate = ['get', '/identifications/{identificationId}/erasure/'] as const
  const before = await send('GET', `${path}/erasure/`)
  expect(before.status).toBe(404)
  expectDescribed(before, ...certificate)
  const erased = await send('POST', `${path}/anonymize/`)
  expect(erased.status).toBe(202)
  expectDescribed(erased, 'post', '/identifications/{identificationId}/anonymize/')
  const after = await send('GET', `${path}/erasure/`)
  expect(after.status).toBe(200)
  expectDescribed(after, ...certificate)
  const unknown = await send('POST', `/identifications/${UNKNOWN}/anonymize/`)
  expectDescribed(unknown, 'post', '/identifications/{identificationId}/anonymize/')
})

/** Keeps a card of which nothing was measured; gives its identification-id. */
async function keepCard(): Promise<string> {
  const { context } = served
  const created = await send('POST', '/identifications/')
  const identificationId: string = created.body.data.attributes['identification-id']
  const visit = { identificationId, document: 'passport', userAgent: null, ipAddress: null } as const
  const { attemptToken } = await start(context, visit)
  const [front] = (await findLiveAttempt(context, identificationId, attemptToken)).scenes
  const { id: identification } = await readIdentification(context.database, { identificationId })
  const dataKey = await openDataKey(context, identification)
  if (!dataKey) throw new Error('The identification has no key')
  const owner = { accountId: client.client.account.id, identification, identificationId, scene: front.id }
  const card = {
    kind: 'card',
    contentType: 'image/png',
    timeMs: null,
    bytes: Uint8Array.of(1, 2, 3),
  } as const
  await keepAsset({ ...context, dataKey }, { ...owner, ...card })
  return identificationId
}

test('Failures are answered as described', async () => {
  expectDescribed(
    await send('GET', `/identifications/${UNKNOWN}/`),
    'get',
    '/identifications/{identificationId}/',
  )
  expectDescribed(await send('GET', '/events/?sort=x'), 'get', '/events/')
  const form = { data: { type: 'identifications', attributes: { webhook: 5 } } }
  expectDescribed(await send('POST', '/identifications/', form), 'post', '/identifications/')
})

async function fetchWithoutCredentials(path: string) {
  return client.test.send({ method: 'GET', path, headers: { authorization: 'nobody' } })
}
