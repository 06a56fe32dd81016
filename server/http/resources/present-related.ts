import type { IdentificationRecord } from '../../../domain/identification-record.ts'
import { Problem } from '../../../domain/problem.ts'
import type { ResourceName } from '../../../domain/resource-type.ts'
import type { RelatedDocument, Resource, ResourceIdentifier } from '../json-api.ts'
import type { AnswerUrls } from './answer-urls.ts'
import { presentIdentification } from './present-identification.ts'

/**
 * What the `related` link of a relationship leads to: the resource or the list as the whole answer shows it, null
 * for none (JSON:API 1.1, "Fetching Resources"). Throws `Problem('unknown_record')` where the answer does not show
 * the resource or has no such relationship at this status.
 */
export function presentRelated(
  record: IdentificationRecord,
  urls: AnswerUrls,
  { of, relationship }: { of: ResourceName; relationship: string },
): RelatedDocument {
  const { data, included } = presentIdentification(record, urls)
  const shown = [data, ...included]
  const related = find(shown, { type: of.type, id: String(of.id) })?.relationships?.[relationship]
  if (!related) throw new Problem('unknown_record', 'Nothing is related here')
  if (Array.isArray(related.data)) {
    return { data: related.data.flatMap((name) => find(shown, name) ?? []) }
  }
  return { data: (related.data && find(shown, related.data)) ?? null }
}

function find(shown: Resource[], { type, id }: ResourceIdentifier): Resource | undefined {
  return shown.find((resource) => resource.type === type && resource.id === id)
}
