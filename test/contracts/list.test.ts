import { createHash } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type RunningApi, runApi, type TestClient } from '../fakes/api/running-api.ts'
import type { ClientAnswer, ClientBackend } from '../fakes/client-backend.ts'

const START = new Date('2026-03-04T05:00:00.000Z')
const MINUTE_MS = 60_000
const JSON_API = 'application/vnd.api+json'

let api: RunningApi

beforeAll(async () => {
  api = await runApi(START)
}, 60_000)

afterAll(() => api?.close())

function read(backend: ClientBackend, address: string): Promise<ClientAnswer> {
  const { pathname, search } = new URL(address, api.apiUrl)
  return backend.send({ method: 'GET', path: pathname + search, headers: { accept: JSON_API } })
}

const list = (client: TestClient, query = '') => read(client.test, `/identifications/${query}`)

/** Creates identifications, each so many minutes after the start; gives their ids. */
async function createAt(client: TestClient, minutes: number[]): Promise<string[]> {
  const ids: string[] = []
  for (const minute of minutes) {
    api.setTime(new Date(START.getTime() + minute * MINUTE_MS))
    ids.push((await client.test.create()).body.data.attributes['identification-id'])
  }
  return ids
}

async function simulate(client: TestClient, id: string, attributes: object): Promise<void> {
  await client.test.send({
    method: 'POST',
    path: `/identifications/${id}/simulate/`,
    headers: { 'content-type': JSON_API },
    body: JSON.stringify({ data: { type: 'simulations', attributes } }),
  })
}

const idsOf = (answer: ClientAnswer): string[] =>
  answer.body.data.map((one: ClientAnswer['body']) => one.attributes['identification-id'])

/** Follows a link from page to page. */
async function follow(client: TestClient, first: ClientAnswer, name: 'next' | 'prev'): Promise<string[]> {
  const address = first.body.links[name]
  if (address === null) return []
  const answer = await read(client.test, address)
  const rest = await follow(client, answer, name)
  return name === 'next' ? [...idsOf(answer), ...rest] : [...rest, ...idsOf(answer)]
}

test('The newest are listed first, with nothing of their applicants', async () => {
  const client = await api.addClient()
  const [older, newer] = await createAt(client, [0, 1])
  await simulate(client, older, { status: 'processed', 'reason-codes': [2101] })
  const answer = await list(client)
  expect(answer.status).toBe(200)
  expect(answer.headers['content-type']).toBe(JSON_API)
  expect(idsOf(answer)).toEqual([newer, older])
  expect(answer.body.links).toMatchObject({ next: null, prev: null })
  const [, shown] = answer.body.data
  expect(shown.attributes).toMatchObject({ status: 'processed', score: 0, 'is-live': false })
  expect(shown.relationships['reason-codes'].data).toEqual([{ type: 'reason-codes', id: '2101' }])
  expect((await read(client.test, shown.links.self)).body.data.id).toBe(shown.id)
  for (const personal of ['user-agent', 'user-ip-address', 'comment']) {
    expect(shown.attributes).not.toHaveProperty(personal)
  }
})

test.each(['created-at', '-created-at', 'updated-at', '-updated-at'])(
  'Sorted by %s, next leads through every page and prev back, twins of a millisecond included',
  async (sort) => {
    const client = await api.addClient()
    const ids = await createAt(client, [0, 1, 1, 1, 2, 3, 3])
    const ordered = sort.startsWith('-') ? ids.toReversed() : ids
    const first = await list(client, `?sort=${sort}&page[size]=2`)
    expect([...idsOf(first), ...(await follow(client, first, 'next'))]).toEqual(ordered)
    const third = await read(client.test, (await read(client.test, first.body.links.next)).body.links.next)
    expect([...(await follow(client, third, 'prev')), ...idsOf(third)]).toEqual(ordered.slice(0, 6))
  },
)

test('What is created meanwhile moves no page', async () => {
  const client = await api.addClient()
  const ids = await createAt(client, [0, 1, 2, 3])
  const first = await list(client, '?page[size]=2')
  const [newest] = await createAt(client, [4])
  expect([...idsOf(first), ...(await follow(client, first, 'next'))]).toEqual(ids.toReversed())
  const second = await read(client.test, first.body.links.next)
  expect(idsOf(await read(client.test, second.body.links.prev))).toEqual(ids.slice(2).toReversed())
  expect(idsOf(await list(client, '?page[size]=1'))).toEqual([newest])
})

test('Statuses and times of creation choose what is listed, through every page', async () => {
  const client = await api.addClient()
  const [first, second, third, fourth] = await createAt(client, [0, 1, 2, 3])
  await simulate(client, second, { status: 'initiated' })
  await simulate(client, third, { status: 'expired' })
  expect(idsOf(await list(client, '?filter[status]=initiated,expired'))).toEqual([third, second])
  expect(idsOf(await list(client, '?filter[created-at][gte]=2026-03-04T05:02:00Z'))).toEqual([fourth, third])
  expect(idsOf(await list(client, '?filter[created-at][lt]=2026-03-04T06:01:00%2B01:00'))).toEqual([first])
  const paged = await list(
    client,
    '?filter[status]=uninitiated&filter[created-at][gte]=2026-03-04&page[size]=1',
  )
  expect([...idsOf(paged), ...(await follow(client, paged, 'next'))]).toEqual([fourth, first])
})

const createFor = async (client: TestClient, userId: string | number) =>
  (await client.test.create({ 'identification-form': { 'external-user-id': userId } })).body.data.attributes[
    'identification-id'
  ]

test("The client's own user id chooses what is listed, with every other filter and through every page", async () => {
  const client = await api.addClient()
  const [first, , third] = [
    await createFor(client, 'user 7, of & two'),
    await createFor(client, 'user 8'),
    await createFor(client, 'user 7, of & two'),
  ]
  const query = `?filter[external-user-id]=${encodeURIComponent('user 7, of & two')}`
  const paged = await list(client, `${query}&page[size]=1&sort=created-at`)
  expect([...idsOf(paged), ...(await follow(client, paged, 'next'))]).toEqual([first, third])
  await simulate(client, third, { status: 'expired' })
  expect(idsOf(await list(client, `${query}&filter[status]=expired`))).toEqual([third])
  expect(idsOf(await list(client, '?filter[external-user-id]=user'))).toEqual([])
})

test('A user id that was sent as a number is found by its digits', async () => {
  const client = await api.addClient()
  const id = await createFor(client, 8887)
  expect(idsOf(await list(client, '?filter[external-user-id]=8887'))).toEqual([id])
})

test("Another account's user of the same id is not found, nor one that was erased", async () => {
  const [client, other] = [await api.addClient(), await api.addClient()]
  const [id] = [await createFor(client, 'shared'), await createFor(other, 'shared')]
  const search = '?filter[external-user-id]=shared'
  expect(idsOf(await list(client, search))).toEqual([id])
  await client.test.send({ method: 'POST', path: `/identifications/${id}/anonymize/` })
  expect(idsOf(await list(client, search))).toEqual([])
  const hashes = await api.store.database
    .selectFrom('external_identities')
    .innerJoin('identifications', 'identifications.id', 'external_identities.identification')
    .select('user_id_hash')
    .where('account_id', '=', client.accountId)
    .execute()
  expect(hashes).toEqual([{ user_id_hash: null }])
})

test('Of a user id a keyed hash is kept, another for each account', async () => {
  const [client, other] = [await api.addClient(), await api.addClient()]
  await createFor(client, 'hashed')
  await createFor(other, 'hashed')
  const rows = await api.store.database
    .selectFrom('external_identities')
    .innerJoin('identifications', 'identifications.id', 'external_identities.identification')
    .select('user_id_hash')
    .where('account_id', 'in', [client.accountId, other.accountId])
    .execute()
  const hashes = rows.map(({ user_id_hash }) => user_id_hash?.toString('hex'))
  expect(new Set(hashes).size).toBe(2)
  expect(hashes).not.toContain(createHash('sha256').update('hashed').digest('hex'))
})

test('A list is of one account in one environment', async () => {
  const [client, other] = [await api.addClient(), await api.addClient()]
  await createAt(client, [0])
  for (const backend of [client.live, other.test]) {
    expect((await read(backend, '/identifications/')).body.data).toEqual([])
  }
})

test.each([
  ['filter[status]=done', 'filter[status]'],
  ['filter[status]=', 'filter[status]'],
  ['filter[created-at][gte]=yesterday', 'filter[created-at][gte]'],
  ['filter[created-at][lt]=2026-02-30', 'filter[created-at][lt]'],
  ['filter[external-user-id]=', 'filter[external-user-id]'],
  ['filter[external-user-id]=7&filter[external-user-id]=8', 'filter[external-user-id]'],
  [`filter[external-user-id]=${'7'.repeat(256)}`, 'filter[external-user-id]'],
  ['sort=score', 'sort'],
  ['sort=created-at&sort=updated-at', 'sort'],
  ['page[size]=0', 'page[size]'],
  ['page[size]=1000', 'page[size]'],
  ['page[cursor]=nonsense', 'page[cursor]'],
  [`page[cursor]=${'A'.repeat(400)}`, 'page[cursor]'],
  ['page[number]=2', 'page[number]'],
  ['include=documents', 'include'],
])('The query %s is refused with the parameter at fault', async (query, parameter) => {
  const answer = await list(await api.addClient(), `?${query}`)
  expect(answer.status).toBe(400)
  expect(answer.body.errors[0].source).toEqual({ parameter })
})

test('A cursor of another client, or of another order, is refused', async () => {
  const [client, other] = [await api.addClient(), await api.addClient()]
  await createAt(client, [0, 1])
  const { next } = (await list(client, '?page[size]=1')).body.links
  const answers = [
    await read(other.test, next),
    await read(client.live, next),
    await read(client.test, next.replace('sort=-created-at', 'sort=created-at')),
  ]
  for (const answer of answers) {
    expect(answer.status).toBe(400)
    expect(answer.body.errors[0].source).toEqual({ parameter: 'page[cursor]' })
  }
})

test.each([
  ['the earliest time of JavaScript', '-8640000000000000:1'],
  ['the latest', '8640000000000000:1'],
  ['a time before 1970', '-1:1'],
  ['half a millisecond', '0.5:1'],
  ['no number', '0:0'],
  ['a number below none', '0:-1'],
])('A forged cursor of %s is refused', async (_what, place) => {
  const client = await api.addClient()
  const forged = Buffer.from(`list:${client.accountId}:test:-created-at:after:${place}`).toString('base64url')
  const answer = await list(client, `?page[cursor]=${forged}`)
  expect(answer.status).toBe(400)
  expect(answer.body.errors[0].source).toEqual({ parameter: 'page[cursor]' })
})

test.each(['253402300799999:1', `0:${Number.MAX_SAFE_INTEGER}`])(
  'A forged cursor of %s, which could be, is a place in the own list',
  async (place) => {
    const client = await api.addClient()
    const forged = Buffer.from(`list:${client.accountId}:test:-created-at:after:${place}`).toString(
      'base64url',
    )
    expect((await list(client, `?page[cursor]=${forged}`)).status).toBe(200)
  },
)

test.each(['0000-01-01', '9999-12-31T23:59:59-23:59'])(
  'The outermost time %s can be asked for',
  async (time) => {
    expect((await list(await api.addClient(), `?filter[created-at][gte]=${time}`)).status).toBe(200)
  },
)
