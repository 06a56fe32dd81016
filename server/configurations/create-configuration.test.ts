import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestDatabase, type TestDatabase } from '../../test/fakes/test-database.ts'
import { createKeyring, MASTER_KEY_BYTES } from '../platform/keys/master-keyring.ts'
import { createConfiguration } from './create-configuration.ts'
import { findConfiguration } from './find-configuration.ts'
import { findWebhookSecret } from './find-webhook-secret.ts'

const clock = { now: () => new Date() }
const keyring = createKeyring(Buffer.alloc(MASTER_KEY_BYTES, 1))
let store: TestDatabase

beforeAll(async () => {
  store = await openTestDatabase()
})

afterAll(() => store.close())

async function addConfiguration() {
  const { id: accountId } = await store.database
    .insertInto('accounts')
    .values({ name: 'Acme', certificate_required: false })
    .returning('id')
    .executeTakeFirstOrThrow()
  const wanted = {
    accountId,
    name: 'MyConfig',
    webhook: 'https://client.example/hook',
    redirectUrl: 'https://client.example/return',
    review: 'always' as const,
    faceRequired: false,
    product: 'certified' as const,
  }
  return createConfiguration(store.database, wanted, keyring)
}

function findSecret(configurationId: number, environment: 'live' | 'test') {
  return findWebhookSecret({ database: store.database, keyring, clock }, { configurationId, environment })
}

test('A configuration is found again as it was created', async () => {
  const { configuration } = await addConfiguration()
  expect(configuration).toMatchObject({ webhook: 'https://client.example/hook', review: 'always' })
  expect(await findConfiguration(store.database, configuration.id)).toEqual(configuration)
})

test('Each configuration signs the webhooks of each environment with a secret of its own', async () => {
  const [one, other] = [await addConfiguration(), await addConfiguration()]
  const secrets = [one, other].flatMap(({ webhookSecrets }) => [webhookSecrets.live, webhookSecrets.test])
  expect(new Set(secrets).size).toBe(4)
  for (const environment of ['live', 'test'] as const) {
    const secret = await findSecret(one.configuration.id, environment)
    expect(secret).toBe(one.webhookSecrets[environment])
    expect(Buffer.from(secret, 'base64url')).toHaveLength(32)
  }
})

test('What does not exist is unknown', async () => {
  await expect(findConfiguration(store.database, 1)).rejects.toMatchObject({ code: 'unknown_record' })
  await expect(findSecret(1, 'live')).rejects.toMatchObject({ code: 'unknown_record' })
})
