import { expect, test } from 'vitest'
import { assertJsonApiAccepted, assertJsonApiBody } from './_media-types.ts'

const JSON_API = 'application/vnd.api+json'
const ATOMIC = 'ext="https://jsonapi.org/ext/atomic"'

test.each([
  JSON_API,
  `${JSON_API}; charset=utf-8`,
  `${JSON_API};charset=UTF-8`,
  `${JSON_API};`,
  'Application/Vnd.Api+Json',
  `${JSON_API}; profile="https://example.com/profile"`,
])('A body of type %s is taken', (type) => {
  expect(() => assertJsonApiBody(type)).not.toThrow()
})

test.each([
  undefined,
  '',
  'application/json',
  'application/vnd.api+json-seq',
  `${JSON_API}; ${ATOMIC}`,
  `${JSON_API}; charset=iso-8859-1`,
  `${JSON_API}; charset=utf-8; version=1`,
  `${JSON_API}; profiles=1`,
])('A body of type %s is refused', (type) => {
  expect(() => assertJsonApiBody(type)).toThrow(`The body must be ${JSON_API}`)
})

test.each([
  undefined,
  '',
  '*/*',
  'application/*',
  '*/*;q=0.1',
  JSON_API,
  `${JSON_API}; charset=utf-8`,
  'application/json, text/plain, */*',
  `text/html, ${JSON_API};q=0.5`,
  `${JSON_API}; ${ATOMIC}, ${JSON_API}`,
])('Who accepts %s can be answered', (accept) => {
  expect(() => assertJsonApiAccepted(accept)).not.toThrow()
})

test.each([
  'application/json',
  'text/html',
  'text/*',
  `${JSON_API}; ${ATOMIC}`,
  `${JSON_API}; version=1`,
  `${JSON_API};q=0`,
  '*/*; q=0.0',
])('Who accepts %s alone cannot', (accept) => {
  expect(() => assertJsonApiAccepted(accept)).toThrow(`Answers are ${JSON_API}`)
})
