import { createHash } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { forgetKeys } from '../../server/identifications/idempotency/forget-keys.ts'
import { type RunningApi, runApi } from '../fakes/api/running-api.ts'
import type { ClientBackend } from '../fakes/client-backend.ts'
import { expectApiError } from '../fakes/wire/expect-api-answer.ts'

const START_LIMIT_MS = 60_000
const HOUR_MS = 60 * 60 * 1_000
const STARTED_AT = new Date('2026-03-04T05:06:07.000Z')

let api: RunningApi

beforeAll(async () => {
  api = await runApi(STARTED_AT)
}, START_LIMIT_MS)

afterAll(() => api?.close())

const bodyOf = (firstName: string) =>
  JSON.stringify({
    data: { type: 'identifications', attributes: { 'reference-data': { 'first-name': firstName } } },
  })

function create(backend: ClientBackend, key: string, firstName = 'ADA') {
  return backend.send({
    method: 'POST',
    path: '/identifications/',
    headers: { 'content-type': 'application/vnd.api+json', 'idempotency-key': key },
    body: bodyOf(firstName),
  })
}

async function countIdentifications(accountId: number): Promise<number> {
  const rows = await api.store.database
    .selectFrom('identifications')
    .select('id')
    .where('account_id', '=', accountId)
    .execute()
  return rows.length
}

test('A create request sent again under its key gets the same answer and creates nothing', async () => {
  const { test: backend, accountId } = await api.addClient()
  const first = await create(backend, 'order-1')
  const again = await create(backend, 'order-1')
  expect([first.status, again.status]).toEqual([201, 201])
  expect(again.text).toBe(first.text)
  expect(again.headers.location).toBe(first.headers.location)
  expect(await countIdentifications(accountId)).toBe(1)
})

test('Another body under a key that was used is refused with 400', async () => {
  const { test: backend, accountId } = await api.addClient()
  await create(backend, 'order-1')
  const refused = await create(backend, 'order-1', 'EVE')
  expectApiError(refused, 400)
  expect(refused.body.errors).toEqual([
    {
      detail: 'This Idempotency-Key was used with another body',
      source: { pointer: '/data' },
      status: '400',
      code: 'params_invalid',
    },
  ])
  expect(await countIdentifications(accountId)).toBe(1)
})

test('Requests that come together under one key create one identification', async () => {
  const { test: backend, accountId } = await api.addClient()
  const answers = await Promise.all(Array.from({ length: 8 }, () => create(backend, 'order-1')))
  expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 8 }, () => 201))
  expect(new Set(answers.map(({ text }) => text)).size).toBe(1)
  expect(await countIdentifications(accountId)).toBe(1)
})

test('Keys of another account and of the other environment are other keys', async () => {
  const [one, other] = [await api.addClient(), await api.addClient()]
  const answers = [
    await create(one.test, 'order-1'),
    await create(one.live, 'order-1', 'EVE'),
    await create(other.test, 'order-1', 'BOB'),
  ]
  expect(answers.map(({ status }) => status)).toEqual([201, 201, 201])
  expect(new Set(answers.map(({ headers }) => headers.location)).size).toBe(3)
})

test('Keys of another configuration of the account are other keys', async () => {
  const one = await api.addClient()
  const other = await api.addClient({ accountId: one.accountId, name: 'Other' })
  const answers = [await create(one.test, 'order-1'), await create(other.test, 'order-1')]
  expect(answers.map(({ status }) => status)).toEqual([201, 201])
  expect(answers[1].headers.location).not.toBe(answers[0].headers.location)
  expect((await create(other.test, 'order-1')).text).toBe(answers[1].text)
  expect((await create(other.test, 'order-1', 'EVE')).status).toBe(400)
})

test('A request that was refused leaves its key free', async () => {
  const { test: backend } = await api.addClient()
  expect((await create(backend, 'order-1', 'x'.repeat(300))).status).toBe(400)
  expect((await create(backend, 'order-1')).status).toBe(201)
})

test.each(['', ' ', 'é', 'x'.repeat(256)])('The key %j is refused with 400', async (key) => {
  const { test: backend } = await api.addClient()
  expectApiError(await create(backend, key), 400)
})

test('A key is worth a day, and is then forgotten', async () => {
  const { test: backend, accountId } = await api.addClient()
  const first = await create(backend, 'order-1')
  api.setTime(new Date(STARTED_AT.getTime() + 24 * HOUR_MS - 1))
  await forgetKeys(api.context)
  expect((await create(backend, 'order-1')).text).toBe(first.text)
  api.setTime(new Date(STARTED_AT.getTime() + 24 * HOUR_MS))
  expect((await create(backend, 'order-1', 'EVE')).status).toBe(201)
  expect(await countIdentifications(accountId)).toBe(2)
  api.setTime(new Date(STARTED_AT.getTime() + 48 * HOUR_MS))
  await forgetKeys(api.context)
  const kept = await api.store.database.selectFrom('idempotency_keys').select('created_at').execute()
  expect(kept).toEqual([])
})

test('Of a key and a body hashes alone are stored, and the body cannot be guessed without the key', async () => {
  const { test: backend, accountId } = await api.addClient()
  await create(backend, 'ada@example.com')
  await create(backend, 'eve@example.com')
  const rows = await api.store.database
    .selectFrom('idempotency_keys')
    .selectAll()
    .where('account_id', '=', accountId)
    .execute()
  expect(rows.map((row) => [row.key_sha256.length, row.body_sha256.length])).toEqual([
    [32, 32],
    [32, 32],
  ])
  const guessed = createHash('sha256').update(bodyOf('ADA')).digest('hex')
  const bodies = rows.map((row) => row.body_sha256.toString('hex'))
  expect(new Set([guessed, ...bodies]).size).toBe(3)
})
