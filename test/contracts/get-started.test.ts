import { afterAll, beforeAll, expect, test } from 'vitest'
import { findLiveAttempt } from '../../server/journey/find-live-attempt.ts'
import { type ServedClient, type ServedPlatform, servePlatform } from '../fakes/api/served-platform.ts'
import { beginVisit } from '../fakes/api/visit.ts'

const JSON_API = 'application/vnd.api+json'
const START_LIMIT_MS = 60_000

/** The body of the text's first example. */
const FIRST = {
  data: {
    type: 'identifications',
    attributes: { 'reference-data': { first_name: 'JOHN', last_name: 'DOE' } },
  },
}
/** The whole create request of the text, letter by letter but for the addresses. */
const WHOLE = `{
  "data": {
    "type": "identifications",
    "attributes": {
      "identification-form": {
        "external-user-id" : "8887-YHYY-98976",
        "phone-number" : "+33666666666",
        "mail-address": "mail@exemple.com",
      },
      "reference-data": {
        "birth-date": "1978-11-25",
        "first-name": "JEAN",
        "last-name": "VALJEAN"
      },
      "webhook": "https://foo.com?titi=toto",
      "redirect_url": "https://bar.com?titi=toto",
      "face_required": true
    }
  }
}`

// biome-ignore lint/suspicious/noExplicitAny: an answer is read as a client without types does
type Answer = any

let served: ServedPlatform
let client: ServedClient

beforeAll(async () => {
  served = await servePlatform()
  client = await served.addClient()
}, START_LIMIT_MS)

afterAll(() => served?.close())

const post = (body: string, contentType = JSON_API) =>
  client.test.send({
    method: 'POST',
    path: '/identifications/',
    headers: { 'content-type': contentType, accept: JSON_API },
    body,
  })

const find = (answer: Answer, type: string) => answer.included.find((one: Answer) => one.type === type)

test('The first create tells the id, the link and where the user comes back', async () => {
  const { status, body } = await post(JSON.stringify(FIRST))
  expect(status).toBe(201)
  const { attributes } = body.data
  expect(attributes['identification-url']).toBe(`${served.webUrl}/${attributes['identification-id']}`)
  expect(attributes['redirect-url']).toBe('https://client.example/return')
  expect(find(body, 'reference-data').attributes).toMatchObject({ 'first-name': 'JOHN', 'last-name': 'DOE' })
})

test('The first create as axios sends it, its configuration in place of the body, has the defaults', async () => {
  const { status, body } = await post(JSON.stringify({ httpsAgent: { options: {} } }))
  expect(status).toBe(201)
  expect(find(body, 'reference-data').attributes).toMatchObject({ 'first-name': null, 'last-name': null })
})

test('The first create as requests sends it, as a form, is refused', async () => {
  const answer = await post('data=type&data=attributes')
  expect(answer.status).toBe(400)
  expect(answer.body.errors[0].code).toBe('params_invalid')
})

test('The whole create request is refused for its comma, and taken without', async () => {
  expect((await post(WHOLE)).status).toBe(400)
  const { status, headers, body } = await post(WHOLE.replace(/,(\s*\})/, '$1'))
  expect(status).toBe(201)
  expect(headers['content-type']).toBe(JSON_API)
  expect(body.data.attributes).toMatchObject({
    webhook: 'https://foo.com?titi=toto',
    'redirect-url': 'https://bar.com?titi=toto',
  })
  expect(find(body, 'reference-data').attributes).toEqual({
    'birth-date': '1978-11-25',
    'first-name': 'JEAN',
    'last-name': 'VALJEAN',
  })
  const simulated = await client.test.send({
    method: 'POST',
    path: `/identifications/${body.data.attributes['identification-id']}/simulate/`,
    headers: { 'content-type': JSON_API },
    body: JSON.stringify({ data: { type: 'simulations', attributes: { status: 'processing' } } }),
  })
  expect(find(simulated.body, 'external-identity').attributes).toEqual({
    'user-id': '8887-YHYY-98976',
    'phone-number': '+33666666666',
    'mail-address': 'mail@exemple.com',
  })
})

test.each([
  [false, ['document-front']],
  [true, ['document-front', 'face']],
])('With face_required %s the scenes to film are %j', async (required, scenes) => {
  const { body } = await client.test.create({ face_required: required })
  const { context } = served
  const identificationId = body.data.attributes['identification-id']
  const { attemptToken } = await beginVisit(context, identificationId)
  const { scenes: asked } = await findLiveAttempt(context, identificationId, attemptToken)
  expect(asked.map(({ name }) => name)).toEqual(scenes)
})

test('Each create makes an identification of its own', async () => {
  const ids = [await post(JSON.stringify(FIRST)), await post(JSON.stringify(FIRST))].map(
    ({ body }) => body.data.attributes['identification-id'],
  )
  expect(new Set(ids).size).toBe(2)
})

test('What was created is retrieved with 200, its resources found by their type', async () => {
  const created = await post(JSON.stringify(FIRST))
  const { status, headers, body } = await client.test.get(created.body.data.attributes['identification-id'])
  expect(status).toBe(200)
  expect(headers['content-type']).toBe(JSON_API)
  expect(body).toEqual(created.body)
  expect(body.data).toMatchObject({ type: 'identifications', id: expect.stringMatching(/^\d+$/) })
  expect(find(body, 'identities').attributes).toHaveProperty('first-name', null)
})
