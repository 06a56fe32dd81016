import { z } from 'zod'

const time = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/)

const number = z.string().regex(/^\d+$/)

const words = z.record(z.string(), z.unknown())

const name = z.object({ type: z.string(), id: z.string() })

const toOne = z.object({ links: z.object({ related: z.url() }), data: name.nullable() })

const toMany = z.object({
  meta: z.object({ count: z.int() }),
  data: z.array(name),
  links: z.object({ related: z.url() }).optional(),
})

const relationships = z.record(z.string(), z.union([toOne, toMany]))

const status = z.enum(['uninitiated', 'initiated', 'processing', 'processed', 'aborted', 'expired'])

const score = z.literal([1, 0, -1]).nullable()

const resource = z.object({
  type: z.string(),
  id: number,
  attributes: words,
  relationships: relationships.optional(),
})

/** What a list tells of an identification. */
const summaryAttributes = z.object({
  'anonymized-at': time.nullable(),
  'created-at': time,
  'ended-at': time.nullable(),
  'identification-id': z.uuid(),
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
  relationships,
})

const event = z.object({
  type: z.literal('events'),
  id: number,
  attributes: z.object({
    'configuration-id': z.int().optional(),
    'created-at': time,
    'error-type': z.string().nullish(),
    'identification-id': z.uuid(),
    'return-reason': z.string().nullable(),
    status,
  }),
})

const page = z.object({ page: z.object({ size: z.int(), 'has-more': z.boolean() }) })

const source = z.union([
  z.object({ pointer: z.string() }),
  z.object({ parameter: z.string() }),
  z.object({ header: z.string() }),
])

const signingKey = z.object({ type: z.literal('signing-keys'), id: z.string(), attributes: words })

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

const video = z.object({ filename: z.string(), creation_date: z.number(), url: z.url() }).nullable()

/** The documents that answers are, by the name they have in the description. */
export const ANSWER_SCHEMAS = {
  Identification: z.object({ data: identification, included: z.array(resource) }),
  IdentificationPage: z.object({
    links: z.object({ self: z.url(), next: z.url().nullable(), prev: z.url().nullable() }),
    meta: page,
    data: z.array(
      z.object({
        type: z.literal('identifications'),
        id: number,
        attributes: summaryAttributes,
        relationships,
        links: z.object({ self: z.url() }),
      }),
    ),
  }),
  EventPage: z.object({
    links: z.object({ self: z.url(), next: z.url() }),
    meta: page,
    data: z.array(event),
  }),
  Related: z.object({ data: z.union([resource, z.array(resource), z.null()]) }),
  Assets: z.object({
    face_crops: z.array(asset),
    tight_crops: z.array(asset.extend({ area: measured, score: measured, template: words })),
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
