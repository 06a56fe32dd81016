// @peculiar/x509 needs it loaded before itself.
import 'reflect-metadata'
import { randomBytes, webcrypto } from 'node:crypto'
import { isIP } from 'node:net'
import * as x509 from '@peculiar/x509'

x509.cryptoProvider.set(webcrypto as Crypto)

/** P-256: every TLS client of the field takes it, and signing costs 50 µs. */
const KEY_ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' }
const DAY_MS = 24 * 60 * 60 * 1000
/** Positive serial numbers of at most 20 octets (RFC 5280 §4.1.2.2). */
const SERIAL_BYTES = 16
/** Certificates start a little in the past, since clocks differ. */
const BACKDATE_MS = 60 * 60 * 1000

/** id-kp-documentSigning (RFC 9336 §3). */
const DOCUMENT_SIGNING_OID = '1.3.6.1.5.5.7.3.36'

/** A certificate and its private key, PEM. */
export interface KeyedCertificate {
  certPem: string
  keyPem: string
}

/** What a certificate says. */
export interface CertificateRequest {
  commonName: string
  days: number
  now: Date
}

/** Makes a self-signed authority that may sign end certificates only (RFC 5280 §4.2.1.9). */
export async function issueAuthority({
  commonName,
  days,
  now,
}: CertificateRequest): Promise<KeyedCertificate> {
  const keys = await makeKeys()
  const certificate = await x509.X509CertificateGenerator.createSelfSigned({
    serialNumber: makeSerial(),
    name: `CN=${commonName}`,
    ...validity(days, now),
    signingAlgorithm: KEY_ALGORITHM,
    keys,
    extensions: [
      new x509.BasicConstraintsExtension(true, 0, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign, true),
      await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
    ],
  })
  return { certPem: certificate.toString('pem'), keyPem: await exportKey(keys.privateKey) }
}

/** Issues an end certificate for a server's names, for client authentication or for signing documents. */
export async function issueEndCertificate(
  authority: KeyedCertificate,
  request: CertificateRequest & { use: Use },
): Promise<KeyedCertificate> {
  const keys = await makeKeys()
  const issuer = new x509.X509Certificate(authority.certPem)
  const { use } = request
  const certificate = await x509.X509CertificateGenerator.create({
    serialNumber: makeSerial(),
    subject: `CN=${request.commonName}`,
    issuer: issuer.subject,
    ...validity(request.days, request.now),
    signingAlgorithm: KEY_ALGORITHM,
    signingKey: await importKey(authority.keyPem),
    publicKey: keys.publicKey,
    extensions: [
      new x509.BasicConstraintsExtension(false, undefined, true),
      new x509.KeyUsagesExtension(keyUsageOf(use), true),
      new x509.ExtendedKeyUsageExtension([extendedUsageOf(use)]),
      await x509.AuthorityKeyIdentifierExtension.create(issuer),
      ...(typeof use === 'string' ? [] : [alternativeNames(use.server)]),
    ],
  })
  return { certPem: certificate.toString('pem'), keyPem: await exportKey(keys.privateKey) }
}

type Use = { server: string[] } | 'client' | 'documents'

/** Documents outlive connections: who signs them cannot take it back (RFC 5280 §4.2.1.3). */
function keyUsageOf(use: Use): x509.KeyUsageFlags {
  const { digitalSignature, nonRepudiation } = x509.KeyUsageFlags
  return use === 'documents' ? digitalSignature | nonRepudiation : digitalSignature
}

/** RFC 5280 §4.2.1.12, and RFC 9336 §3 for documents. */
function extendedUsageOf(use: Use): string {
  if (use === 'documents') return DOCUMENT_SIGNING_OID
  return use === 'client' ? x509.ExtendedKeyUsage.clientAuth : x509.ExtendedKeyUsage.serverAuth
}

function alternativeNames(names: string[]): x509.SubjectAlternativeNameExtension {
  return new x509.SubjectAlternativeNameExtension(
    names.map((value) => ({ type: isIP(value) ? ('ip' as const) : ('dns' as const), value })),
  )
}

function validity(days: number, now: Date): { notBefore: Date; notAfter: Date } {
  return {
    notBefore: new Date(now.getTime() - BACKDATE_MS),
    notAfter: new Date(now.getTime() + days * DAY_MS),
  }
}

function makeSerial(): string {
  const bytes = randomBytes(SERIAL_BYTES)
  bytes[0] = (bytes[0] & 0x7f) | 0x01
  return bytes.toString('hex')
}

function makeKeys(): Promise<CryptoKeyPair> {
  return webcrypto.subtle.generateKey(KEY_ALGORITHM, true, ['sign', 'verify']) as Promise<CryptoKeyPair>
}

async function exportKey(key: CryptoKey): Promise<string> {
  const bytes = await webcrypto.subtle.exportKey('pkcs8', key as webcrypto.CryptoKey)
  return x509.PemConverter.encode(bytes, 'PRIVATE KEY')
}

function importKey(pem: string): Promise<CryptoKey> {
  const [bytes] = x509.PemConverter.decode(pem)
  return webcrypto.subtle.importKey('pkcs8', bytes, KEY_ALGORITHM, false, ['sign']) as Promise<CryptoKey>
}
