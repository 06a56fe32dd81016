import type { IdentificationRecord } from '../../../domain/identification-record.ts'
import { identify, type Resource, toOne, writeHash } from '../json-api.ts'
import type { AnswerUrls } from './answer-urls.ts'

/**
 * The face of an identification. One of which nothing is known yet has the short shape that integrations
 * know from processing, without relationships.
 */
export function presentFace(record: IdentificationRecord, urls: AnswerUrls): Resource | null {
  const { face } = record
  if (!face) return null
  const name = identify('faces', face.id)
  if (record.status === 'processing' && !face.actions && !face.image && !face.video) {
    return { ...name, attributes: { 'signed-image-url': null, 'signed-video-url': null } }
  }
  return {
    ...name,
    attributes: {
      actions: face.actions,
      'image-hash': writeHash(face.image),
      'signed-image-url': face.image && urls.signAssetUrl(face.image),
      'signed-video-url': face.video && urls.signAssetUrl(face.video),
      'video-hash': writeHash(face.video),
    },
    relationships: {
      identity: toOne(
        `${urls.apiBaseUrl}/api/faces/${face.id}/identity`,
        identify('identities', record.identity.id),
      ),
    },
  }
}
