import pino from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestDatabase, TEST_KEYRING, type TestDatabase } from '../../test/fakes/test-database.ts'
import { listActs } from '../audit/list-acts.ts'
import { AnswerSigner } from '../configurations/signing/answer-signer.ts'
import { noteSigningKey, renewSigningKeys } from './renew-signing-keys.ts'

const BEGIN = new Date('2026-03-04T05:06:07.890Z')
const YEAR_MS = 365 * 86_400_000

let store: TestDatabase
beforeAll(async () => {
  store = await openTestDatabase()
})
afterAll(() => store?.close())

test('The first version of a key and the one after its year are noted, once each, as acts of the service', async () => {
  let now = BEGIN
  const { database } = store
  const context = { database, keyring: TEST_KEYRING, clock: { now: () => now } }
  const { configuration, accountId } = await store.addIdentification({ now })
  const line = { configurationId: configuration.id, environment: 'test' as const }
  const signer = new AnswerSigner({ ...context, noteKey: noteSigningKey(context) })
  await signer.sign(line, Buffer.from('{}'))
  now = new Date(BEGIN.getTime() + YEAR_MS)
  const job = { ...context, log: pino({ level: 'silent' }) }
  await renewSigningKeys(job)
  await renewSigningKeys(job)
  await signer.sign(line, Buffer.from('{}'))
  const service = { actor: 'service', accountId, subject: `configuration ${configuration.id}` }
  expect(await listActs(database, { accountId, limit: 10 })).toMatchObject([
    { ...service, action: 'signing-key.renewed', detail: `${configuration.id}-test-v2`, at: now },
    { ...service, action: 'signing-key.created', detail: `${configuration.id}-test-v1`, at: BEGIN },
  ])
})
