import { X509Certificate } from 'node:crypto'
import type { Kysely } from 'kysely'
import { Problem } from '../../domain/problem.ts'
import type { Database } from '../platform/database/database.ts'
import { insertClientCertificate } from './_account-rows.ts'

/**
 * Lets an account use a client certificate (PEM or DER), issued here or elsewhere; gives its fingerprint.
 * A certificate counts by its fingerprint alone, never by its issuer.
 * Throws `Problem('params_invalid')` when the bytes are no certificate or it is registered already.
 */
export async function registerClientCertificate(
  database: Kysely<Database>,
  { accountId, certificate }: { accountId: number; certificate: string | Buffer },
): Promise<string> {
  const fingerprint = fingerprintOf(certificate)
  const written = await insertClientCertificate(database, { fingerprint, account_id: accountId })
  if (!written) throw new Problem('params_invalid', 'The certificate is registered already')
  return fingerprint
}

function fingerprintOf(certificate: string | Buffer): string {
  try {
    return new X509Certificate(certificate).fingerprint256.replaceAll(':', '').toLowerCase()
  } catch (cause) {
    throw Object.assign(new Problem('params_invalid', 'The certificate cannot be read'), { cause })
  }
}
