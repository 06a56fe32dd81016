import type { IdentificationRecord } from '../../../domain/identification-record.ts'
import {
  identify,
  type JsonApiDocument,
  type Relationship,
  type Resource,
  toMany,
  toOne,
  writeScore,
  writeTime,
} from '../json-api.ts'
import { presentIncluded } from './_present-included.ts'
import type { AnswerUrls } from './answer-urls.ts'

/**
 * The answer about an identification, its keys in the order clients have always seen them. What an answer
 * holds depends on the status (API text, "Lifecycle"): the score and the checks only once processed, the
 * document and the face from processing on.
 */
export function presentIdentification(record: IdentificationRecord, urls: AnswerUrls): JsonApiDocument {
  return { data: presentMain(record, urls), included: presentIncluded(record, urls) }
}

function presentMain(record: IdentificationRecord, urls: AnswerUrls): Resource {
  return {
    ...identify('identifications', record.id),
    attributes: presentAttributes(record, urls),
    relationships: presentRelationships(record, urls),
  }
}

function presentAttributes(record: IdentificationRecord, urls: AnswerUrls): Resource['attributes'] {
  const isProcessed = record.status === 'processed'
  // Who films is told with the result, not before.
  const isFilming = record.status === 'uninitiated' || record.status === 'initiated'
  return {
    'anonymized-at': writeTime(record.anonymizedAt),
    comment: isProcessed ? (record.comment ?? '') : record.comment,
    'created-at': writeTime(record.createdAt),
    'ended-at': isProcessed ? writeTime(record.endedAt) : null,
    'identification-id': record.identificationId,
    'identification-url': `${urls.webBaseUrl}/${record.identificationId}`,
    'is-live': record.environment === 'live',
    'number-of-attempts': record.numberOfAttempts,
    'redirect-url': record.redirectUrl,
    ...(isProcessed ? { score: writeScore(record.score) } : {}),
    'started-at': writeTime(record.startedAt),
    'status-updated-at': writeTime(record.statusUpdatedAt),
    status: record.status,
    'updated-at': writeTime(record.updatedAt),
    'user-agent': isFilming ? null : record.userAgent,
    'user-ip-address': isFilming ? null : record.userIpAddress,
    webhook: record.webhook,
  }
}

function presentRelationships(record: IdentificationRecord, urls: AnswerUrls): Record<string, Relationship> {
  const base = `${urls.apiBaseUrl}/api/identifications/${record.id}`
  const always = {
    identity: toOne(`${base}/identity`, identify('identities', record.identity.id)),
    'reason-codes': presentReasonCodes(record),
    'reference-data': toOne(`${base}/reference_data`, nameOf('reference-data', record.referenceData)),
  }
  if (record.status === 'processing') {
    return { ...presentExternal(record, base), ...presentFormMatch(record, base), ...always }
  }
  if (record.status !== 'processed') return always
  return {
    'doc-doc-matches': toMany(`${base}/doc_doc_matches/`, listOf('doc-doc-matches', record.docDocMatches)),
    'doc-face-matches': toMany(`${base}/doc_face_matches/`, namesOf('doc-face-matches', record.docFaceMatch)),
    'face-face-matches': toMany(
      `${base}/face_face_matches/`,
      listOf('face-face-matches', record.faceFaceMatches),
    ),
    'document-checks': toMany(`${base}/document_checks/`, namesOf('document-checks', record.documentChecks)),
    ...presentExternal(record, base),
    'face-checks': toMany(`${base}/face_checks/`, namesOf('face-checks', record.faceChecks)),
    ...presentFormMatch(record, base),
    ...always,
    'reference-data-check': toOne(
      `${base}/reference_data_check`,
      nameOf('reference-data-checks', record.referenceDataCheck),
    ),
  }
}

/** Always there, empty until processed; clients read it unconditionally. It has no links. */
function presentReasonCodes(record: IdentificationRecord): Relationship {
  const codes = record.status === 'processed' ? record.reasonCodes : []
  return { meta: { count: codes.length }, data: codes.map((code) => identify('reason-codes', code)) }
}

/** Ties the included object to the document (JSON:API 1.1, "Compound Documents": full linkage). */
function presentExternal(record: IdentificationRecord, base: string): Record<string, Relationship> {
  if (!record.externalIdentity) return {}
  const name = identify('external-identity', record.externalIdentity.id)
  return { 'external-identity': toOne(`${base}/external_identity`, name) }
}

/** Only where a form was asked; a list, as the API text's example has it. */
function presentFormMatch(record: IdentificationRecord, base: string): Record<string, Relationship> {
  if (!record.identityFormMatch) return {}
  const names = namesOf('identity-form-matches', record.identityFormMatch)
  return { 'identity-form-match': toMany(`${base}/identity-form-matches/`, names) }
}

function nameOf(type: string, found: { id: number } | null) {
  return found && identify(type, found.id)
}

function namesOf(type: string, found: { id: number } | null) {
  return listOf(type, found ? [found] : [])
}

function listOf(type: string, found: { id: number }[]) {
  return found.map(({ id }) => identify(type, id))
}
