import { verify } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { SigningCurve } from '../../../domain/signing-key.ts'
import { openTestDatabase, type TestDatabase } from '../../../test/fakes/test-database.ts'
import { createKeyring, MASTER_KEY_BYTES } from '../../platform/keys/master-keyring.ts'
import { AnswerSigner } from './answer-signer.ts'
import { findEndingSigningKeys } from './find-ending-signing-keys.ts'
import { findSigningKeys } from './find-signing-keys.ts'
import { findSigningKey, renewSigningKey, signingKeyPurpose } from './renew-signing-key.ts'

const DAY_MS = 86_400_000
const BEGIN = new Date('2026-03-04T05:06:07.890Z')
const BODY = Buffer.from('{"data":{"attributes":{"first-name":"ÉLODIE"}}}')
const keyring = createKeyring(Buffer.alloc(MASTER_KEY_BYTES, 7))

let store: TestDatabase
let now = BEGIN

beforeAll(async () => {
  store = await openTestDatabase()
})
afterAll(() => store.close())
beforeEach(() => {
  now = BEGIN
})

async function addLine(curve?: SigningCurve | null) {
  const { configuration } = await store.addIdentification({ now })
  if (curve !== undefined) await setCurve(configuration.id, curve)
  return { configurationId: configuration.id, environment: 'test' as const }
}

async function setCurve(configurationId: number, curve: SigningCurve | null): Promise<void> {
  await store.database
    .updateTable('configurations')
    .set({ signing_curve: curve })
    .where('id', '=', configurationId)
    .execute()
}

function openSigner(ring = keyring): AnswerSigner {
  return new AnswerSigner({ database: store.database, keyring: ring, clock: { now: () => now } })
}

async function verifies(signature: string | null, body: Buffer, digest = 'sha512'): Promise<boolean> {
  const [timestamp, name, base64] = (signature ?? '').split(':')
  const [configurationId, environment, version] = name.split('-')
  const keys = await findSigningKeys(store.database, { configurationId: Number(configurationId) })
  const key = keys.find((one) => one.environment === environment && `v${one.version}` === version)
  if (!key) throw new Error(`There is no key ${name}`)
  const signed = Buffer.concat([Buffer.from(`${timestamp}:`), body])
  return verify(digest, signed, key.publicKeyPem, Buffer.from(base64, 'base64'))
}

test('A signature names its time to six digits and its key, and holds for its bytes alone', async () => {
  const line = await addLine()
  const signature = await openSigner().sign(line, BODY)
  const [timestamp, name, base64, ...rest] = signature?.split(':') ?? []
  expect(timestamp).toBe('1772600767.890000')
  expect(name).toBe(`${line.configurationId}-test-v1`)
  expect(Buffer.from(base64, 'base64')[0]).toBe(0x30)
  expect(rest).toEqual([])
  expect(await verifies(signature, BODY)).toBe(true)
  expect(await verifies(signature, Buffer.concat([BODY, Buffer.from(' ')]))).toBe(false)
  expect(await verifies(signature, BODY, 'sha256')).toBe(false)
})

test.each(['P-256', 'P-384', 'P-521'] as const)(
  'Answers are signed on %s where it is asked for',
  async (curve) => {
    const line = await addLine(curve)
    expect(await verifies(await openSigner().sign(line, BODY), BODY)).toBe(true)
    expect(await findSigningKeys(store.database, line)).toMatchObject([{ curve, version: 1 }])
  },
)

test('Where signing is off nothing is signed and no key is made', async () => {
  const line = await addLine(null)
  expect(await openSigner().sign(line, BODY)).toBeNull()
  expect(await findSigningKeys(store.database, line)).toEqual([])
})

test('Live and test and every configuration have keys of their own', async () => {
  const signer = openSigner()
  const [one, other] = [await addLine(), await addLine()]
  const lines = [one, { ...one, environment: 'live' as const }, other]
  for (const line of lines) await signer.sign(line, BODY)
  const keys = await Promise.all(lines.map((line) => signer.publicKeys(line)))
  expect(new Set(keys.flat().map((key) => key.publicKeyPem)).size).toBe(3)
})

test('Processes that need the first key at once make one', async () => {
  const line = await addLine()
  const signers = Array.from({ length: 8 }, () => openSigner())
  const signatures = await Promise.all(signers.map((signer) => signer.sign(line, BODY)))
  for (const signature of signatures) expect(await verifies(signature, BODY)).toBe(true)
  expect(await findSigningKeys(store.database, line)).toHaveLength(1)
})

test('After its year a key is followed by the next version, and what it signed still verifies', async () => {
  const line = await addLine()
  const signer = openSigner()
  const first = await signer.sign(line, BODY)
  now = new Date(BEGIN.getTime() + 364 * DAY_MS)
  expect(await signer.sign(line, BODY)).toContain('-v1:')
  now = new Date(BEGIN.getTime() + 365 * DAY_MS)
  const second = await signer.sign(line, BODY)
  expect(second).toContain('-v2:')
  expect(await verifies(first, BODY)).toBe(true)
  expect(await verifies(second, BODY)).toBe(true)
})

test('A renewal destroys the old private key and keeps its public half', async () => {
  const line = await addLine()
  const before = await findSigningKey(store.database, { ...line, keyring, now })
  await renew(line)
  const rows = await store.database
    .selectFrom('signing_keys')
    .select(['version', 'sealed_private_key', 'public_key_pem', 'destroyed_at'])
    .where('configuration_id', '=', line.configurationId)
    .orderBy('version')
    .execute()
  expect(rows[0]).toEqual({
    version: 1,
    sealed_private_key: null,
    public_key_pem: before?.public_key_pem,
    destroyed_at: now,
  })
  expect(rows[1].sealed_private_key).not.toBeNull()
})

test('Another process signs with the new version within ten seconds', async () => {
  const line = await addLine()
  const signer = openSigner()
  await signer.sign(line, BODY)
  await renew(line)
  now = new Date(BEGIN.getTime() + 10_000)
  expect(await signer.sign(line, BODY)).toContain('-v2:')
})

test('Another curve begins a new version, and signing turned off and on again too', async () => {
  const line = await addLine()
  expect(await openSigner().sign(line, BODY)).toContain('-v1:')
  await setCurve(line.configurationId, 'P-384')
  expect(await openSigner().sign(line, BODY)).toContain('-v2:')
  await setCurve(line.configurationId, null)
  await renew(line)
  expect(await openSigner().sign(line, BODY)).toBeNull()
  await setCurve(line.configurationId, 'P-384')
  expect(await openSigner().sign(line, BODY)).toContain('-v3:')
})

test('Keys that end are found, until they are renewed', async () => {
  const line = await addLine()
  await findSigningKey(store.database, { ...line, keyring, now })
  const end = new Date(BEGIN.getTime() + 365 * DAY_MS)
  const isEnding = async () =>
    (await findEndingSigningKeys(store.database, end)).some((one) => isSame(one, line))
  expect(await isEnding()).toBe(true)
  now = end
  await renew(line)
  expect(await isEnding()).toBe(false)
})

test('A private key lies sealed, opens under its own name alone, and not with another master key', async () => {
  const line = await addLine()
  const row = await findSigningKey(store.database, { ...line, keyring, now })
  const sealed = row?.sealed_private_key ?? Buffer.alloc(0)
  const name = { ...line, version: 1 }
  const der = keyring.open(sealed, signingKeyPurpose(name))
  const { rows } = await sql<{ text: string }>`select signing_keys::text from signing_keys`.execute(
    store.database,
  )
  expect(JSON.stringify(rows)).not.toContain(der.toString('hex'))
  expect(() => keyring.open(sealed, signingKeyPurpose({ ...name, environment: 'live' }))).toThrow()
  const stranger = createKeyring(Buffer.alloc(MASTER_KEY_BYTES, 8))
  await expect(openSigner(stranger).sign(line, BODY)).rejects.toThrow('another master key')
})

test('A configuration that does not exist has no keys', async () => {
  const unknown = { configurationId: 1, environment: 'test' as const }
  await expect(openSigner().sign(unknown, BODY)).rejects.toMatchObject({ code: 'unknown_record' })
})

function isSame(one: { configurationId: number }, other: { configurationId: number }): boolean {
  return one.configurationId === other.configurationId
}

function renew(line: { configurationId: number; environment: 'test' }) {
  return store.database
    .transaction()
    .execute((transaction) => renewSigningKey(transaction, { ...line, keyring, now, reason: 'asked' }))
}
