import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import pino from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { authenticateClient } from '../../server/accounts/authenticate-client.ts'
import { createAccount } from '../../server/accounts/create-account.ts'
import { createCredentials } from '../../server/accounts/create-credentials.ts'
import { registerClientCertificate } from '../../server/accounts/register-client-certificate.ts'
import { revokeClientCertificate } from '../../server/accounts/revoke-client-certificate.ts'
import { createConfiguration } from '../../server/configurations/create-configuration.ts'
import { createApiListener } from '../../server/http/api-listener.ts'
import { createKeyring, MASTER_KEY_BYTES } from '../../server/platform/keys/master-keyring.ts'
import { OTHER_STEPS } from '../fakes/api/other-steps.ts'
import {
  type CertifiedKey,
  createTestAuthority,
  issueSelfSigned,
  type TestAuthority,
} from '../fakes/certificates.ts'
import { type ClientBackend, createClientBackend } from '../fakes/client-backend.ts'
import { makeRecord } from '../fakes/identification-record.ts'
import { openTestDatabase, type TestDatabase } from '../fakes/test-database.ts'

const RECORD = makeRecord()
const keyring = createKeyring(Buffer.alloc(MASTER_KEY_BYTES, 7))
const folder = mkdtempSync(join(tmpdir(), 'mutual-tls-'))
const backends: ClientBackend[] = []
let store: TestDatabase
let authority: TestAuthority
let api: FastifyInstance

beforeAll(async () => {
  store = await openTestDatabase()
  authority = await createTestAuthority('Service')
  writeFileSync(join(folder, 'ca.crt'), authority.cert)
  api = createApiListener({
    tls: await authority.issue({ name: 'localhost', use: 'server' }),
    log: pino({ level: 'silent' }),
    now: () => new Date(),
    authenticate: (claim) => authenticateClient(store.database, claim),
    identifications: {
      findProduct: async () => 'standard',
      createIdentification: async () => RECORD,
      findIdentification: async () => RECORD,
    },
    notifications: { notify: async () => {} },
    ...OTHER_STEPS,
    urls: {
      webBaseUrl: 'https://id.example',
      apiBaseUrl: 'https://api.example',
      signAssetUrl: ({ key }) => key,
    },
  })
  await api.listen({ port: 0, host: '127.0.0.1' })
})

afterAll(async () => {
  for (const backend of backends) backend.close()
  await api.close()
  await store.close()
  rmSync(folder, { recursive: true })
})

/** An account that requires certificates, with one of its own. */
async function addCustomer() {
  const { database } = store
  const { id: accountId } = await createAccount(database, { name: 'Acme', certificatePolicy: 'required' })
  const { configuration } = await createConfiguration(
    database,
    {
      accountId,
      name: 'MyConfig',
      webhook: null,
      redirectUrl: 'https://client.example/return',
      review: 'never',
      faceRequired: true,
      product: 'standard',
    },
    keyring,
  )
  const owner = { accountId, configurationId: configuration.id }
  const credentials = await createCredentials(database, { ...owner, environment: 'test' })
  const pair = await authority.issue({ name: 'acme', use: 'client' })
  const fingerprint = await registerClientCertificate(database, { accountId, certificate: pair.cert })
  return { accountId, credentials, pair, fingerprint }
}

function openBackend(
  credentials: { clientId: string; clientSecret: string },
  pair: CertifiedKey | null,
): ClientBackend {
  const files = { certFile: join(folder, 'client.crt'), keyFile: join(folder, 'client.key') }
  if (pair) {
    writeFileSync(files.certFile, pair.cert)
    writeFileSync(files.keyFile, pair.key)
  }
  const backend = createClientBackend({
    apiUrl: `https://127.0.0.1:${(api.server.address() as AddressInfo).port}`,
    caFile: join(folder, 'ca.crt'),
    ...credentials,
    ...(pair ? files : {}),
  })
  backends.push(backend)
  return backend
}

test('A client creates and fetches with its secret and its certificate', async () => {
  const { credentials, pair } = await addCustomer()
  const backend = openBackend(credentials, pair)
  expect((await backend.create({ reference_data: { first_name: 'ANNA' } })).status).toBe(201)
  expect((await backend.get(RECORD.identificationId)).status).toBe(200)
})

test('A client without a certificate is refused, its secret alone is not enough', async () => {
  const { credentials } = await addCustomer()
  const refused = await openBackend(credentials, null).get(RECORD.identificationId)
  expect(refused.status).toBe(401)
  expect(refused.body.errors[0].detail).toBe('A valid client certificate of this account is required')
})

test('A client with its certificate and a wrong secret is refused', async () => {
  const { credentials, pair } = await addCustomer()
  const wrong = { ...credentials, clientSecret: 'wrong' }
  expect((await openBackend(wrong, pair).get(RECORD.identificationId)).status).toBe(401)
})

test('A certificate that a client signed itself is good once it is registered', async () => {
  const { accountId, credentials } = await addCustomer()
  const own = await issueSelfSigned({ name: 'acme', use: 'client' })
  const backend = openBackend(credentials, own)
  expect((await backend.get(RECORD.identificationId)).status).toBe(401)
  await registerClientCertificate(store.database, { accountId, certificate: own.cert, now: new Date() })
  expect((await backend.get(RECORD.identificationId)).status).toBe(200)
})

test.each([
  ['over', [-30, -1]],
  ['not begun', [1, 30]],
] as const)('A certificate that is %s is refused although it is registered', async (_what, days) => {
  const { accountId, credentials } = await addCustomer()
  const pair = await authority.issue({ name: 'acme', use: 'client', days: [...days] })
  await registerClientCertificate(store.database, { accountId, certificate: pair.cert })
  expect((await openBackend(credentials, pair).get(RECORD.identificationId)).status).toBe(401)
})

test("A client with another account's certificate is refused", async () => {
  const [one, other] = [await addCustomer(), await addCustomer()]
  expect((await openBackend(one.credentials, other.pair).get(RECORD.identificationId)).status).toBe(401)
})

test('A certificate revoked between two requests of a connection is refused at the second', async () => {
  const { accountId, credentials, pair, fingerprint } = await addCustomer()
  const backend = openBackend(credentials, pair)
  expect((await backend.get(RECORD.identificationId)).status).toBe(200)
  await revokeClientCertificate(store.database, { accountId, fingerprint, now: new Date() })
  const refused = await backend.get(RECORD.identificationId)
  expect(refused.status).toBe(401)
  expect(refused.body.errors[0].detail).toBe('A valid client certificate of this account is required')
})
