import { z } from 'zod'
import { ERROR_TYPES as ERROR_TYPES_OF, type ReturnReason } from '../../../domain/return-reason.ts'
import { SIGNING_CURVES } from '../../../domain/signing-key.ts'
import { includedResource, number, score, time, toMany, toOne } from './resource-schemas.ts'

const status = z.enum(['uninitiated', 'initiated', 'processing', 'processed', 'aborted', 'expired'])

/** Always there, without links. */
const reasonCodes = toMany('reason-codes').omit({ links: true })

/** What a list tells of an identification. */
const summaryAttributes = z.object({
  'anonymized-at': time.nullable(),
  'created-at': time,
  'ended-at': time.nullable(),
  'identification-id': z.guid(),
  'identification-url': z.url(),
  'is-live': z.boolean(),
  'number-of-attempts': z.int(),
  score: score.optional(),
  'started-at': time.nullable(),
  'status-updated-at': time,
  status,
  'updated-at': time,
})

const identification = z.object({
  type: z.literal('identifications'),
  id: number,
  attributes: summaryAttributes.extend({
    comment: z.string().nullable(),
    'redirect-url': z.string(),
    'user-agent': z.string().nullable(),
    'user-ip-address': z.string().nullable(),
    webhook: z.string().nullable(),
  }),
  relationships: z.object({
    'doc-doc-matches': toMany('doc-doc-matches').optional(),
    'doc-face-matches': toMany('doc-face-matches').optional(),
    'face-face-matches': toMany('face-face-matches').optional(),
    'document-checks': toMany('document-checks').optional(),
    'external-identity': toOne('external-identity').optional(),
    'face-checks': toMany('face-checks').optional(),
    'identity-form-match': toMany('identity-form-matches').optional(),
    identity: toOne('identities'),
    'reason-codes': reasonCodes,
    'reference-data': toOne('reference-data'),
    'reference-data-check': toOne('reference-data-checks').optional(),
  }),
})

const RETURN_REASONS = Object.keys(ERROR_TYPES_OF) as ReturnReason[]
const ERROR_TYPES = [...new Set(Object.values(ERROR_TYPES_OF).flat())]

const event = z.object({
  type: z.literal('events'),
  id: number,
  attributes: z.object({
    'configuration-id': z.int().optional(),
    'created-at': time,
    'error-type': z.enum(ERROR_TYPES).nullish(),
    'identification-id': z.guid(),
    'return-reason': z.enum(RETURN_REASONS).nullable(),
    status,
  }),
})

const page = z.object({ page: z.object({ size: z.int(), 'has-more': z.boolean() }) })

const source = z.union([
  z.object({ pointer: z.string() }),
  z.object({ parameter: z.string() }),
  z.object({ header: z.string() }),
])

const signingKey = z.object({
  type: z.literal('signing-keys'),
  id: z.string().regex(/^\d+-(live|test)-v\d+$/),
  attributes: z.object({
    'configuration-id': z.int(),
    'created-at': time,
    curve: z.enum(SIGNING_CURVES),
    'destroyed-at': time.nullable(),
    environment: z.enum(['live', 'test']),
    'expires-at': time,
    'public-key': z.string().describe('PEM'),
    version: z.int(),
  }),
})

const erasure = z.object({
  'erased-at': time,
  certificate: z.string().describe('JSON text of what was destroyed; the signature is over its bytes'),
  algorithm: z.literal('Ed25519'),
  signature: z.string().describe('Base64'),
  'public-key': z.string().describe('PEM'),
})

const asset = z.object({ url: z.url(), name: z.string() })

/** Null where it was not measured. */
const measured = z.number().nullable()

/** Number and code of the layout; null where none is known. */
const template = z.object({
  id: z.int().nullable(),
  code: z.string().nullable(),
  side: z.enum(['Front', 'Back']),
  country: z.string().nullable(),
})

const video = z
  .object({ filename: z.string(), creation_date: z.int().describe('Milliseconds since 1970'), url: z.url() })
  .nullable()

/** The documents that answers are, by the name they have in the description. */
export const ANSWER_SCHEMAS = {
  Identification: z.object({ data: identification, included: z.array(includedResource) }),
  IdentificationPage: z.object({
    links: z.object({ self: z.url(), next: z.url().nullable(), prev: z.url().nullable() }),
    meta: page,
    data: z.array(
      z.object({
        type: z.literal('identifications'),
        id: number,
        attributes: summaryAttributes,
        relationships: z.object({ 'reason-codes': reasonCodes }),
        links: z.object({ self: z.url() }),
      }),
    ),
  }),
  EventPage: z.object({
    links: z.object({ self: z.url(), next: z.url() }),
    meta: page,
    data: z.array(event),
  }),
  Related: z.object({ data: z.union([includedResource, z.array(includedResource), z.null()]) }),
  Assets: z.object({
    face_crops: z.array(asset),
    tight_crops: z.array(asset.extend({ area: measured, score: measured, template })),
    videos: z.object({ face: video, back_id: video, front_id: video }),
  }),
  Erasure: z.object({
    data: z.object({ type: z.literal('erasures'), id: number, attributes: erasure }),
  }),
  SigningKey: z.object({ data: signingKey }),
  SigningKeys: z.object({ data: z.array(signingKey) }),
  Errors: z.object({
    errors: z
      .array(
        z.object({
          detail: z.string(),
          source,
          status: z.string(),
          code: z.enum([
            'params_invalid',
            'unknown_record',
            'unknown_route',
            'queued',
            'rate_limit',
            'api_error',
          ]),
        }),
      )
      .min(1),
  }),
} as const

/** The name of a document that an answer is. */
export type AnswerName = keyof typeof ANSWER_SCHEMAS
