import { afterAll, beforeAll, expect, test } from 'vitest'
import { API_VERSIONS, NEWEST_API_VERSION } from '../../../domain/api-version.ts'
import { openTestDatabase, type TestDatabase } from '../../../test/fakes/test-database.ts'
import { createAccount } from '../../accounts/create-account.ts'
import { pinApiVersion } from '../../accounts/pin-api-version.ts'
import { createConfiguration } from '../../configurations/create-configuration.ts'
import { createKeyring, MASTER_KEY_BYTES } from '../../platform/keys/master-keyring.ts'
import { findPinnedVersion } from './find-pinned-version.ts'

const KEYRING = createKeyring(Buffer.alloc(MASTER_KEY_BYTES, 1))
const OLDEST = API_VERSIONS[API_VERSIONS.length - 1]
const A_SECOND_MS = 1_000

let store: TestDatabase

beforeAll(async () => {
  store = await openTestDatabase()
})
afterAll(() => store.close())

test("A webhook is shaped by its account's version, and by a new pin within a second", async () => {
  const { database } = store
  const account = await createAccount(database, { name: 'Acme', certificatePolicy: 'optional' })
  const { configuration } = await createConfiguration(
    database,
    {
      accountId: account.id,
      name: 'MyConfig',
      webhook: null,
      redirectUrl: 'https://client.example/return',
      review: 'never',
      faceRequired: true,
      product: 'standard',
    },
    KEYRING,
  )
  let nowMs = Date.UTC(2026, 10, 26)
  const clock = { now: () => new Date(nowMs) }
  const find = () => findPinnedVersion({ database, clock }, configuration.id)
  expect(await find()).toBe(NEWEST_API_VERSION)
  await pinApiVersion(database, account.id, OLDEST)
  nowMs += A_SECOND_MS
  expect(await find()).toBe(OLDEST)
})
