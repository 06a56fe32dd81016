import { X509Certificate } from 'node:crypto'
import type { Kysely } from 'kysely'
import { Problem } from '../../domain/problem.ts'
import type { Database } from '../platform/database/database.ts'
import { insertClientCertificate } from './_account-rows.ts'

/** Extended key usage of certificates made for clients: id-kp-clientAuth (RFC 5280 §4.2.1.12). */
const CLIENT_AUTH_OID = '1.3.6.1.5.5.7.3.2'

/**
 * Lets an account use a client certificate (PEM or DER), issued here or elsewhere; gives its fingerprint.
 * A certificate counts by its fingerprint alone, never by its issuer.
 * Throws `Problem('params_invalid')` when the bytes are no certificate, it is not made for client authentication,
 * it is over, or it is registered already.
 */
export async function registerClientCertificate(
  database: Kysely<Database>,
  { accountId, certificate, now }: { accountId: number; certificate: string | Buffer; now?: Date },
): Promise<string> {
  const read = readCertificate(certificate)
  assertUsable(read, now)
  const fingerprint = read.fingerprint256.replaceAll(':', '').toLowerCase()
  const row = { fingerprint, account_id: accountId, created_at: now, ends_at: read.validToDate }
  const written = await insertClientCertificate(database, row)
  if (!written) throw new Problem('params_invalid', 'The certificate is registered already')
  return fingerprint
}

function assertUsable(certificate: X509Certificate, now: Date | undefined): void {
  if (!certificate.keyUsage?.includes(CLIENT_AUTH_OID)) {
    throw new Problem('params_invalid', 'The certificate is not made for client authentication')
  }
  if (now && certificate.validToDate <= now) {
    throw new Problem('params_invalid', `The certificate ended ${certificate.validToDate.toISOString()}`)
  }
}

function readCertificate(certificate: string | Buffer): X509Certificate {
  try {
    return new X509Certificate(certificate)
  } catch (cause) {
    throw Object.assign(new Problem('params_invalid', 'The certificate cannot be read'), { cause })
  }
}
