import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ServedClient, type ServedPlatform, servePlatform } from '../fakes/api/served-platform.ts'
import { expectApiError, expectDocument } from '../fakes/wire/expect-api-answer.ts'

const START_LIMIT_MS = 60_000
const JSON_API = 'application/vnd.api+json'
const UNKNOWN = '70f01f19-6ec5-4b14-9b30-2c493e49df15'
const STANDARD = '11111111-1111-1111-1111-111111111111'

let served: ServedPlatform
let client: ServedClient
let id: string

beforeAll(async () => {
  served = await servePlatform()
  client = await served.addClient()
  id = (await client.test.create()).body.data.attributes['identification-id']
}, START_LIMIT_MS)

afterAll(() => served?.close())

const ask = (path: string, method = 'GET', headers: Record<string, string> = {}) =>
  client.test.send({ method, path, headers })

const post = (data: object, type = JSON_API) =>
  client.test.send({
    method: 'POST',
    path: '/identifications/',
    headers: { 'content-type': type },
    body: JSON.stringify({ data: { type: 'identifications', ...data } }),
  })

/** The one entry of an error answer. */
function entryOf({ body }: { body: { errors: Record<string, unknown>[] } }) {
  expect(body.errors).toHaveLength(1)
  return body.errors[0]
}

test('What is wrong with a request is told with 400 and params_invalid, every fault in an entry of its own', async () => {
  const attributes = { webhook: 'ftp://x', redirect_url: 5, 'reference-data': { 'birth-date': '2023-02-30' } }
  const answer = await post({ attributes })
  expectApiError(answer, 400)
  expect(
    answer.body.errors.map(({ source }: { source: { pointer: string } }) => source.pointer).sort(),
  ).toEqual([
    '/data/attributes/redirect_url',
    '/data/attributes/reference-data/birth-date',
    '/data/attributes/webhook',
  ])
  for (const { code } of answer.body.errors) expect(code).toBe('params_invalid')
})

test('A request without credentials is refused with the words of the text', async () => {
  const answer = await ask(`/identifications/${id}/`, 'GET', { authorization: 'Bearer token' })
  expectApiError(answer, 401)
  expect(entryOf(answer)).toMatchObject({
    detail: 'Authentication credentials were not provided.',
    source: { pointer: '/data' },
    status: '401',
  })
})

test('An unknown client id and a wrong secret get the same bytes', async () => {
  const { clientId, clientSecret } = client.credentials
  const basic = (pair: string) => ({ authorization: `Basic ${btoa(pair)}` })
  const wrong = await ask(`/identifications/${id}/`, 'GET', basic(`${clientId}:wrong`))
  const unknown = await ask(`/identifications/${id}/`, 'GET', basic(`nobody:${clientSecret}`))
  expectApiError(wrong, 401)
  expect(unknown.status).toBe(401)
  expect(unknown.text).toBe(wrong.text)
  const names = ({ headers }: typeof wrong) => Object.keys(headers).sort()
  expect(names(unknown)).toEqual(names(wrong))
})

test("Another account's identification and the other environment's are as unknown as none", async () => {
  const other = await served.addClient()
  const answers = [await other.test.get(id), await client.live.get(id), await client.test.get(UNKNOWN)]
  for (const answer of answers) {
    expectApiError(answer, 404)
    expect(answer.text).toBe(answers[0].text)
    expect(entryOf(answer).code).toBe('unknown_record')
  }
})

test('An address that leads nowhere is told from a record that is not there', async () => {
  const answer = await ask('/identifications/1/2/3/')
  expectApiError(answer, 404)
  expect(entryOf(answer).code).toBe('unknown_route')
})

test('A wrong method is refused with those that are right', async () => {
  const answer = await ask(`/identifications/${id}/`, 'DELETE')
  expectApiError(answer, 405)
  expect(answer.headers.allow).toBe('GET, HEAD')
})

test('Who asks for a format that is not JSON:API gets 406, who names none gets an answer', async () => {
  for (const accept of ['application/json', 'text/html', `*/*, ${JSON_API}; version=1`]) {
    expectApiError(await ask(`/identifications/${id}/`, 'GET', { accept }), 406)
  }
  for (const accept of [
    '',
    '*/*',
    `${JSON_API}; charset=utf-8`,
    `${JSON_API}; profile="https://x.example/"`,
  ]) {
    expect((await ask(`/identifications/${id}/`, 'GET', { accept })).status).toBe(200)
  }
})

test('A body that is not JSON:API gets 415, one that says its charset is taken', async () => {
  for (const type of [
    'application/json',
    'application/x-www-form-urlencoded',
    `${JSON_API}; version=1`,
    `${JSON_API}; ext="https://x.example/"`,
  ]) {
    expectApiError(await post({}, type), 415)
  }
  expect((await post({}, `${JSON_API}; charset=utf-8`)).status).toBe(201)
})

test('Who chooses an id for a new identification is refused with 403', async () => {
  const answer = await post({ id: UNKNOWN, attributes: {} })
  expectApiError(answer, 403)
  expect(entryOf(answer)).toMatchObject({ source: { pointer: '/data/id' } })
})

test('A link that is over is gone', async () => {
  const ended = (await client.test.create()).body.data.attributes['identification-id']
  const json = { 'content-type': 'application/json' }
  const abort = {
    method: 'POST',
    path: `/capture/${ended}/abort`,
    headers: json,
    body: '{"returnReason":"refusal"}',
  }
  expect((await client.web.send(abort)).status).toBe(200)
  expectApiError(await client.web.send(abort), 410)
})

test('What nobody foresaw is told as an internal error, without its words', async () => {
  const { database } = served.context
  const broken = Object.assign(new Error('select first_name failed at x.ts:1'), { code: 'XX000' })
  served.context.database = new Proxy(database, {
    get: () => {
      throw broken
    },
  })
  const answer = await ask(`/identifications/${id}/`)
  served.context.database = database
  expectApiError(answer, 500)
  expect(entryOf(answer)).toMatchObject({ code: 'api_error', detail: 'Something went wrong on our side' })
})

test('Every kind of answer is a document of JSON:API', async () => {
  const answers = [
    await post({ attributes: { 'reference-data': { 'first-name': 'ADA' } } }),
    await client.test.get(id),
    await client.test.get(STANDARD),
    await client.live.get(STANDARD),
    await client.web.send({ method: 'GET', path: `/api/identifications/${STANDARD}/` }),
    await ask('/identifications/'),
    await ask('/events/'),
  ]
  for (const { status, body, headers } of answers) {
    if (status >= 400) expectApiError({ status, headers, body })
    else expectDocument(body)
    expect(headers['content-type']).toBe(JSON_API)
  }
  expect(answers.slice(0, 5).map(({ status }) => status)).toEqual([201, 200, 200, 200, 200])
})

test('Every link of an answer leads to a document of JSON:API', async () => {
  const { data, included } = (await client.test.get(STANDARD)).body
  const links = [data, ...included]
    .flatMap(({ relationships = {} }) => Object.values<{ links?: { related: string } }>(relationships))
    .flatMap(({ links: linked }) => (linked ? [new URL(linked.related).pathname] : []))
  expect(links.length).toBeGreaterThan(8)
  for (const path of new Set(links)) {
    const { status, body } = await ask(path)
    expect(status, path).toBe(200)
    expectDocument(body)
  }
})

test('Plain HTTP is refused beside the pages and unheard at the API', async () => {
  const plain = served.apiUrl.replace('https:', 'http:')
  await expect(fetch(`${plain}/identifications/${id}/`)).rejects.toThrow()
})
