import { createPrivateKey, X509Certificate } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { KeyedCertificate } from './_issue-certificate.ts'
import { writePrivately } from './_write-privately.ts'

/** A certificate with less life than this is issued anew, days. */
const RENEW_BEFORE_DAYS = 30
const DAY_MS = 24 * 60 * 60 * 1000

/** The pair kept in `path.crt` and `path.key`; issued when there is none, it does not match or is not good any more. */
export async function keepCertificate(
  path: string,
  issue: () => Promise<KeyedCertificate>,
  isGood: (certPem: string) => boolean = () => true,
): Promise<KeyedCertificate> {
  const [certFile, keyFile] = [`${path}.crt`, `${path}.key`]
  const [certPem, keyPem] = await Promise.all([readIfThere(certFile), readIfThere(keyFile)])
  if (certPem && keyPem && isPair(certPem, keyPem) && isGood(certPem)) return { certPem, keyPem }
  const issued = await issue()
  // A crash between the two leaves a pair that does not match, and both are made anew.
  await writePrivately(keyFile, issued.keyPem, 'replace')
  await writePrivately(certFile, issued.certPem, 'replace')
  return issued
}

/** Whether a certificate has enough of its life left. */
export function isFresh(certPem: string, now: Date): boolean {
  const endsAt = new Date(new X509Certificate(certPem).validTo)
  return endsAt.getTime() - now.getTime() > RENEW_BEFORE_DAYS * DAY_MS
}

function isPair(certPem: string, keyPem: string): boolean {
  try {
    return new X509Certificate(certPem).checkPrivateKey(createPrivateKey(keyPem))
  } catch {
    return false
  }
}

async function readIfThere(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}
