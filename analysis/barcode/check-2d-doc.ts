import { verify, X509Certificate } from 'node:crypto'
import type { BarcodeSignature } from '../../domain/document/barcode-facts.ts'
import type { TwoDDocReading } from './parse-2d-doc.ts'

/** Hash by the length of a signature in bytes: P-256, P-384 and P-521 (ANTS 2D-Doc 3.1.3 §4). */
const HASHES: Readonly<Record<number, string>> = { 64: 'sha256', 96: 'sha384', 132: 'sha512' }
const CERTIFICATE = /-----BEGIN CERTIFICATE-----[A-Za-z0-9+/=\s]+-----END CERTIFICATE-----/g
const COMMON_NAME = /^CN=(.*)$/m

/** The certificates of a PEM text. Throws when one is damaged. */
export function readCertificates(pem: string): X509Certificate[] {
  return (pem.match(CERTIFICATE) ?? []).map((one) => new X509Certificate(one))
}

/**
 * Checks the signature of a 2D-Doc with those of the operator's certificates that have the name it gives and are of the
 * authority it gives: authorities name certificates alike, so one of another's proves nothing against a code. A signature
 * that cannot be read is invalid: the code says itself that it is signed.
 */
export function check2dDoc(
  { authority, certificate, signed, signedOn }: TwoDDocReading,
  certificates: readonly X509Certificate[],
): BarcodeSignature {
  if (!signed) return 'unsigned'
  const named = certificates.filter(
    ({ subject, issuer }) => COMMON_NAME.exec(subject)?.[1] === certificate && isOf(authority, issuer),
  )
  if (named.length === 0) return 'not-checked'
  const signer = named.find((one) => isSignedBy(signed, one))
  if (!signer) return 'invalid'
  return signedOn !== null && isValidOn(signer, signedOn) ? 'valid' : 'out-of-date'
}

/** Whether an issuer's name has the four characters of an authority as a word of their own. */
function isOf(authority: string, issuer: string): boolean {
  return issuer
    .toUpperCase()
    .split(/[^0-9A-Z]+/)
    .includes(authority)
}

function isSignedBy(
  { message, signature }: NonNullable<TwoDDocReading['signed']>,
  by: X509Certificate,
): boolean {
  const hash = HASHES[signature.length]
  if (!hash || by.publicKey.asymmetricKeyType !== 'ec') return false
  return verify(hash, message, { key: by.publicKey, dsaEncoding: 'ieee-p1363' }, signature)
}

function isValidOn({ validFrom, validTo }: X509Certificate, day: string): boolean {
  const [first, last] = [validFrom, validTo].map((date) => new Date(date).toISOString().slice(0, 10))
  return first <= day && day <= last
}
