import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ServedClient, type ServedPlatform, servePlatform } from '../fakes/api/served-platform.ts'

const START_LIMIT_MS = 60_000
const FORM = {
  'identification-form': {
    'external-user-id': 8887,
    'phone-number': null,
    'mail-address': 'jean@example.com',
  },
  'reference-data': { 'first-name': 'JEAN', 'last-name': 'VALJEAN', 'birth-date': '1978-11-25' },
}
const IDENTITY_ALONE = ['identities', 'reference-data']

// biome-ignore lint/suspicious/noExplicitAny: an answer is read as a client without types does
type Answer = any

let served: ServedPlatform
let client: ServedClient

beforeAll(async () => {
  served = await servePlatform()
  client = await served.addClient()
}, START_LIMIT_MS)

afterAll(() => served?.close())

/** Creates an identification and has it come to a status; gives its answer. */
async function comeTo(attributes: Record<string, unknown>): Promise<Answer> {
  const id = (await client.test.create(FORM)).body.data.attributes['identification-id']
  const body = JSON.stringify({ data: { type: 'simulations', attributes } })
  const path = `/identifications/${id}/simulate/`
  const headers = { 'content-type': 'application/vnd.api+json' }
  const simulated = await client.test.send({ method: 'POST', path, headers, body })
  expect(simulated.status).toBeLessThan(300)
  return (await client.test.get(id)).body
}

const typesOf = ({ included }: Answer) => included.map(({ type }: Answer) => type)
const find = (answer: Answer, type: string) => answer.included.find((one: Answer) => one.type === type)

test('An uninitiated identification comes with its identity and reference data alone', async () => {
  const { body } = await client.test.create(FORM)
  expect(body.data.attributes.status).toBe('uninitiated')
  expect(typesOf(body)).toEqual(IDENTITY_ALONE)
  expect(find(body, 'identities').attributes).toEqual({
    'birth-date': null,
    'first-name': null,
    'last-name': null,
  })
  expect(find(body, 'reference-data').attributes).toEqual({
    'last-name': 'VALJEAN',
    'first-name': 'JEAN',
    'birth-date': '1978-11-25',
  })
})

test.each([
  ['initiated', {}],
  ['aborted', { 'return-reason': 'no_document' }],
  ['expired', {}],
])('An %s identification comes with its identity and reference data alone', async (status, more) => {
  const answer = await comeTo({ status, ...more })
  expect(answer.data.attributes.status).toBe(status)
  expect(typesOf(answer)).toEqual(IDENTITY_ALONE)
  expect(answer.data.attributes).not.toHaveProperty('score')
  expect(answer.data.relationships['reason-codes']).toEqual({ meta: { count: 0 }, data: [] })
})

test('In processing the document and the face are there with what is known', async () => {
  const answer = await comeTo({ status: 'processing' })
  expect(typesOf(answer)).toEqual(['documents', 'external-identity', 'faces', 'identities', 'reference-data'])
  expect(answer.data.attributes).not.toHaveProperty('score')
  expect(answer.data.attributes['ended-at']).toBeNull()
  expect(answer.data.relationships['reason-codes'].meta.count).toBe(0)
  const { document, documents, face } = find(answer, 'identities').relationships
  expect(document.data).toEqual({ type: 'documents', id: find(answer, 'documents').id })
  expect(documents.data).toEqual([document.data])
  expect(face.data).toEqual({ type: 'faces', id: find(answer, 'faces').id })
  const related = await client.test.send({ method: 'GET', path: new URL(document.links.related).pathname })
  expect(related.body.data.id).toBe(document.data.id)
})

test('A processed identification has its score, its end and every object', async () => {
  const answer = await comeTo({ status: 'processed', score: -1, 'reason-codes': [1303] })
  expect(answer.data.attributes).toMatchObject({ score: -1, status: 'processed' })
  expect(answer.data.attributes['ended-at']).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/)
  expect(answer.data.relationships['reason-codes']).toEqual({
    meta: { count: 1 },
    data: [{ type: 'reason-codes', id: '1303' }],
  })
  expect(typesOf(answer)).toEqual([
    'doc-face-matches',
    'document-checks',
    'documents',
    'external-identity',
    'face-checks',
    'faces',
    'identities',
    'reference-data',
    'reference-data-checks',
  ])
  expect(find(answer, 'external-identity').attributes).toEqual({
    'user-id': '8887',
    'phone-number': null,
    'mail-address': 'jean@example.com',
  })
})

test('Without a face asked there is none in processing', async () => {
  const faceless = await served.addClient({ faceRequired: false })
  const id = (await faceless.test.create({})).body.data.attributes['identification-id']
  const { body } = await faceless.test.send({
    method: 'POST',
    path: `/identifications/${id}/simulate/`,
    headers: { 'content-type': 'application/vnd.api+json' },
    body: JSON.stringify({ data: { type: 'simulations', attributes: { status: 'processing' } } }),
  })
  expect(typesOf(body)).toEqual(['documents', ...IDENTITY_ALONE])
  expect(find(body, 'identities').relationships.face.data).toBeNull()
})

test('The place of residence that the client says is what the applicant is shown first', async () => {
  const created = await client.test.create({
    'pre-selected-place-of-residence': { country: 'USA', subdivision: 'US-NY' },
  })
  const id = created.body.data.attributes['identification-id']
  const welcome = await served.download(`${served.webUrl}/capture/${id}`)
  expect(JSON.parse(welcome.bytes.toString()).placeOfResidence).toEqual({
    country: 'USA',
    subdivision: 'US-NY',
  })
})

test.each([
  [{ country: 'USX' }, '/country'],
  [{ country: 'US' }, '/country'],
  [{ country: 'USA', subdivision: 'US-ZZ' }, '/subdivision'],
  [{ country: 'USA', subdivision: 'FR-75' }, '/subdivision'],
  [{ subdivision: 'US-NY' }, '/country'],
])('A place of residence that is not in the lists is refused: %j', async (place, pointer) => {
  const { status, body } = await client.test.create({ 'pre-selected-place-of-residence': place })
  expect(status).toBe(400)
  expect(body.errors.map(({ source }: Answer) => source.pointer)).toEqual([
    `/data/attributes/pre-selected-place-of-residence${pointer}`,
  ])
})
