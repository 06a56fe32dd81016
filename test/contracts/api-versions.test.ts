import { afterAll, beforeAll, expect, test } from 'vitest'
import { pinApiVersion } from '../../server/accounts/pin-api-version.ts'
import { type RunningApi, runApi, type TestClient } from '../fakes/api/running-api.ts'
import type { ClientAnswer } from '../fakes/client-backend.ts'

const JSON_API = 'application/vnd.api+json'
const [NEWEST, OLDEST] = ['2026-11-25', '2022-12-07'] as const
const WEBHOOK_WORDS = ['created-at', 'identification-id', 'return-reason', 'status']

let api: RunningApi
let client: TestClient
let id: string

beforeAll(async () => {
  api = await runApi(new Date('2026-03-04T05:06:07.890Z'))
}, 60_000)

afterAll(() => api?.close())

async function read(path: string, headers: Record<string, string> = {}): Promise<ClientAnswer> {
  return client.test.send({ method: 'GET', path, headers: { accept: JSON_API, ...headers } })
}

async function addClientWithEvent(): Promise<void> {
  client = await api.addClient()
  id = (await client.test.create()).body.data.attributes['identification-id']
  await client.test.send({
    method: 'POST',
    path: `/identifications/${id}/simulate/`,
    headers: { 'content-type': JSON_API },
    body: JSON.stringify({ data: { type: 'simulations', attributes: { status: 'processed' } } }),
  })
}

const wordsOf = (answer: ClientAnswer) => Object.keys(answer.body.data[0].attributes)

test('A new account gets the newest version, and is told so', async () => {
  await addClientWithEvent()
  const answer = await read('/events/')
  expect(answer.headers['vidimus-version']).toBe(NEWEST)
  expect(wordsOf(answer)).toEqual([
    'configuration-id',
    'created-at',
    'error-type',
    'identification-id',
    'return-reason',
    'status',
  ])
})

test('An account pinned to the oldest version gets events in the words of a webhook', async () => {
  await addClientWithEvent()
  await pinApiVersion(api.store.database, client.accountId, OLDEST)
  const answer = await read('/events/')
  expect(answer.headers['vidimus-version']).toBe(OLDEST)
  expect(wordsOf(answer)).toEqual(WEBHOOK_WORDS)
})

test('A request tries another version without changing the account', async () => {
  await addClientWithEvent()
  const tried = await read('/events/', { 'Vidimus-Version': OLDEST })
  expect(tried.headers['vidimus-version']).toBe(OLDEST)
  expect(wordsOf(tried)).toEqual(WEBHOOK_WORDS)
  expect((await read('/events/')).headers['vidimus-version']).toBe(NEWEST)
})

test('An identification is answered with the same bytes in both versions', async () => {
  await addClientWithEvent()
  const path = `/identifications/${id}/`
  const newest = await read(path, { 'Vidimus-Version': NEWEST })
  const oldest = await read(path, { 'Vidimus-Version': OLDEST })
  expect(newest.body.data.attributes.status).toBe('processed')
  expect(oldest.text).toBe(newest.text)
  expect(oldest.text).toContain('"score":1.0')
})

test.each(['2019-01-01', '1.23', '', 'newest'])(
  'The version "%s" is refused, with the header at fault',
  async (version) => {
    await addClientWithEvent()
    const answer = await read('/events/', { 'Vidimus-Version': version })
    expect(answer.status).toBe(400)
    expect(answer.body.errors[0].source).toEqual({ header: 'Vidimus-Version' })
  },
)

test('An account that is not there cannot be pinned', async () => {
  await expect(pinApiVersion(api.store.database, 1, OLDEST)).rejects.toMatchObject({ code: 'unknown_record' })
})
