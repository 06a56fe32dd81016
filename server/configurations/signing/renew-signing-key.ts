import { generateKeyPair } from 'node:crypto'
import { promisify } from 'node:util'
import type { Kysely, Transaction } from 'kysely'
import { Problem } from '../../../domain/problem.ts'
import { type SigningCurve, type SigningKeyName, writeSigningKeyName } from '../../../domain/signing-key.ts'
import type { Database } from '../../platform/database/database.ts'
import type { Keyring } from '../../platform/keys/keys.ts'
import {
  destroyPrivateKey,
  insertSigningKey,
  lockSigningCurve,
  type SigningKeyRow,
  type SigningLine,
  selectNewestKey,
} from './_signing-key-rows.ts'

/** A private key signs for a year (API text, "Signing key policy"). */
const LIFE_MS = 365 * 24 * 60 * 60 * 1000

const makeKeyPair = promisify(generateKeyPair)

/** Which line of keys is renewed, and when. */
export interface SigningKeyRenewal extends SigningLine {
  keyring: Keyring
  now: Date
  /** `due`: only a key that is missing, on another curve or ends before `now`; `asked`: whatever is there. */
  reason: 'due' | 'asked'
  /** Told of a version that was made, in its transaction. */
  noteKey?: NoteSigningKey
}

/** Notes a version of a key in the transaction that makes it. */
export type NoteSigningKey = (transaction: Transaction<Database>, key: SigningKeyName) => Promise<void>

/** What a sealed private key is for: it opens under its own name only. */
export function signingKeyPurpose(name: SigningKeyName): string {
  return `signing key ${writeSigningKeyName(name)}`
}

/**
 * Makes the next version of a line of keys and destroys the private half of the one before; processes that do
 * it at once wait for each other. Gives the key that signs from now on; null where answers are not signed.
 * Throws `Problem('unknown_record')`.
 */
export async function renewSigningKey(
  transaction: Transaction<Database>,
  renewal: SigningKeyRenewal,
): Promise<SigningKeyRow | null> {
  const curve = await lockSigningCurve(transaction, renewal.configurationId)
  if (curve === undefined) throw new Problem('unknown_record', 'No configuration has this id')
  if (curve === null) {
    await destroyPrivateKey(transaction, renewal, renewal.now)
    return null
  }
  const newest = (await selectNewestKey(transaction, renewal))?.newest ?? null
  if (renewal.reason === 'due' && canSign(newest, curve, renewal.now)) return newest
  await destroyPrivateKey(transaction, renewal, renewal.now)
  return makeKey(transaction, renewal, { curve, version: (newest?.version ?? 0) + 1 })
}

/** The key that signs for a line now, made when there is none; null where answers are not signed. */
export async function findSigningKey(
  database: Kysely<Database>,
  line: Omit<SigningKeyRenewal, 'reason'>,
): Promise<SigningKeyRow | null> {
  const found = await selectNewestKey(database, line)
  if (found && found.curve === null) return null
  if (found?.curve && canSign(found.newest, found.curve, line.now)) return found.newest
  return database
    .transaction()
    .execute((transaction) => renewSigningKey(transaction, { ...line, reason: 'due' }))
}

function canSign(key: SigningKeyRow | null, curve: SigningCurve, now: Date): key is SigningKeyRow {
  return key !== null && key.destroyed_at === null && key.curve === curve && key.expires_at > now
}

async function makeKey(
  transaction: Transaction<Database>,
  { configurationId, environment, keyring, now, noteKey }: SigningKeyRenewal,
  { curve, version }: { curve: SigningCurve; version: number },
): Promise<SigningKeyRow> {
  const pair = await makeKeyPair('ec', {
    namedCurve: curve,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'der' },
  })
  const purpose = signingKeyPurpose({ configurationId, environment, version })
  const row = {
    configuration_id: configurationId,
    environment,
    version,
    curve,
    public_key_pem: pair.publicKey,
    sealed_private_key: keyring.seal(pair.privateKey, purpose),
    created_at: now,
    expires_at: new Date(now.getTime() + LIFE_MS),
  }
  pair.privateKey.fill(0)
  await insertSigningKey(transaction, row)
  await noteKey?.(transaction, { configurationId, environment, version })
  return { ...row, destroyed_at: null }
}
