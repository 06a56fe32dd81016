import { z } from 'zod'
import type { Operation } from '../openapi/operation.ts'
import { FORM_ATTRIBUTES } from './_form-schema.ts'
import { SIMULATION_ATTRIBUTES } from './_simulation-schema.ts'
import { LIST_OPERATIONS } from './lists/describe-lists.ts'
import { RELATED_ADDRESSES } from './related-routes.ts'

/** Every endpoint that the API can have, with the schemas that validate what it takes. */
export const ENDPOINTS: readonly Operation[] = [
  {
    method: 'post',
    url: '/identifications/',
    summary: 'Create an identification',
    body: { type: 'identifications', attributes: FORM_ATTRIBUTES },
    headers: ['Idempotency-Key'],
    success: { status: 201, document: 'Identification' },
    failures: [403],
  },
  {
    method: 'get',
    url: '/identifications/:identificationId/',
    summary: 'Retrieve an identification',
    success: { status: 200, document: 'Identification' },
    failures: [404],
  },
  {
    method: 'post',
    url: '/identifications/:identificationId/notify/',
    summary: 'Tell a webhook the status once more',
    body: z.object({ webhook: FORM_ATTRIBUTES.shape.webhook }),
    success: { status: 204 },
    failures: [404],
  },
  {
    method: 'post',
    url: '/identifications/:identificationId/pdf/',
    summary: 'The signed report of a processed identification',
    headers: ['Accept-Language'],
    query: z.object({ lang: z.enum(['en', 'fr']).optional() }),
    success: { status: 200, mediaType: 'application/pdf' },
    failures: [404, 410],
  },
  {
    method: 'get',
    url: '/identifications/:identificationId/assets/',
    summary: 'What was filmed, in the test environment',
    success: { status: 200, document: 'Assets', mediaType: 'application/json' },
    failures: [403, 404],
  },
  {
    method: 'post',
    url: '/identifications/:identificationId/anonymize/',
    summary: 'Erase the personal data of an identification; a second time changes nothing',
    success: { status: 202 },
    failures: [404],
  },
  {
    method: 'get',
    url: '/identifications/:identificationId/erasure/',
    summary: 'The signed certificate of what was erased; unknown before',
    success: { status: 200, document: 'Erasure' },
    failures: [404],
  },
  {
    method: 'post',
    url: '/identifications/:identificationId/simulate/',
    summary: 'Have an identification of the test environment come to a status without an applicant',
    body: { type: 'simulations', attributes: SIMULATION_ATTRIBUTES },
    success: { status: 200, document: 'Identification' },
    failures: [403, 404],
  },
  ...LIST_OPERATIONS,
  ...RELATED_ADDRESSES.map(
    (url): Operation => ({
      method: 'get',
      url,
      summary: 'What a relationship leads to',
      success: { status: 200, document: 'Related' },
      failures: [404],
    }),
  ),
  {
    method: 'get',
    url: '/signing-keys/',
    summary: 'The public keys that verify answers',
    success: { status: 200, document: 'SigningKeys' },
  },
  {
    method: 'get',
    url: '/signing-keys/:name/',
    summary: 'A public key; as PEM where the name ends in .pem',
    success: { status: 200, document: 'SigningKey', file: 'application/x-pem-file' },
    failures: [404],
  },
  {
    method: 'get',
    url: '/openapi.json',
    summary: 'This description',
    success: { status: 200, mediaType: 'application/json' },
    access: 'anybody',
  },
]
