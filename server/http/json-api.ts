import type { FastifyReply } from 'fastify'
import type { AssetRef } from '../../domain/identification-record.ts'
import type { Score } from '../../domain/score.ts'
import { apiVersionOf } from './versions/api-version-header.ts'
import { shapeDocument } from './versions/shape-document.ts'

/** The media type of every answer, without parameters (JSON:API 1.1, "Server Responsibilities"). */
export const JSON_API_MEDIA_TYPE = 'application/vnd.api+json'

/** A number that is written with exactly these characters (`JSON.rawJSON`). */
export interface WrittenNumber {
  readonly rawJSON: string
}

/** What an attribute may hold. */
export type AttributeValue = string | number | boolean | null | string[] | WrittenNumber

/** Names a resource. */
export interface ResourceIdentifier {
  type: string
  id: string
}

/** One or many resources that belong to another; the keys stand in the order they are sent. */
export type Relationship =
  | { links: { related: string }; data: ResourceIdentifier | null }
  | { meta: { count: number }; data: ResourceIdentifier[]; links?: { related: string } }

/** A resource object (JSON:API 1.1, "Resource Objects"). */
export interface Resource extends ResourceIdentifier {
  attributes: Record<string, AttributeValue>
  relationships?: Record<string, Relationship>
  links?: { self: string }
}

/** A document about one resource; `included` is sorted by type. */
export interface JsonApiDocument {
  data: Resource
  included: Resource[]
}

/** A document about what a `related` link leads to. */
export interface RelatedDocument {
  data: Resource | Resource[] | null
}

/** A document about a page of resources (JSON:API 1.1, "Pagination"). */
export interface JsonApiPage {
  links: { self: string; next: string | null; prev?: string | null }
  meta: { page: { size: number; 'has-more': boolean } }
  data: Resource[]
}

/** The name of a resource; ids are strings of digits. */
export function identify(type: string, id: number): ResourceIdentifier {
  return { type, id: String(id) }
}

/** A relationship to one resource, or to none. */
export function toOne(related: string, data: ResourceIdentifier | null): Relationship {
  return { links: { related }, data }
}

/** A relationship to a list of resources. */
export function toMany(related: string, data: ResourceIdentifier[]): Relationship {
  return { meta: { count: data.length }, data, links: { related } }
}

/** A score as clients get it: a number with a decimal point, so that typed parsers take it as a float. */
export function writeScore(score: Score | null): WrittenNumber | null {
  return score === null ? null : WRITTEN_SCORES[score]
}

/** A share of 0-1 with its decimal point and two digits at most. */
export function writeRatio(ratio: number | null): WrittenNumber | null {
  if (ratio === null) return null
  const written = String(Math.round(ratio * 100) / 100)
  return rawJSON(written.includes('.') ? written : `${written}.0`)
}

/** A time with six digits of seconds and Z, as the API text formats it; ours have three that count. */
export function writeTime(time: Date | null): string | null {
  return time === null ? null : time.toISOString().replace('Z', '000Z')
}

/** A hash with its algorithm in front, as the API text's "Verifying Assets" takes it apart. */
export function writeHash(asset: Pick<AssetRef, 'sha256'> | null): string | null {
  return asset && `sha2-256:${asset.sha256}`
}

/** Sends a document in the version of its request. Bytes, because the framework adds a charset, which JSON:API forbids, to text. */
export function sendDocument(reply: FastifyReply, document: object): FastifyReply {
  return reply
    .type(JSON_API_MEDIA_TYPE)
    .send(Buffer.from(JSON.stringify(shapeDocument(document, apiVersionOf(reply.request)))))
}

/** `JSON.rawJSON` (ECMAScript proposal "JSON.parse source text access"), which the type library lacks. */
const { rawJSON } = JSON as unknown as { rawJSON(text: string): WrittenNumber }

const WRITTEN_SCORES: Readonly<Record<Score, WrittenNumber>> = {
  1: rawJSON('1.0'),
  0: rawJSON('0.0'),
  [-1]: rawJSON('-1.0'),
}
