import { X509Certificate } from 'node:crypto'
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openAuthority } from './local-authority.ts'
import { openDocumentSigner } from './local-document-signer.ts'

const CONTENT = Buffer.from('a document')
let directory: string
let now = new Date('2026-01-01')

beforeEach(async () => {
  now = new Date('2026-01-01')
  directory = await mkdtemp(join(tmpdir(), 'documents-'))
})
afterEach(() => rm(directory, { recursive: true }))

async function openSigner() {
  const clock = { now: () => now }
  const authority = await openAuthority(directory, { hostNames: ['localhost'], clock })
  return { authority, signer: openDocumentSigner(directory, { authority, clock }) }
}

async function keptCertificate() {
  return new X509Certificate(await readFile(join(directory, 'documents.crt')))
}

test('Documents are signed by a certificate of the authority that is made for them', async () => {
  const { authority, signer } = await openSigner()
  expect(Buffer.from(await signer.sign(CONTENT))[0]).toBe(0x30)
  const certificate = await keptCertificate()
  expect(certificate.verify(authority.certificate.publicKey)).toBe(true)
  expect(certificate.keyUsage).toEqual(['1.3.6.1.5.5.7.3.36'])
  expect(certificate.subject).toBe(`CN=${signer.name}`)
  expect(signer.authorityFingerprint).toMatch(/^[0-9a-f]{64}$/)
})

test('The key is kept from other users of the machine', async () => {
  await (await openSigner()).signer.sign(CONTENT)
  expect((await stat(join(directory, 'documents.key'))).mode & 0o777).toBe(0o600)
})

test('A certificate serves until it nears its end, and is renewed while the service runs', async () => {
  const { signer } = await openSigner()
  await signer.sign(CONTENT)
  const first = await keptCertificate()
  now = new Date('2026-12-01')
  await signer.sign(CONTENT)
  expect((await keptCertificate()).fingerprint256).toBe(first.fingerprint256)
  now = new Date('2027-01-20')
  const signature = Buffer.from(await signer.sign(CONTENT))
  const renewed = await keptCertificate()
  expect(renewed.fingerprint256).not.toBe(first.fingerprint256)
  expect(signature.includes(renewed.raw)).toBe(true)
})

test('The signature holds the certificate, its authority, its hash and no time', async () => {
  const { authority, signer } = await openSigner()
  const signature = Buffer.from(await signer.sign(CONTENT))
  expect(signature.includes((await keptCertificate()).raw)).toBe(true)
  expect(signature.includes(authority.certificate.raw)).toBe(true)
  // signing-certificate-v2 (RFC 5035 §3) is there, signing-time (RFC 5652 §11.3) is not.
  expect(signature.includes(Buffer.from('060b2a864886f70d010910022f', 'hex'))).toBe(true)
  expect(signature.includes(Buffer.from('06092a864886f70d010905', 'hex'))).toBe(false)
})
