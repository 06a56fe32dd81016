import { afterAll, beforeAll, expect, test } from 'vitest'
import { type RunningApi, runApi, type TestClient } from '../fakes/api/running-api.ts'
import type { ClientAnswer, ClientBackend } from '../fakes/client-backend.ts'

const NOW = new Date('2026-03-04T05:06:07.890Z')
const JSON_API = 'application/vnd.api+json'

let api: RunningApi

beforeAll(async () => {
  api = await runApi(NOW)
}, 60_000)

afterAll(() => api?.close())

function read(backend: ClientBackend, address: string): Promise<ClientAnswer> {
  const { pathname, search } = new URL(address, api.apiUrl)
  return backend.send({ method: 'GET', path: pathname + search, headers: { accept: JSON_API } })
}

async function simulate(client: TestClient, attributes: object): Promise<string> {
  const created = await client.test.create()
  const id = created.body.data.attributes['identification-id']
  await client.test.send({
    method: 'POST',
    path: `/identifications/${id}/simulate/`,
    headers: { 'content-type': JSON_API },
    body: JSON.stringify({ data: { type: 'simulations', attributes } }),
  })
  return id
}

const attributesOf = (answer: ClientAnswer, name: string): unknown[] =>
  answer.body.data.map((event: { attributes: Record<string, unknown> }) => event.attributes[name])

test('Every change of a status is an event, in order, told with no personal data', async () => {
  const client = await api.addClient()
  const id = await simulate(client, { status: 'processed' })
  const gone = await simulate(client, {
    status: 'aborted',
    'return-reason': 'error',
    'error-type': 'publish',
  })
  const answer = await read(client.test, '/events/')
  expect(answer.status).toBe(200)
  expect(answer.headers['content-type']).toBe(JSON_API)
  expect(attributesOf(answer, 'status')).toEqual(['initiated', 'processing', 'processed', 'aborted'])
  expect(attributesOf(answer, 'identification-id')).toEqual([id, id, id, gone])
  expect(answer.body.data.at(-1)).toEqual({
    type: 'events',
    id: '4',
    attributes: {
      'configuration-id': client.configurationId,
      'created-at': '2026-03-04T05:06:07.890000Z',
      'error-type': 'publish',
      'identification-id': gone,
      'return-reason': 'error',
      status: 'aborted',
    },
  })
})

test('Whoever follows next reads page by page, and at the end waits for what comes', async () => {
  const client = await api.addClient()
  await simulate(client, { status: 'processed' })
  const first = await read(client.test, '/events/?page[size]=2')
  expect(first.body.meta.page).toEqual({ size: 2, 'has-more': true })
  const second = await read(client.test, first.body.links.next)
  expect(attributesOf(second, 'status')).toEqual(['processed'])
  expect(second.body.meta.page['has-more']).toBe(false)
  const none = await read(client.test, second.body.links.next)
  expect(none.body.data).toEqual([])
  expect(none.body.links.next).toBe(second.body.links.next)
  await simulate(client, { status: 'initiated' })
  const later = await read(client.test, none.body.links.next)
  expect(later.body.data.map(({ id }: { id: string }) => id)).toEqual(['4'])
})

test('A feed is of one account in one environment', async () => {
  const [client, other] = [await api.addClient(), await api.addClient()]
  await simulate(client, { status: 'initiated' })
  for (const backend of [client.live, other.test]) {
    expect((await read(backend, '/events/')).body.data).toEqual([])
  }
})

test.each([
  ['page[size]=0', 'page[size]'],
  ['page[size]=201', 'page[size]'],
  ['page[size]=1.5', 'page[size]'],
  ['page[size]=5&page[size]=6', 'page[size]'],
  ['page[cursor]=', 'page[cursor]'],
  ['page[cursor]=MTI', 'page[cursor]'],
  [`page[cursor]=${'x'.repeat(500)}`, 'page[cursor]'],
  ['page%5Bnumber%5D=2', 'page[number]'],
  ['sort=created-at', 'sort'],
])('The query %s is refused with the parameter at fault', async (query, parameter) => {
  const { test: backend } = await api.addClient()
  const answer = await read(backend, `/events/?${query}`)
  expect(answer.status).toBe(400)
  expect(answer.body.errors[0]).toMatchObject({ source: { parameter }, status: '400' })
})

test("Another client's cursor and one beyond the end are refused", async () => {
  const [client, other] = [await api.addClient(), await api.addClient()]
  await simulate(client, { status: 'initiated' })
  const { next } = (await read(client.test, '/events/')).body.links
  const beyond = Buffer.from(`event:${other.accountId}:test:5`).toString('base64url')
  for (const address of [next, `/events/?page[cursor]=${beyond}`]) {
    const answer = await read(other.test, address)
    expect(answer.body.errors[0].source).toEqual({ parameter: 'page[cursor]' })
  }
})
