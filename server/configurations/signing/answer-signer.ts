import { createPrivateKey, type KeyObject, sign } from 'node:crypto'
import { promisify } from 'node:util'
import type { Kysely } from 'kysely'
import { type SigningCurve, type SigningKey, writeSigningKeyName } from '../../../domain/signing-key.ts'
import type { Clock } from '../../platform/clock/clock.ts'
import type { Database } from '../../platform/database/database.ts'
import type { Keyring } from '../../platform/keys/keys.ts'
import { type SigningKeyRow, type SigningLine, signingKeyOf } from './_signing-key-rows.ts'
import { findSigningKeys } from './find-signing-keys.ts'
import { findSigningKey, type NoteSigningKey, signingKeyPurpose } from './renew-signing-key.ts'

/** How long an opened key is believed to be the one that signs: a renewal by another process is seen this late. */
const BELIEVED_MS = 10_000
/** Opened keys held at once; beyond it the one opened first is let go. */
const MAX_OPENED = 1_000
/** Digits after the point in a signature's timestamp (API text, "Verifying Response signature"). */
const TIMESTAMP_DIGITS = 6

const signElsewhere = promisify(sign)

interface OpenedKey {
  name: string
  curve: SigningCurve
  key: KeyObject
}

/** What a signer works with. */
interface SignerPlatform {
  database: Kysely<Database>
  keyring: Keyring
  clock: Clock
  /** Told of a version that the first answer, or the first after a year, had to have made. */
  noteKey?: NoteSigningKey
}

/** Signs answers, each with the key of its configuration and environment. Keeps opened keys for a while. */
export class AnswerSigner {
  private readonly opened = new Map<string, { openedAtMs: number; key: Promise<OpenedKey | null> }>()
  private readonly platform: SignerPlatform

  constructor(platform: SignerPlatform) {
    this.platform = platform
  }

  /**
   * The signature of an answer as its header says it, `timestamp:key:signature`: ECDSA with SHA-512 over
   * `timestamp:body`, DER in Base64 (API text, "API response signing"). Null where answers are not signed.
   */
  async sign(line: SigningLine, body: Uint8Array): Promise<string | null> {
    const now = this.platform.clock.now()
    const key = await this.keyOf(line, now)
    if (!key) return null
    const timestamp = (now.getTime() / 1000).toFixed(TIMESTAMP_DIGITS)
    const signature = await signBytes(key, Buffer.concat([Buffer.from(`${timestamp}:`), body]))
    return `${timestamp}:${key.name}:${signature.toString('base64')}`
  }

  /** The public half of every version of a line, oldest first, the one that signs now included. */
  async publicKeys(line: SigningLine): Promise<SigningKey[]> {
    await this.keyOf(line, this.platform.clock.now())
    return findSigningKeys(this.platform.database, line)
  }

  private keyOf(line: SigningLine, now: Date): Promise<OpenedKey | null> {
    const place = `${line.configurationId}-${line.environment}`
    const known = this.opened.get(place)
    if (known && Math.abs(now.getTime() - known.openedAtMs) < BELIEVED_MS) return known.key
    this.opened.delete(place)
    const key = this.open(line, now)
    this.opened.set(place, { openedAtMs: now.getTime(), key })
    key.catch(() => this.opened.delete(place))
    const [oldest] = this.opened.keys()
    if (this.opened.size > MAX_OPENED && oldest !== undefined) this.opened.delete(oldest)
    return key
  }

  private async open(line: SigningLine, now: Date): Promise<OpenedKey | null> {
    const { database, keyring, noteKey } = this.platform
    const row = await findSigningKey(database, { ...line, keyring, now, noteKey })
    return row && openKey(row, keyring)
  }
}

function openKey(row: SigningKeyRow, keyring: Keyring): OpenedKey {
  const name = signingKeyOf(row)
  if (row.sealed_private_key === null) throw new Error(`The private key ${writeSigningKeyName(name)} is gone`)
  const der = keyring.open(row.sealed_private_key, signingKeyPurpose(name))
  const key = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' })
  der.fill(0)
  return { name: writeSigningKeyName(name), curve: row.curve, key }
}

/** On P-256 the signature is made before another thread could take it over; the larger curves would hold all others up. */
function signBytes({ curve, key }: OpenedKey, bytes: Buffer): Promise<Buffer> | Buffer {
  const how = { key, dsaEncoding: 'der' as const }
  return curve === 'P-256' ? sign('sha512', bytes, how) : signElsewhere('sha512', bytes, how)
}
