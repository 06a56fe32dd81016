import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Account } from '../../domain/account.ts'
import type { Environment } from '../../domain/environment.ts'
import { createTestAuthority, type TestAuthority } from '../../test/fakes/certificates.ts'
import { openTestDatabase, type TestDatabase } from '../../test/fakes/test-database.ts'
import { authenticateClient } from './authenticate-client.ts'
import { createAccount } from './create-account.ts'
import { type Credentials, createCredentials } from './create-credentials.ts'
import { registerClientCertificate } from './register-client-certificate.ts'
import { revokeClientCertificate } from './revoke-client-certificate.ts'

const NO_CERTIFICATE = { certificateFingerprint: null }

let store: TestDatabase
let authority: TestAuthority

beforeAll(async () => {
  store = await openTestDatabase()
  authority = await createTestAuthority('Test')
})

afterAll(() => store.close())

interface Customer {
  account: Account
  configurationId: number
  credentials: Record<Environment, Credentials>
}

async function addCustomer(certificatePolicy: Account['certificatePolicy']): Promise<Customer> {
  const { database } = store
  const account = await createAccount(database, { name: 'Acme', certificatePolicy })
  const { id: configurationId } = await database
    .insertInto('configurations')
    .values({
      account_id: account.id,
      name: 'MyConfig',
      redirect_url: 'https://client.example/return',
      review: 'never',
      face_required: true,
      product: 'standard',
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const owner = { accountId: account.id, configurationId }
  return {
    account,
    configurationId,
    credentials: {
      live: await createCredentials(database, { ...owner, environment: 'live' }),
      test: await createCredentials(database, { ...owner, environment: 'test' }),
    },
  }
}

async function addCertificate({ account }: Customer): Promise<string> {
  const { cert } = await authority.issue({ name: 'acme', use: 'client' })
  return registerClientCertificate(store.database, { accountId: account.id, certificate: cert })
}

test.each(['live', 'test'] as const)(
  'Credentials of the %s environment tell account and configuration',
  async (environment) => {
    const { account, configurationId, credentials } = await addCustomer('optional')
    const client = await authenticateClient(store.database, {
      ...credentials[environment],
      ...NO_CERTIFICATE,
    })
    expect(client).toEqual({ account, environment, configurationId, apiVersion: '2026-11-25' })
  },
)

test('Older credentials stay good beside newer ones', async () => {
  const { account, configurationId, credentials } = await addCustomer('optional')
  const newer = await createCredentials(store.database, {
    accountId: account.id,
    configurationId,
    environment: 'test',
  })
  for (const pair of [credentials.test, newer]) {
    const client = await authenticateClient(store.database, { ...pair, ...NO_CERTIFICATE })
    expect(client.account.id).toBe(account.id)
  }
})

test('An unknown id and a wrong secret are refused in the same words', async () => {
  const { credentials } = await addCustomer('optional')
  const { clientId, clientSecret } = credentials.test
  const wrong = [
    { clientId, clientSecret: randomBytes(32).toString('base64url') },
    { clientId, clientSecret: credentials.live.clientSecret },
    { clientId, clientSecret: '' },
    { clientId: 'nobody', clientSecret },
    { clientId: '', clientSecret: '' },
    { clientId: "' or true --", clientSecret },
  ]
  for (const pair of wrong) {
    const attempt = authenticateClient(store.database, { ...pair, ...NO_CERTIFICATE })
    await expect(attempt).rejects.toMatchObject({
      code: 'unauthenticated',
      message: 'Invalid client id or secret',
    })
  }
})

test('Revoked credentials are as unknown as ones that never were', async () => {
  const { credentials } = await addCustomer('optional')
  await store.database
    .updateTable('credentials')
    .set({ revoked_at: new Date() })
    .where('client_id', '=', credentials.test.clientId)
    .execute()
  await expect(
    authenticateClient(store.database, { ...credentials.test, ...NO_CERTIFICATE }),
  ).rejects.toThrow('Invalid client id or secret')
})

test('Where the account requires it, only its own certificate in use is good', async () => {
  const customer = await addCustomer('required')
  const certificateFingerprint = await addCertificate(customer)
  const attempt = (fingerprint: string | null) =>
    authenticateClient(store.database, { ...customer.credentials.test, certificateFingerprint: fingerprint })
  expect((await attempt(certificateFingerprint)).account).toEqual(customer.account)

  const another = await addCertificate(await addCustomer('required'))
  for (const fingerprint of [null, '', another, 'ab'.repeat(32)]) {
    await expect(attempt(fingerprint)).rejects.toThrow(
      'A valid client certificate of this account is required',
    )
  }

  await revokeClientCertificate(store.database, {
    accountId: customer.account.id,
    fingerprint: certificateFingerprint,
    now: new Date(),
  })
  await expect(attempt(certificateFingerprint)).rejects.toMatchObject({ code: 'unauthenticated' })
})

test('A certificate does not make up for a wrong secret', async () => {
  const customer = await addCustomer('required')
  const certificateFingerprint = await addCertificate(customer)
  await expect(
    authenticateClient(store.database, {
      clientId: customer.credentials.test.clientId,
      clientSecret: 'wrong',
      certificateFingerprint,
    }),
  ).rejects.toThrow('Invalid client id or secret')
})

test('Where a certificate is optional, none is looked at', async () => {
  const customer = await addCustomer('optional')
  const another = await addCertificate(await addCustomer('required'))
  const claim = { ...customer.credentials.test, certificateFingerprint: another }
  expect((await authenticateClient(store.database, claim)).account).toEqual(customer.account)
})

test('A secret is kept only as its hash', async () => {
  const { credentials } = await addCustomer('optional')
  const rows = JSON.stringify(await store.database.selectFrom('credentials').selectAll().execute())
  expect(rows).toContain(credentials.test.clientId)
  expect(rows).not.toContain(credentials.test.clientSecret)
})

test('A certificate belongs to one account and is registered once', async () => {
  const [one, other] = [await addCustomer('required'), await addCustomer('required')]
  const { cert } = await authority.issue({ name: 'acme', use: 'client' })
  await registerClientCertificate(store.database, { accountId: one.account.id, certificate: cert })
  for (const { account } of [one, other]) {
    await expect(
      registerClientCertificate(store.database, { accountId: account.id, certificate: cert }),
    ).rejects.toMatchObject({ code: 'params_invalid' })
  }
})

test('What is no certificate is refused', async () => {
  const { account } = await addCustomer('required')
  await expect(
    registerClientCertificate(store.database, { accountId: account.id, certificate: 'nonsense' }),
  ).rejects.toMatchObject({ code: 'params_invalid' })
})

test("Another account's certificate cannot be revoked, nor one twice", async () => {
  const [one, other] = [await addCustomer('required'), await addCustomer('required')]
  const fingerprint = await addCertificate(one)
  const revoke = ({ account }: Customer) =>
    revokeClientCertificate(store.database, { accountId: account.id, fingerprint, now: new Date() })
  await expect(revoke(other)).rejects.toMatchObject({ code: 'unknown_record' })
  await revoke(one)
  await expect(revoke(one)).rejects.toMatchObject({ code: 'unknown_record' })
})
