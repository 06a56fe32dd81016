import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Client } from '../../../domain/account.ts'
import type { IdentificationRecord } from '../../../domain/identification-record.ts'
import { Problem } from '../../../domain/problem.ts'
import type { ResourceName, ResourceType } from '../../../domain/resource-type.ts'
import { clientOf } from '../authentication.ts'
import { sendDocument } from '../json-api.ts'
import type { AnswerUrls } from '../resources/answer-urls.ts'
import { presentRelated } from '../resources/present-related.ts'

/** Digits of a resource number at most: 2^53 has 16. */
const RESOURCE_NUMBER = /^[1-9]\d{0,14}$/

/** Relationships of each type that an answer links to. */
const RELATIONSHIPS: Readonly<Partial<Record<ResourceType, readonly string[]>>> = {
  identifications: [
    'identity',
    'reference-data',
    'reference-data-check',
    'external-identity',
    'doc-doc-matches',
    'doc-face-matches',
    'face-face-matches',
    'document-checks',
    'face-checks',
    'identity-form-match',
  ],
  identities: ['document', 'documents', 'face', 'form'],
  documents: ['identity'],
  faces: ['identity'],
  forms: ['identity'],
  'document-checks': ['document'],
  'face-checks': ['face'],
  'doc-face-matches': ['document', 'face'],
  'doc-doc-matches': ['documents'],
  'face-face-matches': ['faces'],
  'identity-form-matches': ['identity', 'form'],
  'reference-data-checks': ['reference-data'],
}

/** The one relationship whose address has another word: the API text's example writes the type of its list. */
const ADDRESS_WORDS: ReadonlyMap<string, string> = new Map([['identity-form-match', 'identity-form-matches']])

/** Every address of a relationship, as routes are written. */
export const RELATED_ADDRESSES: readonly string[] = (
  Object.entries(RELATIONSHIPS) as [ResourceType, string[]][]
).flatMap(([type, relationships]) => relationships.flatMap((relationship) => addressesOf(type, relationship)))

/** What the routes have done for them. */
export interface RelatedRoutesOptions {
  /** The identification that a resource belongs to. Throws `Problem('unknown_record')`. */
  findOwner(client: Client, resource: ResourceName): Promise<IdentificationRecord>
  urls: AnswerUrls
}

/**
 * `GET /documents/:resourceId/identity` and every other address in a `links.related`; words are joined by `_`, as
 * recorded answers have it, or by `-`.
 */
export function addRelatedRoutes(app: FastifyInstance, { findOwner, urls }: RelatedRoutesOptions): void {
  for (const [type, relationships] of Object.entries(RELATIONSHIPS) as [ResourceType, string[]][]) {
    for (const relationship of relationships) {
      for (const path of addressesOf(type, relationship)) {
        app.get(path, async (request, reply) => {
          const of = { type, id: readResourceId(request) }
          const record = await findOwner(clientOf(request), of)
          return sendDocument(reply, presentRelated(record, urls, { of, relationship }))
        })
      }
    }
  }
}

function addressesOf(type: ResourceType, relationship: string): string[] {
  const word = ADDRESS_WORDS.get(relationship) ?? relationship
  // The identification's own routes have a parameter in the same place, and it can have one name only.
  const parameter = type === 'identifications' ? 'identificationId' : 'resourceId'
  const dashed = `/${type}/:${parameter}/${word}`
  const underscored = `/${type.replaceAll('-', '_')}/:${parameter}/${word.replaceAll('-', '_')}`
  return [...new Set([dashed, underscored])]
}

function readResourceId({ params }: FastifyRequest): number {
  const { identificationId, resourceId } = params as { identificationId?: string; resourceId?: string }
  const digits = identificationId ?? resourceId ?? ''
  if (!RESOURCE_NUMBER.test(digits)) throw new Problem('unknown_record', 'No resource has this id')
  return Number(digits)
}
