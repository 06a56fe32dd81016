import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { openReceiver, type WebhookReceiver } from '../fakes/webhook-receiver.ts'
import { type ApiCustomer, type OpenApi, openApi } from './_open-api.ts'

const WAIT_MS = 20_000
const JSON_TYPE = 'application/json'
const JSON_API = 'application/vnd.api+json'
const FORM_TYPE = 'application/x-www-form-urlencoded'
const POINTER = '/data/attributes/webhook'

let api: OpenApi
let customer: ApiCustomer
let receiver: WebhookReceiver

beforeAll(async () => {
  api = await openApi()
  customer = await api.addCustomer()
}, 60_000)
afterAll(() => api?.close(), 60_000)

beforeEach(async () => {
  receiver = await openReceiver({ secret: customer.webhookSecret })
})
afterEach(() => receiver.close())

async function create(attributes?: object, { backend } = customer): Promise<string> {
  const { body } = await backend.create(attributes)
  return body.data.attributes['identification-id']
}

function notify(id: string, [body, type]: (string | undefined)[] = [], { backend } = customer) {
  const headers: Record<string, string> = type ? { 'content-type': type } : {}
  return backend.send({ method: 'POST', path: `/identifications/${id}/notify/`, headers, body })
}

const formOf = (webhook: string) => `webhook=${encodeURIComponent(webhook)}`
const documentOf = (webhook: string) =>
  JSON.stringify({ data: { type: 'identifications', attributes: { webhook } } })

test.each([
  ['plain JSON', JSON_TYPE, (webhook: string) => JSON.stringify({ webhook })],
  [
    'plain JSON that says its charset',
    `${JSON_TYPE}; charset=utf-8`,
    (webhook: string) => JSON.stringify({ webhook }),
  ],
  ['JSON:API', JSON_API, documentOf],
  ['a form', FORM_TYPE, formOf],
])('A client has its webhook told by %s', async (_what, type, write) => {
  const id = await create()
  const answer = await notify(id, [write(receiver.url), type])
  expect(answer).toMatchObject({ status: 204, text: '' })
  const told = await receiver.waitFor('uninitiated', WAIT_MS, id)
  expect(told.verified).toBe(true)
  expect(JSON.parse(told.body)).toEqual({
    configuration: customer.configuration,
    identification_id: id,
    status: 'uninitiated',
  })
})

test.each([
  ['no body', undefined, undefined],
  ['an empty object', '{}', JSON_TYPE],
  ['null', '{"webhook":null}', JSON_TYPE],
  ['an empty document', '{"data":{"type":"identifications"}}', JSON_API],
  ['other fields', 'colour=blue', FORM_TYPE],
])("With %s, the identification's own webhook is told", async (_what, body, type) => {
  const id = await create({ webhook: receiver.url })
  expect((await notify(id, [body, type])).status).toBe(204)
  expect((await receiver.waitFor('uninitiated', WAIT_MS, id)).verified).toBe(true)
})

test("An identification without a webhook of its own has the configuration's told", async () => {
  const other = await api.addCustomer()
  const id = await create(undefined, other)
  await api.context.database
    .updateTable('configurations')
    .set({ webhook: receiver.url })
    .where('id', '=', other.configuration.id)
    .execute()
  expect((await notify(id, [], other)).status).toBe(204)
  expect((await receiver.waitFor('uninitiated', WAIT_MS, id)).identificationId).toBe(id)
})

test.each([
  '11111111-1111-1111-1111-111111111111',
  '00000000-0000-0000-0000-000000000000',
  '22222222-2222-2222-2222-222222222222',
])('Every client can have the standard answer %s told', async (id) => {
  const told = await notify(id, [JSON.stringify({ webhook: receiver.url }), JSON_TYPE])
  expect(told.status).toBe(204)
  const { body, verified } = await receiver.waitFor('processed', WAIT_MS, id)
  expect({ body: JSON.parse(body), verified }).toEqual({
    body: { configuration: customer.configuration, identification_id: id, status: 'processed' },
    verified: true,
  })
  expect((await notify(id)).status).toBe(400)
})

test('An aborted identification is told with its reason', async () => {
  const id = await create()
  await api.context.database
    .updateTable('identifications')
    .set({ status: 'aborted', return_reason: 'no_document' })
    .where('identification_id', '=', id)
    .execute()
  expect((await notify(id, [JSON.stringify({ webhook: receiver.url }), JSON_TYPE])).status).toBe(204)
  expect((await receiver.waitFor('aborted', WAIT_MS, id)).returnReason).toBe('no_document')
})

test('Without a webhook anywhere the request is refused where it lacks', async () => {
  const answer = await notify(await create())
  expect(answer.status).toBe(400)
  expect(answer.body.errors[0]).toMatchObject({ status: '400', source: { pointer: POINTER } })
})

test.each([
  ['another scheme', [JSON.stringify({ webhook: 'ftp://foo.example' }), JSON_TYPE], POINTER],
  ['a password', [JSON.stringify({ webhook: 'https://me:secret@foo.example/' }), JSON_TYPE], POINTER],
  ['an empty URL', ['webhook=', FORM_TYPE], POINTER],
  ['a number', ['{"webhook":5}', JSON_TYPE], POINTER],
  ['cut JSON', ['{"webhook":', JSON_TYPE], ''],
  ['a list', ['[]', JSON_TYPE], ''],
  ['a list of data', ['{"data":[]}', JSON_API], '/data'],
  ['attributes that are a text', ['{"data":{"attributes":"x"}}', JSON_API], '/data/attributes'],
])('A body with %s is refused where it is wrong', async (_what, body, pointer) => {
  const answer = await notify(await create({ webhook: receiver.url }), body)
  expect(answer.status).toBe(400)
  expect(answer.body.errors[0]).toMatchObject({ code: 'params_invalid', source: { pointer } })
})

test('A body of another type is refused', async () => {
  expect((await notify(await create(), ['<webhook/>', 'application/xml'])).status).toBe(415)
})

test("Another client's identification is unknown", async () => {
  const other = await api.addCustomer({ webhook: receiver.url })
  const id = await create(undefined, other)
  expect((await notify(id)).status).toBe(404)
  expect((await notify(id, [], other)).status).toBe(204)
})

test('The other routes still take JSON:API alone', async () => {
  const { status } = await customer.backend.send({
    method: 'POST',
    path: '/identifications/',
    headers: { 'content-type': JSON_TYPE },
    body: documentOf(receiver.url),
  })
  expect(status).toBe(415)
})
