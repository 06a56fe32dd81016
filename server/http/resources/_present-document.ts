import type { AssetRef, IdentificationRecord } from '../../../domain/identification-record.ts'
import { identify, type Resource, toOne, writeHash } from '../json-api.ts'
import type { AnswerUrls } from './answer-urls.ts'

type ShownDocument = NonNullable<IdentificationRecord['document']>

/**
 * The document of an identification. One of which nothing is known yet has the short shape that
 * integrations know from processing: no attributes but the addresses, no relationships.
 */
export function presentDocument(record: IdentificationRecord, urls: AnswerUrls): Resource | null {
  const { document } = record
  if (!document) return null
  const name = identify('documents', document.id)
  if (record.status === 'processing' && isUnknown(document)) return { ...name, attributes: NOTHING_KNOWN }
  return {
    ...name,
    attributes: presentAttributes(document, urls),
    relationships: {
      identity: toOne(
        `${urls.apiBaseUrl}/api/documents/${document.id}/identity`,
        identify('identities', record.identity.id),
      ),
    },
  }
}

const NOTHING_KNOWN: Resource['attributes'] = {
  'media-type': null,
  'signed-image-back-url': null,
  'signed-image-front-url': null,
  'signed-video-back-url': null,
  'signed-video-front-url': null,
}

function isUnknown({ id: _, ...known }: ShownDocument): boolean {
  return Object.values(known).every((value) => value === null)
}

/** In alphabetical order; null where a document has no such thing, or where an answer of old knows no such field. */
function presentAttributes(document: ShownDocument, urls: AnswerUrls): Resource['attributes'] {
  const sign = (asset: AssetRef | null) => asset && urls.signAssetUrl(asset)
  return {
    'all-first-names': document.allFirstNames,
    'birth-date': document.birthDate,
    'birth-place': document.birthPlace ?? null,
    'car-driving-license-expiry-date': document.carDrivingLicenseExpiryDate ?? null,
    'document-number': document.documentNumber,
    'document-type': document.documentType,
    'document-type-detailed': document.documentTypeDetailed ?? null,
    'expiry-date': document.expiryDate,
    'first-name': document.firstName,
    gender: document.gender,
    'image-back-hash': writeHash(document.backImage),
    'image-front-hash': writeHash(document.frontImage),
    'issue-date': document.issueDate,
    'issue-place': document.issuePlace ?? null,
    'issuing-state-code': document.issuingStateCode,
    'last-name': document.lastName,
    'married-name': document.marriedName ?? null,
    'media-type': 'video',
    mrz: document.mrz,
    nationality: document.nationality,
    'obtaining-date': document.obtainingDate ?? null,
    'personal-number': document.personalNumber,
    remarks: document.remarks ?? null,
    'residence-address': document.residenceAddress ?? null,
    'signature-image-hash': writeHash(document.signatureImage),
    'signed-image-back-url': sign(document.backImage),
    'signed-image-front-url': sign(document.frontImage),
    'signed-image-signature-url': sign(document.signatureImage),
    'signed-video-back-url': sign(document.backVideo),
    'signed-video-front-url': sign(document.frontVideo),
    'tax-identification-number': document.taxIdentificationNumber ?? null,
    'video-back-hash': writeHash(document.backVideo),
    'video-front-hash': writeHash(document.frontVideo),
  }
}
