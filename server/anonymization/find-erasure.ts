import { createPublicKey, verify } from 'node:crypto'
import type { Kysely } from 'kysely'
import type { Database } from '../platform/database/database.ts'
import { selectErasure, selectErasureKey } from './_erasure-rows.ts'

/** A certificate of erasure with what it takes to check it. */
export interface ErasureCertificate {
  erasedAt: Date
  /** The exact text that was signed: JSON. */
  certificate: string
  /** Ed25519 over the text in UTF-8 (RFC 8032 §5.1), Base64. */
  signature: string
  /** PEM. */
  publicKey: string
}

/**
 * The certificate of an identification's erasure, or null when it was not erased. Throws an Error when the
 * certificate is not the one that was signed.
 */
export async function findErasure(
  database: Kysely<Database>,
  identification: number,
): Promise<ErasureCertificate | null> {
  const erasure = await selectErasure(database, identification)
  if (!erasure) return null
  const key = await selectErasureKey(database)
  const { certificate, signature } = erasure
  if (!key || !verify(null, Buffer.from(certificate), createPublicKey(key.public_key), signature)) {
    throw new Error(`The certificate of erasure of ${identification} is not the one that was signed`)
  }
  return {
    erasedAt: erasure.created_at,
    certificate,
    signature: signature.toString('base64'),
    publicKey: key.public_key,
  }
}
