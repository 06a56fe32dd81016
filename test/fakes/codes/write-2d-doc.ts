import { KeyObject, sign, webcrypto } from 'node:crypto'
import 'reflect-metadata'
import { X509CertificateGenerator } from '@peculiar/x509'

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
/** A title of identity (type 07) of 2021-08-01 in the first perimeter, of France; signed by certificate IDV1 of FRV0. */
const HEADER = 'DC04FRV0IDV11ECB1ECB0701FR'
const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' }

/** Who signs codes in tests. */
export interface CodeSigner {
  certificate: string
  key: CryptoKey
}

/** Makes a signer whose certificate has the name and the authority that the header gives, or others. */
export async function makeCodeSigner({
  name = 'IDV1',
  authority = 'FRV0',
  notBefore = '2021-01-01',
  notAfter = '2024-01-01',
} = {}): Promise<CodeSigner> {
  const keys = (await webcrypto.subtle.generateKey(ALGORITHM, true, ['sign', 'verify'])) as CryptoKeyPair
  const certificate = await X509CertificateGenerator.create({
    subject: `CN=${name}, O=Specimens`,
    issuer: `CN=Authority of specimens ${authority}, O=Specimens`,
    publicKey: keys.publicKey,
    signingKey: keys.privateKey,
    notBefore: new Date(notBefore),
    notAfter: new Date(notAfter),
    signingAlgorithm: ALGORITHM,
  })
  return { certificate: certificate.toString('pem'), key: keys.privateKey }
}

/** A 2D-Doc of the elements given, signed or not. */
export async function write2dDoc(elements: string, signer: CodeSigner | null): Promise<Uint8Array> {
  const message = Buffer.from(HEADER + elements, 'latin1')
  if (signer === null) return message
  const key = { key: KeyObject.from(signer.key as webcrypto.CryptoKey), dsaEncoding: 'ieee-p1363' as const }
  return Buffer.concat([message, Buffer.from(`\x1f${encodeBase32(sign('sha256', message, key))}`, 'latin1')])
}

function encodeBase32(bytes: Uint8Array): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('')
  const digits = bits.match(/.{1,5}/g) ?? []
  return digits.map((digit) => ALPHABET[Number.parseInt(digit.padEnd(5, '0'), 2)]).join('')
}
