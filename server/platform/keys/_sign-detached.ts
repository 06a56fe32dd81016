import { createHash, createPrivateKey, sign, X509Certificate } from 'node:crypto'
import {
  Attribute,
  CertificateChoices,
  CertificateSet,
  ContentInfo,
  DigestAlgorithmIdentifiers,
  EncapsulatedContentInfo,
  IssuerAndSerialNumber,
  id_contentType,
  id_data,
  id_messageDigest,
  id_signedData,
  SignedData,
  SignerIdentifier,
  SignerInfo,
  SignerInfos,
} from '@peculiar/asn1-cms'
import { AsnConvert, AsnObjectIdentifierConverter, OctetString } from '@peculiar/asn1-schema'
import { AlgorithmIdentifier, Certificate } from '@peculiar/asn1-x509'
import type { KeyedCertificate } from './_issue-certificate.ts'

/** Object identifiers (RFC 5035 §3; RFC 5754 §2.2, §3.3). */
const ID_SIGNING_CERTIFICATE_V2 = '1.2.840.113549.1.9.16.2.47'
const ID_SHA256 = '2.16.840.1.101.3.4.2.1'
const ID_ECDSA_WITH_SHA256 = '1.2.840.10045.4.3.2'
/** Tags of DER (X.690 §8.9, §8.7, §8.12). */
const SEQUENCE = 0x30
const OCTET_STRING = 0x04
const SET = 0x31
/** Lengths from here on take bytes of their own (X.690 §8.1.3). */
const LONG_LENGTH = 0x80

/**
 * Signs bytes as PAdES baseline B-B asks (ETSI EN 319 142-1 §6.3): detached CMS, ECDSA over SHA-256; signed
 * attributes are the content type, the digest and the signing certificate, and no time: the PDF says it.
 */
export function signDetached(
  bytes: Uint8Array,
  { signer, authorityPem }: { signer: KeyedCertificate; authorityPem: string },
): Uint8Array {
  const certificate = new X509Certificate(signer.certPem).raw
  const signedAttrs = [
    attribute(id_contentType, AsnObjectIdentifierConverter.toASN(id_data).toBER()),
    attribute(id_messageDigest, der(OCTET_STRING, sha256(bytes))),
    attribute(ID_SIGNING_CERTIFICATE_V2, namedByHash(certificate)),
  ].sort((a, b) => Buffer.compare(encode(a), encode(b)))
  const signature = sign(
    'sha256',
    der(SET, ...signedAttrs.map(encode)),
    // RFC 5753 §7.2: DER, which is what Node writes.
    createPrivateKey(signer.keyPem),
  )
  const chain = [certificate, new X509Certificate(authorityPem).raw].map(parse)
  return encode(contentInfo(chain, { signedAttrs, signature }))
}

function contentInfo(
  chain: Certificate[],
  { signedAttrs, signature }: { signedAttrs: Attribute[]; signature: Uint8Array },
): ContentInfo {
  const { issuer, serialNumber } = chain[0].tbsCertificate
  const digest = new AlgorithmIdentifier({ algorithm: ID_SHA256 })
  const signerInfo = new SignerInfo({
    version: 1,
    sid: new SignerIdentifier({ issuerAndSerialNumber: new IssuerAndSerialNumber({ issuer, serialNumber }) }),
    digestAlgorithm: digest,
    signedAttrs,
    signatureAlgorithm: new AlgorithmIdentifier({ algorithm: ID_ECDSA_WITH_SHA256 }),
    signature: new OctetString(signature),
  })
  const signedData = new SignedData({
    version: 1,
    digestAlgorithms: new DigestAlgorithmIdentifiers([digest]),
    encapContentInfo: new EncapsulatedContentInfo({ eContentType: id_data }),
    certificates: new CertificateSet(chain.map((certificate) => new CertificateChoices({ certificate }))),
    signerInfos: new SignerInfos([signerInfo]),
  })
  return new ContentInfo({ contentType: id_signedData, content: AsnConvert.serialize(signedData) })
}

/** SigningCertificateV2 with one ESSCertIDv2, whose hash is SHA-256 unless it says otherwise (RFC 5035 §4). */
function namedByHash(certificate: Uint8Array): Uint8Array {
  return der(SEQUENCE, der(SEQUENCE, der(SEQUENCE, der(OCTET_STRING, sha256(certificate)))))
}

function attribute(type: string, value: ArrayBuffer | Uint8Array): Attribute {
  return new Attribute({ attrType: type, attrValues: [Uint8Array.from(new Uint8Array(value)).buffer] })
}

function der(tag: number, ...parts: Uint8Array[]): Uint8Array {
  const content = Buffer.concat(parts)
  return Buffer.concat([Buffer.of(tag), lengthOf(content), content])
}

function lengthOf({ length }: Uint8Array): Uint8Array {
  if (length < LONG_LENGTH) return Buffer.of(length)
  const bytes = Buffer.from(length.toString(16).padStart(4, '0'), 'hex')
  const short = bytes[0] === 0 ? bytes.subarray(1) : bytes
  return Buffer.of(LONG_LENGTH + short.length, ...short)
}

function encode(structure: object): Uint8Array {
  return new Uint8Array(AsnConvert.serialize(structure))
}

function parse(certificate: Uint8Array): Certificate {
  return AsnConvert.parse(certificate, Certificate)
}

function sha256(bytes: Uint8Array): Buffer {
  return createHash('sha256').update(bytes).digest()
}
