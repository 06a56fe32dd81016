import { z } from 'zod'

/** A moment as answers write it. */
export const time = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/)

/** A resource's id. */
export const number = z.string().regex(/^\d+$/)

/** The outcome of a check; null where it was not done. */
export const score = z.literal([1, 0, -1]).nullable()

const day = z
  .string()
  .regex(/^\d{4}-\d\d-\d\d$/)
  .nullable()
const text = z.string().nullable()
const address = z.url().nullable()
const hash = z
  .string()
  .regex(/^sha2-256:[0-9a-f]{64}$/)
  .nullable()
const gender = z.enum(['M', 'F']).nullable()
const related = z.object({ related: z.url() })

/** One resource of a type, or none. */
export function toOne(type: string) {
  return z.object({
    links: related,
    data: z.object({ type: z.literal(type), id: number }).nullable(),
  })
}

/** A list of resources of a type. */
export function toMany(type: string) {
  return z.object({
    meta: z.object({ count: z.int() }),
    data: z.array(z.object({ type: z.literal(type), id: number })),
    links: related,
  })
}

const identity = z.object({
  type: z.literal('identities'),
  id: number,
  attributes: z.object({ 'birth-date': day, 'first-name': text, 'last-name': text }),
  relationships: z
    .object({
      document: toOne('documents'),
      documents: toMany('documents'),
      face: toOne('faces'),
      form: toOne('forms').optional(),
    })
    .optional()
    .describe('From processing on'),
})

const referenceData = z.object({
  type: z.literal('reference-data'),
  id: number,
  attributes: z.object({ 'last-name': text, 'first-name': text, 'birth-date': day }),
})

const externalIdentity = z.object({
  type: z.literal('external-identity'),
  id: number,
  attributes: z.object({ 'user-id': text, 'phone-number': text, 'mail-address': text }),
})

const MEDIA = {
  'media-type': z.literal('video').nullable(),
  'signed-image-back-url': address,
  'signed-image-front-url': address,
  'signed-video-back-url': address,
  'signed-video-front-url': address,
}

const DOCUMENT_TYPES = [
  'ID',
  'Passport',
  'Residence Permit',
  'Driving licence',
  'Social Security',
  'Fiscal card',
  'VTC',
  'Visa',
  'Other',
]

const documentAttributes = z.object({
  ...MEDIA,
  'all-first-names': z.array(z.string()).nullable(),
  'birth-date': day,
  'birth-place': text,
  'car-driving-license-expiry-date': day,
  'document-number': text,
  'document-type': z.enum(DOCUMENT_TYPES).nullable(),
  'document-type-detailed': text,
  'expiry-date': day,
  'first-name': text,
  gender,
  'image-back-hash': hash,
  'image-front-hash': hash,
  'issue-date': day,
  'issue-place': text,
  'issuing-state-code': text,
  'last-name': text,
  'married-name': text,
  mrz: text,
  nationality: text,
  'obtaining-date': day,
  'personal-number': text,
  remarks: text,
  'residence-address': text,
  'signature-image-hash': hash,
  'signed-image-signature-url': address,
  'tax-identification-number': text,
  'video-back-hash': hash,
  'video-front-hash': hash,
})

const document = z.object({
  type: z.literal('documents'),
  id: number,
  attributes: z.union([documentAttributes, z.object(MEDIA).describe('Before anything of it is known')]),
  relationships: z.object({ identity: toOne('identities') }).optional(),
})

const face = z.object({
  type: z.literal('faces'),
  id: number,
  attributes: z.union([
    z.object({
      actions: text,
      'image-hash': hash,
      'signed-image-url': address,
      'signed-video-url': address,
      'video-hash': hash,
    }),
    z
      .object({ 'signed-image-url': address, 'signed-video-url': address })
      .describe('Before anything of it is known'),
  ]),
  relationships: z.object({ identity: toOne('identities') }).optional(),
})

const form = z.object({
  type: z.literal('forms'),
  id: number,
  attributes: z.object({
    'birth-place-country': text,
    'birth-date': day,
    'birth-place-city': text,
    'birth-place-city-code': text,
    gender,
    'first-name': text,
    'middle-name': text,
    'last-name': text,
    'married-name': text,
    nationality: text,
    'phone-number': text,
    'mail-address': text,
    'address-first-line': text,
    'address-second-line': text,
    'address-postcode': text,
    'address-city': text,
    'address-country': text,
    siren: z.int().nullable(),
  }),
  relationships: z.object({ identity: toOne('identities') }),
})

const identityFormMatch = z.object({
  type: z.literal('identity-form-matches'),
  id: number,
  attributes: z.object({ score, match: z.number().min(0).max(1).nullable() }),
  relationships: z.object({ identity: toOne('identities'), form: toOne('forms') }),
})

const documentChecks = z.object({
  type: z.literal('document-checks'),
  id: number,
  attributes: z.object({
    'data-extracted-score': score,
    'expiry-date-score': score,
    'issue-date-score': score,
    'live-video-capture-score': score,
    'mrz-validity-score': score,
    'mrz-viz-score': score,
    'ove-back-score': score,
    'ove-front-score': score,
    'ove-score': score,
    'quality-score': score,
    score,
    supported: score,
    'visual-back-score': score,
    'visual-front-score': score,
  }),
  relationships: z.object({ document: toOne('documents') }),
})

const faceChecks = z.object({
  type: z.literal('face-checks'),
  id: number,
  attributes: z.object({
    'active-liveness-score': score,
    'live-video-capture-score': score,
    'quality-score': score,
    score,
  }),
  relationships: z.object({ face: toOne('faces') }),
})

const referenceDataCheck = z.object({
  type: z.literal('reference-data-checks'),
  id: number,
  attributes: z.object({ score }),
  relationships: z.object({ 'reference-data': toOne('reference-data') }),
})

/** A match of things of one kind, or of two. */
function match<Relationships extends z.ZodRawShape>(type: string, relationships: Relationships) {
  return z.object({
    type: z.literal(type),
    id: number,
    attributes: z.object({ score }),
    relationships: z.object(relationships),
  })
}

/** Every resource that an answer about an identification may include (API text, "Objects", and beyond). */
export const includedResource = z.discriminatedUnion('type', [
  identity,
  referenceData,
  externalIdentity,
  document,
  face,
  form,
  identityFormMatch,
  documentChecks,
  faceChecks,
  referenceDataCheck,
  match('doc-face-matches', { document: toOne('documents'), face: toOne('faces') }),
  match('doc-doc-matches', { documents: toMany('documents') }),
  match('face-face-matches', { faces: toMany('faces') }),
])
