import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openTestDatabase, type TestDatabase } from '../../test/fakes/test-database.ts'
import { createKeyring, MASTER_KEY_BYTES } from '../platform/keys/master-keyring.ts'
import type { WebhookLine } from './_webhook-secret-rows.ts'
import { findWebhookSecret } from './find-webhook-secret.ts'
import { listWebhookSecrets } from './list-webhook-secrets.ts'
import { rotateWebhookSecret } from './rotate-webhook-secret.ts'
import { sealWebhookSecrets } from './seal-webhook-secrets.ts'

const HOUR_MS = 60 * 60 * 1_000
const START = new Date('2026-11-25T10:00:00.000Z')
const keyring = createKeyring(Buffer.alloc(MASTER_KEY_BYTES, 7))

let store: TestDatabase
let line: WebhookLine
let first: string
let now: Date

beforeAll(async () => {
  store = await openTestDatabase()
}, 60_000)
afterAll(() => store?.close(), 60_000)

beforeEach(async () => {
  now = START
  const { configuration, webhookSecret } = await store.addIdentification({ now })
  line = { configurationId: configuration.id, environment: 'test' }
  first = webhookSecret
})

const house = () => ({ database: store.database, keyring, clock: { now: () => now } })

function rotate(hours: number) {
  const signsAt = new Date(now.getTime() + hours * HOUR_MS)
  return store.database
    .transaction()
    .execute((transaction) => rotateWebhookSecret(transaction, keyring, { ...line, now, signsAt }))
}

async function shown() {
  const all = await listWebhookSecrets(house())
  return all.find(
    (one) => one.configurationId === line.configurationId && one.environment === line.environment,
  )
}

describe('rotateWebhookSecret()', () => {
  test('lets the old secret sign until the moment chosen, then the new one, and shows both meanwhile', async () => {
    const { signing, next } = await rotate(24)
    expect(signing).toBe(first)
    expect(await shown()).toMatchObject({ signing: first, next })
    now = new Date(START.getTime() + 24 * HOUR_MS - 1)
    expect(await findWebhookSecret(house(), line)).toBe(first)
    now = new Date(START.getTime() + 24 * HOUR_MS)
    expect(await findWebhookSecret(house(), line)).toBe(next?.secret)
    expect(await shown()).toMatchObject({ signing: next?.secret, next: null })
  })

  test('at once, replaces the secret and ends a rotation that is under way', async () => {
    const { next } = await rotate(24)
    const { signing } = await rotate(0)
    expect([first, next?.secret]).not.toContain(signing)
    expect(await findWebhookSecret(house(), line)).toBe(signing)
    now = new Date(START.getTime() + 48 * HOUR_MS)
    expect(await findWebhookSecret(house(), line)).toBe(signing)
  })

  test('does not put off a rotation that is under way, and starts another after its end', async () => {
    const { next } = await rotate(24)
    await expect(rotate(48)).rejects.toThrow('under way: the next secret signs from 2026-11-26T10:00:00.000Z')
    now = new Date(START.getTime() + 25 * HOUR_MS)
    expect((await rotate(24)).signing).toBe(next?.secret)
  })

  test("leaves the other environment's secret alone", async () => {
    await rotate(0)
    const live = { ...line, environment: 'live' as const }
    expect(await findWebhookSecret(house(), live)).not.toBe(await findWebhookSecret(house(), line))
  })
})

test('No secret stands open in the table, and one that did is sealed', async () => {
  const { database } = store
  await database
    .updateTable('webhook_secrets')
    .set({ secret: 'of before', sealed_secret: null })
    .where('configuration_id', '=', line.configurationId)
    .where('environment', '=', 'live')
    .execute()
  await sealWebhookSecrets(house())
  expect(await findWebhookSecret(house(), { ...line, environment: 'live' })).toBe('of before')
  await rotate(24)
  const rows = await database.selectFrom('webhook_secrets').selectAll().execute()
  expect(rows.length).toBeGreaterThan(1)
  for (const { secret, sealed_secret, sealed_next_secret } of rows) {
    expect(secret).toBeNull()
    expect(`${sealed_secret}${sealed_next_secret}`).not.toMatch(new RegExp(`of before|${first}`))
  }
})
