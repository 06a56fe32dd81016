import 'reflect-metadata'
import { randomBytes, webcrypto } from 'node:crypto'
import * as x509 from '@peculiar/x509'

x509.cryptoProvider.set(webcrypto as Crypto)

const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' }
const DAY_MS = 86_400_000

/** A certificate and its private key, PEM. */
export interface CertifiedKey {
  cert: string
  key: string
}

/** What a certificate is to say. */
export interface CertificateWish {
  name: string
  use: 'client' | 'server'
  /** Days from now when it begins and ends; -1 and 30 when left out. */
  days?: [from: number, to: number]
}

/** A certificate authority of a test. */
export interface TestAuthority {
  cert: string
  issue(wish: CertificateWish): Promise<CertifiedKey>
}

/** Makes a certificate authority with a key of its own. */
export async function createTestAuthority(name: string): Promise<TestAuthority> {
  const keys = await makeKeys()
  const authority = await x509.X509CertificateGenerator.createSelfSigned({
    serialNumber: makeSerialNumber(),
    name: `CN=${name}`,
    ...between([-1, 30]),
    keys,
    signingAlgorithm: ALGORITHM,
    extensions: [
      new x509.BasicConstraintsExtension(true, 0, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign, true),
    ],
  })
  return {
    cert: authority.toString('pem'),
    issue: async (wish) =>
      issue(wish, {
        issuer: authority.subject,
        signingKey: keys.privateKey,
        keys: await makeKeys(),
      }),
  }
}

/** Makes a certificate that no authority vouches for. */
export async function issueSelfSigned(wish: CertificateWish): Promise<CertifiedKey> {
  const keys = await makeKeys()
  return issue(wish, { issuer: `CN=${wish.name}`, signingKey: keys.privateKey, keys })
}

async function issue(
  { name, use, days = [-1, 30] }: CertificateWish,
  { issuer, signingKey, keys }: { issuer: string; signingKey: CryptoKey; keys: CryptoKeyPair },
): Promise<CertifiedKey> {
  const usage = use === 'client' ? x509.ExtendedKeyUsage.clientAuth : x509.ExtendedKeyUsage.serverAuth
  const certificate = await x509.X509CertificateGenerator.create({
    serialNumber: makeSerialNumber(),
    subject: `CN=${name}`,
    issuer,
    ...between(days),
    publicKey: keys.publicKey,
    signingKey,
    signingAlgorithm: ALGORITHM,
    extensions: [
      new x509.BasicConstraintsExtension(false, undefined, true),
      new x509.ExtendedKeyUsageExtension([usage]),
      new x509.SubjectAlternativeNameExtension([
        { type: 'ip', value: '127.0.0.1' },
        { type: 'dns', value: 'localhost' },
      ]),
    ],
  })
  const pkcs8 = await webcrypto.subtle.exportKey('pkcs8', keys.privateKey)
  return { cert: certificate.toString('pem'), key: x509.PemConverter.encode(pkcs8, 'PRIVATE KEY') }
}

function makeKeys(): Promise<CryptoKeyPair> {
  return webcrypto.subtle.generateKey(ALGORITHM, true, ['sign', 'verify']) as Promise<CryptoKeyPair>
}

function makeSerialNumber(): string {
  // A leading 01 keeps the number positive (RFC 5280 §4.1.2.2).
  return `01${randomBytes(15).toString('hex')}`
}

function between([from, to]: [from: number, to: number]): { notBefore: Date; notAfter: Date } {
  const now = Date.now()
  return { notBefore: new Date(now + from * DAY_MS), notAfter: new Date(now + to * DAY_MS) }
}
