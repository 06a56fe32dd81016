import { createPrivateKey, generateKeyPairSync, sign } from 'node:crypto'
import type { Transaction } from 'kysely'
import type { IdentificationStatus } from '../../domain/identification.ts'
import type { Database } from '../platform/database/database.ts'
import type { Keyring } from '../platform/keys/keys.ts'
import { type ErasureKeyRow, insertErasure, insertErasureKey, selectErasureKey } from './_erasure-rows.ts'

/** What the private key is sealed for. */
const PURPOSE = 'erasure signing key'

/** An erasure to certify; nothing of it is personal data. */
export interface Erasure {
  /** Resource number. */
  identification: number
  identificationId: string
  cause: 'request' | 'retention'
  status: { before: IdentificationStatus; after: IdentificationStatus }
  dataKey: { name: string; createdAt: Date }
  /** The sealed columns that were destroyed. */
  records: readonly string[]
  assets: readonly {
    kind: string
    content_type: string
    sha256: string
    size_bytes: number
    created_at: Date
  }[]
  erasedAt: Date
}

/**
 * Writes the certificate of an erasure in its transaction: JSON of what was destroyed, signed with the
 * installation's Ed25519 key (RFC 8032), which the first erasure makes.
 */
export async function certifyErasure(
  { database, keyring }: { database: Transaction<Database>; keyring: Keyring },
  erasure: Erasure,
): Promise<void> {
  const key = (await selectErasureKey(database)) ?? (await makeKey(database, keyring, erasure.erasedAt))
  const privateKey = createPrivateKey({
    key: keyring.open(key.sealed, PURPOSE),
    format: 'der',
    type: 'pkcs8',
  })
  const certificate = JSON.stringify(writeCertificate(erasure))
  await insertErasure(database, {
    identification: erasure.identification,
    certificate,
    signature: sign(null, Buffer.from(certificate), privateKey),
    created_at: erasure.erasedAt,
  })
}

function makeKey(database: Transaction<Database>, keyring: Keyring, createdAt: Date): Promise<ErasureKeyRow> {
  const pair = generateKeyPairSync('ed25519')
  return insertErasureKey(database, {
    sealed: keyring.seal(pair.privateKey.export({ format: 'der', type: 'pkcs8' }), PURPOSE),
    public_key: pair.publicKey.export({ format: 'pem', type: 'spki' }).toString(),
    created_at: createdAt,
  })
}

function writeCertificate(erasure: Erasure): object {
  return {
    version: 1,
    'identification-id': erasure.identificationId,
    'erased-at': erasure.erasedAt.toISOString(),
    cause: erasure.cause,
    status: erasure.status,
    'data-key': { name: erasure.dataKey.name, 'created-at': erasure.dataKey.createdAt.toISOString() },
    records: erasure.records,
    assets: erasure.assets.map((asset) => ({
      kind: asset.kind,
      'content-type': asset.content_type,
      hash: `sha2-256:${asset.sha256}`,
      'size-bytes': asset.size_bytes,
      'created-at': asset.created_at.toISOString(),
    })),
  }
}
