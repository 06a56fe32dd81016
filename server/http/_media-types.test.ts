import { expect, test } from 'vitest'
import { assertJsonApiAccepted, readBodyFormat } from './_media-types.ts'

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
  expect(readBodyFormat(type, 'json-api')).toBe('json')
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
  `${JSON_API}, ${JSON_API}`,
])('A body of type %s is refused', (type) => {
  expect(() => readBodyFormat(type, 'json-api')).toThrow(`The body must be ${JSON_API}`)
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
  `${JSON_API}; profile="a,b;c=\\""`,
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
  `*/*, ${JSON_API}; version=1`,
  `"${JSON_API}`,
  '*/*; q=0.0',
])('Who accepts %s alone cannot', (accept) => {
  expect(() => assertJsonApiAccepted(accept)).toThrow(`Answers are ${JSON_API}`)
})

test.each([
  ['application/json', 'json'],
  [JSON_API, 'json'],
  ['application/x-www-form-urlencoded; charset=UTF-8', 'form'],
])('A body of type %s is %s where forms are taken', (type, format) => {
  expect(readBodyFormat(type, 'json or form')).toBe(format)
  expect(() => readBodyFormat('text/plain', 'json or form')).toThrow('The body must be application/json')
})
