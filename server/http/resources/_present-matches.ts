import type { IdentificationRecord } from '../../../domain/identification-record.ts'
import { identify, type Resource, toMany, toOne, writeScore } from '../json-api.ts'
import type { AnswerUrls } from './answer-urls.ts'

/** Whether the live face is the one on the document; null where no face was asked. */
export function presentDocFaceMatch(record: IdentificationRecord, urls: AnswerUrls): Resource | null {
  const { docFaceMatch: match, document, face } = record
  if (!match) return null
  const base = `${urls.apiBaseUrl}/api/doc_face_matches/${match.id}`
  return {
    ...identify('doc-face-matches', match.id),
    attributes: { score: writeScore(match.score) },
    relationships: {
      document: toOne(`${base}/document`, document && identify('documents', document.id)),
      face: toOne(`${base}/face`, face && identify('faces', face.id)),
    },
  }
}

/** Whether what is on the document belongs together. The text shows no such object: it is built like the others. */
export function presentDocDocMatches(record: IdentificationRecord, urls: AnswerUrls): Resource[] {
  const documents = record.document ? [identify('documents', record.document.id)] : []
  return record.docDocMatches.map(({ id, score }) => ({
    ...identify('doc-doc-matches', id),
    attributes: { score: writeScore(score) },
    relationships: {
      documents: toMany(`${urls.apiBaseUrl}/api/doc_doc_matches/${id}/documents/`, documents),
    },
  }))
}

/** Whether the live face is one seen before. The text shows no such object: it is built like the others. */
export function presentFaceFaceMatches(record: IdentificationRecord, urls: AnswerUrls): Resource[] {
  const faces = record.face ? [identify('faces', record.face.id)] : []
  return record.faceFaceMatches.map(({ id, score }) => ({
    ...identify('face-face-matches', id),
    attributes: { score: writeScore(score) },
    relationships: { faces: toMany(`${urls.apiBaseUrl}/api/face_face_matches/${id}/faces/`, faces) },
  }))
}
