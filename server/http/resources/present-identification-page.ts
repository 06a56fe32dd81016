import type { IdentificationPage, IdentificationSummary } from '../../../domain/pages/identification-list.ts'
import { identify, type JsonApiPage, type Resource, writeScore, writeTime } from '../json-api.ts'
import type { AnswerUrls } from './answer-urls.ts'

/**
 * A page of identifications: what is told of each is what its own answer says, without anything of its
 * applicant; `links.self` leads to the whole.
 */
export function presentIdentificationPage(
  page: IdentificationPage,
  { links, size }: { links: JsonApiPage['links']; size: number },
  urls: AnswerUrls,
): JsonApiPage {
  return {
    links,
    meta: { page: { size, 'has-more': page.hasNext } },
    data: page.identifications.map((identification) => presentSummary(identification, urls)),
  }
}

function presentSummary(identification: IdentificationSummary, urls: AnswerUrls): Resource {
  const isProcessed = identification.status === 'processed'
  const codes = isProcessed ? identification.reasonCodes : []
  return {
    ...identify('identifications', identification.id),
    attributes: {
      'anonymized-at': writeTime(identification.anonymizedAt),
      'created-at': writeTime(identification.createdAt),
      'ended-at': isProcessed ? writeTime(identification.endedAt) : null,
      'identification-id': identification.identificationId,
      'identification-url': `${urls.webBaseUrl}/${identification.identificationId}`,
      'is-live': identification.isLive,
      'number-of-attempts': identification.numberOfAttempts,
      ...(isProcessed ? { score: writeScore(identification.score) } : {}),
      'started-at': writeTime(identification.startedAt),
      'status-updated-at': writeTime(identification.statusUpdatedAt),
      status: identification.status,
      'updated-at': writeTime(identification.updatedAt),
    },
    relationships: {
      'reason-codes': {
        meta: { count: codes.length },
        data: codes.map((code) => identify('reason-codes', code)),
      },
    },
    links: { self: `${urls.apiBaseUrl}/identifications/${identification.identificationId}/` },
  }
}
