import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ServedClient, type ServedPlatform, servePlatform } from '../fakes/api/served-platform.ts'

const VALIDATED = '11111111-1111-1111-1111-111111111111'
const PHOTOCOPY = '00000000-0000-0000-0000-000000000000'
const WEBHOOK = 'https://hook.example/'
const START_LIMIT_MS = 60_000
const HASH = expect.stringMatching(/^sha2-256:[0-9a-f]{64}$/)

// biome-ignore lint/suspicious/noExplicitAny: an answer is read as a client without types does
type Answer = any

let served: ServedPlatform
let client: ServedClient
let whole: Answer
let refused: Answer
let text: string

beforeAll(async () => {
  served = await servePlatform()
  client = await served.addClient({ webhook: WEBHOOK })
  const answers = [await client.test.get(VALIDATED), await client.test.get(PHOTOCOPY)]
  whole = answers[0].body
  refused = answers[1].body
  text = answers.map((answer) => answer.text).join()
}, START_LIMIT_MS)

afterAll(() => served?.close())

const find = (answer: Answer, type: string) => answer.included.find((one: Answer) => one.type === type)
const urlOf = (file: string) => expect.stringContaining(`/${file}?`)

test.each([
  ['created-at', '2026-01-15T14:02:11.485000Z'],
  ['ended-at', '2026-01-15T14:05:42.917000Z'],
  ['identification-id', VALIDATED],
  ['number-of-attempts', 1],
  ['redirect-url', 'https://client.example/return'],
  ['score', 1],
  ['started-at', '2026-01-15T14:03:26.102000Z'],
  ['status', 'processed'],
  ['updated-at', '2026-01-15T14:05:42.917000Z'],
  ['status-updated-at', '2026-01-15T14:05:42.917000Z'],
  ['user-agent', expect.stringContaining('iPhone')],
  ['user-ip-address', '192.0.2.123'],
  ['webhook', WEBHOOK],
])('In a whole answer the attribute %s of the identification is told', (name, value) => {
  expect(whole.data.attributes[name]).toEqual(value)
})

test('Scores are written with a decimal point', async () => {
  const { text: undecided } = await client.test.get('22222222-2222-2222-2222-222222222222')
  for (const written of ['"score":1.0,', '"score":0.0,', '"score":-1.0,'])
    expect(text + undecided).toContain(written)
  expect(text + undecided).not.toMatch(/score":-?\d[,}]/)
})

test('What a document does not say is null', () => {
  expect(find(refused, 'documents').attributes).toHaveProperty('married-name', null)
})

test('The comment of an incomplete identification is told', () => {
  expect(refused.data.attributes.comment).toBe('Authenticity of the document could not be verified')
})

test.each([
  ['doc-face-matches', 'doc_face_matches/'],
  ['doc-doc-matches', 'doc_doc_matches/'],
  ['document-checks', 'document_checks/'],
  ['face-checks', 'face_checks/'],
  ['identity-form-match', 'identity-form-matches/'],
])('In a whole answer the relationship %s has its one resource, its link and its count', (name, path) => {
  const type = name === 'identity-form-match' ? 'identity-form-matches' : name
  const { id } = find(whole, type)
  expect(whole.data.relationships[name]).toEqual({
    data: [{ type, id }],
    links: { related: `${served.apiUrl}/api/identifications/${whole.data.id}/${path}` },
    meta: { count: 1 },
  })
})

test.each([
  ['identities', 'document', 'documents'],
  ['identities', 'face', 'faces'],
  ['identities', 'form', 'forms'],
  ['documents', 'identity', 'identities'],
  ['faces', 'identity', 'identities'],
  ['forms', 'identity', 'identities'],
  ['identity-form-matches', 'identity', 'identities'],
  ['identity-form-matches', 'form', 'forms'],
])('In a whole answer the %s have the relationship %s', (from, name, to) => {
  const { id, relationships } = find(whole, from)
  expect(relationships[name]).toEqual({
    data: { type: to, id: find(whole, to).id },
    links: { related: `${served.apiUrl}/api/${from.replaceAll('-', '_')}/${id}/${name}` },
  })
})

test('The relationship identity leads to the one identity', () => {
  expect(whole.data.relationships.identity).toEqual({
    data: { type: 'identities', id: find(whole, 'identities').id },
    links: { related: `${served.apiUrl}/api/identifications/${whole.data.id}/identity` },
  })
})

test('A reason code is a name without an object of its own', () => {
  expect(refused.data.relationships['reason-codes'].data).toEqual([{ type: 'reason-codes', id: '2201' }])
  expect(find(refused, 'reason-codes')).toBeUndefined()
})

test.each([
  'identities',
  'reference-data',
  'external-identity',
  'documents',
  'faces',
  'forms',
  'identity-form-matches',
  'document-checks',
  'face-checks',
  'doc-face-matches',
  'doc-doc-matches',
])('A whole answer includes the %s', (type) => {
  expect(find(whole, type)).toMatchObject({ type, id: expect.stringMatching(/^\d+$/) })
})

test.each([
  ['identities', 'first-name', 'INÈS'],
  ['identities', 'last-name', 'NÚÑEZ'],
  ['identities', 'birth-date', '1953-07-22'],
  ['reference-data', 'first-name', 'Inès'],
  ['reference-data', 'last-name', 'Núñez'],
  ['reference-data', 'birth-date', '1953-07-22'],
  ['external-identity', 'user-id', 'user-1111'],
  ['external-identity', 'phone-number', '+33199001111'],
  ['external-identity', 'mail-address', 'ines.nunez@example.com'],
  ['documents', 'all-first-names', ['INÈS', 'LUCÍA']],
  ['documents', 'birth-date', '1953-07-22'],
  ['documents', 'birth-place', 'AMAUROT'],
  ['documents', 'car-driving-license-expiry-date', '2034-06-29'],
  ['documents', 'document-number', 'TV6884528'],
  ['documents', 'document-type', 'ID'],
  ['documents', 'document-type-detailed', 'Identity card of Utopia'],
  ['documents', 'expiry-date', '2034-06-29'],
  ['documents', 'first-name', 'INÈS'],
  ['documents', 'gender', 'F'],
  ['documents', 'issue-date', '2024-06-30'],
  ['documents', 'issuing-state-code', 'UTO'],
  ['documents', 'last-name', 'NÚÑEZ'],
  ['documents', 'married-name', 'CASTELLANOS'],
  ['documents', 'mrz', expect.stringMatching(/^I<UTOTV6884528.{76}$/)],
  ['documents', 'nationality', 'UTO'],
  ['documents', 'obtaining-date', '1974-05-02'],
  ['documents', 'personal-number', '530722917'],
  ['documents', 'remarks', 'SPECIMEN'],
  ['documents', 'residence-address', '7 Quay of the Anydrus 1516 Amaurot'],
  ['documents', 'signed-image-back-url', urlOf('validated-back.png')],
  ['documents', 'signed-image-front-url', urlOf('validated-front.png')],
  ['documents', 'signed-image-signature-url', urlOf('validated-signature.png')],
  ['documents', 'tax-identification-number', '0307229170'],
  ['documents', 'image-back-hash', HASH],
  ['documents', 'image-front-hash', HASH],
  ['documents', 'signature-image-hash', HASH],
  ['documents', 'video-back-hash', HASH],
  ['documents', 'video-front-hash', HASH],
  ['faces', 'actions', 'rotation'],
  ['faces', 'signed-image-url', urlOf('validated-face.png')],
  ['faces', 'image-hash', HASH],
  ['faces', 'video-hash', HASH],
  ['forms', 'gender', 'F'],
  ['forms', 'last-name', 'NÚÑEZ'],
  ['forms', 'married-name', 'CASTELLANOS'],
  ['forms', 'first-name', 'INÈS'],
  ['forms', 'middle-name', 'LUCÍA'],
  ['forms', 'birth-date', '1953-07-22'],
  ['forms', 'nationality', 'FRA'],
  ['forms', 'birth-place-country', 'FRA'],
  ['forms', 'birth-place-city', 'Paris'],
  ['forms', 'birth-place-city-code', '75112'],
  ['forms', 'address-first-line', '1 Rue des Spécimens'],
  ['forms', 'address-second-line', 'Bâtiment B'],
  ['forms', 'address-postcode', '75012'],
  ['forms', 'address-city', 'Paris'],
  ['forms', 'address-country', 'France'],
  ['forms', 'mail-address', 'ines.nunez@example.com'],
  ['forms', 'phone-number', '+33199001111'],
  ['forms', 'siren', 123456782],
  ['identity-form-matches', 'score', 1],
  ['identity-form-matches', 'match', 1],
])('In a whole answer the %s tell %s', (type, name, value) => {
  expect(find(whole, type).attributes[name]).toEqual(value)
})
