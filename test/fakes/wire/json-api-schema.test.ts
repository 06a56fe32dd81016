import { expect, test } from 'vitest'
import { expectApiError, expectDocument } from './expect-api-answer.ts'

const ERROR = { detail: 'No', source: { pointer: '/data' }, status: '404', code: 'unknown_record' }
const JSON_API = { 'content-type': 'application/vnd.api+json' }

test.each<[string, unknown]>([
  ['nothing of the three', {}],
  ['data and errors', { data: null, errors: [ERROR] }],
  ['no error', { errors: [] }],
  ['a status that is a number', { errors: [{ ...ERROR, status: 404 }] }],
  ['a pointer that is none', { errors: [{ ...ERROR, source: { pointer: 'data' } }] }],
  ['a member there is not', { data: null, total: 1 }],
  ['an id that is a number', { data: { type: 'identities', id: 1, attributes: {} } }],
  ['an attribute named id', { data: { type: 'identities', id: '1', attributes: { id: 1 } } }],
  ['a name that begins with a hyphen', { data: { type: 'identities', id: '1', attributes: { '-x': 1 } } }],
  ['a relationship with nothing in it', { data: { type: 'a', id: '1', relationships: { b: {} } } }],
  ['a link to nowhere', { data: null, links: { self: 5 } }],
  ['included without data', { meta: {}, included: [] }],
  [
    'a resource twice',
    {
      data: null,
      included: [
        { type: 'a', id: '1', attributes: {} },
        { type: 'a', id: '1', attributes: {} },
      ],
    },
  ],
])('A document with %s is none', (_what, body) => {
  expect(() => expectDocument(body)).toThrow()
})

test.each<[string, unknown]>([
  ['no resource', { data: null }],
  ['no resources', { data: [], meta: { count: 0 }, links: { self: '/events/', next: null } }],
  ['an identifier', { data: { type: 'identities', id: '1' } }],
  ['errors', { errors: [ERROR] }],
])('A document of %s is one', (_what, body) => {
  expect(() => expectDocument(body)).not.toThrow()
})

test.each<[string, object]>([
  ['a status that its body denies', { status: 400, headers: JSON_API, body: { errors: [ERROR] } }],
  [
    'a status that the text has not',
    { status: 413, headers: JSON_API, body: { errors: [{ ...ERROR, status: '413' }] } },
  ],
  [
    'a charset',
    {
      status: 404,
      headers: { 'content-type': 'application/vnd.api+json; charset=utf-8' },
      body: { errors: [ERROR] },
    },
  ],
  [
    'a type that the text has not',
    { status: 404, headers: JSON_API, body: { errors: [{ ...ERROR, code: 'gone' }] } },
  ],
  [
    'a trace',
    { status: 404, headers: JSON_API, body: { errors: [{ ...ERROR, detail: 'at f (/x/y.ts:1)' }] } },
  ],
  [
    'no time to wait',
    { status: 503, headers: JSON_API, body: { errors: [{ ...ERROR, status: '503', code: 'api_error' }] } },
  ],
])('An error with %s is not as the text writes it', (_what, answer) => {
  expect(() => expectApiError(answer as Parameters<typeof expectApiError>[0])).toThrow()
})
