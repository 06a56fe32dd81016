import { expect, test } from 'vitest'
import { Problem } from '../../../domain/problem.ts'
import { parseIdentificationForm } from './parse-identification-form.ts'

const NOTHING = {
  externalIdentity: null,
  referenceData: null,
  webhook: null,
  redirectUrl: null,
  faceRequired: null,
  placeOfResidence: null,
}

const withAttributes = (attributes: unknown) => ({ data: { type: 'identifications', attributes } })
const parse = (attributes: unknown) => parseIdentificationForm(withAttributes(attributes), 'standard')

function problemOf(act: () => unknown): Problem {
  try {
    act()
  } catch (error) {
    if (error instanceof Problem) return error
  }
  throw new Error('No problem was thrown')
}

const pointersOf = (attributes: unknown, product: 'standard' | 'certified' = 'standard') =>
  problemOf(() => parseIdentificationForm(withAttributes(attributes), product)).faults.map(
    ({ pointer }) => pointer,
  )

test('The whole example of the API text is read', () => {
  const form = parse({
    'identification-form': {
      'external-user-id': '8887-YHYY-98976',
      'phone-number': '+33666666666',
      'mail-address': 'mail@exemple.com',
    },
    'reference-data': { 'birth-date': '1978-11-25', 'first-name': 'JEAN', 'last-name': 'VALJEAN' },
    'pre-selected-place-of-residence': { country: 'USA', subdivision: 'US-NY' },
    webhook: 'https://foo.com?titi=toto',
    redirect_url: 'https://bar.com?titi=toto',
    face_required: true,
  })
  expect(form).toEqual({
    externalIdentity: {
      userId: '8887-YHYY-98976',
      phoneNumber: '+33666666666',
      mailAddress: 'mail@exemple.com',
    },
    referenceData: { firstName: 'JEAN', lastName: 'VALJEAN', birthDate: '1978-11-25' },
    placeOfResidence: { country: 'USA', subdivision: 'US-NY' },
    webhook: 'https://foo.com?titi=toto',
    redirectUrl: 'https://bar.com?titi=toto',
    faceRequired: true,
  })
})

test('Underscores and dashes are the same word at both levels', () => {
  const form = parse({
    reference_data: { first_name: 'JOHN', 'last-name': 'DOE', birth_date: '2000-02-29' },
    identification_form: { external_user_id: 'u', phone_number: null },
    'redirect-url': 'https://bar.com',
    'face-required': false,
  })
  expect(form).toEqual({
    externalIdentity: { userId: 'u', phoneNumber: null, mailAddress: null },
    referenceData: { firstName: 'JOHN', lastName: 'DOE', birthDate: '2000-02-29' },
    webhook: null,
    redirectUrl: 'https://bar.com',
    placeOfResidence: null,
    faceRequired: false,
  })
})

test('Where both spellings are sent, the dashes win in either order', () => {
  const [dashed, underscored] = ['https://dashed.example', 'https://underscored.example']
  expect(parse({ 'redirect-url': dashed, redirect_url: underscored }).redirectUrl).toBe(dashed)
  expect(parse({ redirect_url: underscored, 'redirect-url': dashed }).redirectUrl).toBe(dashed)
})

test.each([
  ['no body', undefined],
  ['an empty document', {}],
  ['null data', { data: null }],
  ['data of other names', { httpsAgent: { options: {} } }],
  ['no attributes', { data: { type: 'identifications' } }],
  ['null attributes', withAttributes(null)],
  ['unknown attributes', withAttributes({ colour: 'blue' })],
  ['null everywhere', withAttributes({ webhook: null, 'redirect-url': null, 'face-required': null })],
])('The standard product takes %s as asking for the defaults', (_what, body) => {
  expect(parseIdentificationForm(body, 'standard')).toEqual(NOTHING)
})

test('A user id may be a number, and keeps its digits', () => {
  const userIdOf = (id: unknown) =>
    parse({ 'identification-form': { 'external-user-id': id } }).externalIdentity?.userId
  expect(userIdOf(1337)).toBe('1337')
  expect(userIdOf(0)).toBe('0')
  expect(userIdOf('0042')).toBe('0042')
  expect(userIdOf(null)).toBeNull()
})

test.each([
  [2 ** 53],
  [1.5],
  [Number.POSITIVE_INFINITY],
  [true],
  [{}],
  ['x'.repeat(256)],
  ['a\u0000b'],
  ['\ud800'],
])('The user id %j is refused', (id) => {
  expect(pointersOf({ 'identification-form': { 'external-user-id': id } })).toEqual([
    '/data/attributes/identification-form/external-user-id',
  ])
})

test.each(['+33 6 66 66 66 66', '+33.666.666.666', '+33 (6) 66-66-66-66'])(
  'The separators of the phone number %s are left out',
  (phone) => {
    const form = parse({ 'identification-form': { 'phone-number': phone } })
    expect(form.externalIdentity?.phoneNumber).toMatch(/^\+33\d{9}$/)
  },
)

test.each(['0102030405', '+0123', '+1234567890123456', 'none', '', 33666666666])(
  'The phone number %j is refused',
  (phone) => {
    expect(pointersOf({ identification_form: { phone_number: phone } })).toEqual([
      '/data/attributes/identification_form/phone_number',
    ])
  },
)

test.each([
  '2001-02-29',
  '2000-13-01',
  '1978-11-31',
  '25/11/1978',
  '1978-1-5',
  '0000-01-01',
  '1849-12-31',
  '',
])('The birth date %s is refused', (date) => {
  expect(pointersOf({ 'reference-data': { 'birth-date': date } })).toEqual([
    '/data/attributes/reference-data/birth-date',
  ])
})

test.each([
  'ftp://foo.example',
  'javascript:alert(1)',
  '//foo.example',
  'foo.example',
  'https://',
  'https://a b.example',
  'https://foo.example/\r\nX: y',
  `https://foo.example/${'x'.repeat(2048)}`,
  '',
  7,
])('The URL %j is refused', (url) => {
  expect(pointersOf({ webhook: url, redirect_url: url })).toEqual([
    '/data/attributes/redirect_url',
    '/data/attributes/webhook',
  ])
})

test.each([
  'https://foo.example:22/',
  'http://foo.example:6667/',
  'https://me:secret@foo.example/',
  'https://me@foo.example/',
])('The webhook %s, which no delivery would go to, is refused; as a redirect URL it is taken', (url) => {
  expect(problemOf(() => parse({ webhook: url })).faults).toEqual([
    {
      detail: 'webhook must be a URL on port 80, 443 or a web port from 1024 on, without user and password',
      pointer: '/data/attributes/webhook',
    },
  ])
  expect(parse({ 'redirect-url': url }).redirectUrl).toBe(url)
})

test.each([
  'https://foo.com?titi=toto',
  'https://webhook.site/',
  'https://3eb5c250.ngrok.io',
  'http://foo.example/hook',
  'https://foo.example:8443/hook',
  'http://127.0.0.1:3000/hook',
  'http://localhost:8080/',
  'http://[::1]:8080/',
])('The webhook %s is taken as it is written', (url) => {
  expect(parse({ webhook: url }).webhook).toBe(url)
})

test('Every fault is told at once, each at its place as the client spelled it', () => {
  expect(
    pointersOf({
      reference_data: { first_name: 5, last_name: 'x'.repeat(256) },
      'identification-form': { 'mail-address': 'nobody' },
      'pre-selected-place-of-residence': { country: 'France', subdivision: 'NY' },
      face_required: 'yes',
    }).sort(),
  ).toEqual([
    '/data/attributes/face_required',
    '/data/attributes/identification-form/mail-address',
    '/data/attributes/pre-selected-place-of-residence/country',
    '/data/attributes/pre-selected-place-of-residence/subdivision',
    '/data/attributes/reference_data/first_name',
    '/data/attributes/reference_data/last_name',
  ])
})

test('The certified product asks for a user id and both names', () => {
  const mandatory = [
    '/data/attributes/identification-form/external-user-id',
    '/data/attributes/reference-data/first-name',
    '/data/attributes/reference-data/last-name',
  ]
  expect(pointersOf({}, 'certified')).toEqual(mandatory)
  expect(problemOf(() => parseIdentificationForm(undefined, 'certified')).faults).toHaveLength(3)
  const blank = {
    'identification-form': { 'external-user-id': ' ' },
    'reference-data': { 'first-name': null, 'last-name': '' },
  }
  expect(pointersOf(blank, 'certified')).toEqual(mandatory)
})

test('The certified product tells missing and wrong values in one answer, one fault a place', () => {
  const wrong = { reference_data: { first_name: 5, birth_date: 'soon' } }
  expect(pointersOf(wrong, 'certified').sort()).toEqual([
    '/data/attributes/identification-form/external-user-id',
    '/data/attributes/reference_data/birth_date',
    '/data/attributes/reference_data/first_name',
    '/data/attributes/reference_data/last-name',
  ])
})

test('The certified product takes what has the three', () => {
  const form = parseIdentificationForm(
    withAttributes({
      'identification-form': { 'external-user-id': 7 },
      'reference-data': { 'first-name': 'JEAN', 'last-name': 'VALJEAN' },
    }),
    'certified',
  )
  expect(form.externalIdentity?.userId).toBe('7')
})

test.each([
  ['a list', [], ''],
  ['a text', 'x', ''],
  ['null', null, ''],
  ['a list of data', { data: [] }, '/data'],
  ['another type', { data: { type: 'identities' } }, '/data/type'],
  ['no type', { data: { attributes: {} } }, '/data/type'],
  ['attributes that are a list', withAttributes([]), '/data/attributes'],
])('A body that is or has %s is refused where it is wrong', (_what, body, pointer) => {
  const problem = problemOf(() => parseIdentificationForm(body, 'standard'))
  expect(problem.code).toBe('params_invalid')
  expect(problem.faults.map((fault) => fault.pointer)).toEqual([pointer])
})

test('An id chosen by the client is forbidden', () => {
  const body = { data: { type: 'identifications', id: '7' } }
  expect(problemOf(() => parseIdentificationForm(body, 'standard')).code).toBe('forbidden')
})
