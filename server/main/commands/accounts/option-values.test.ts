import { expect, test } from 'vitest'
import { readWebhook } from './option-values.ts'

test.each(['none', 'https://foo.example/?titi=toto', 'http://foo.example:8080/'])(
  'A configuration may tell %s',
  (text) => {
    expect(readWebhook(text)).toBe(text)
  },
)

test.each([
  'ftp://foo.example/',
  'https://foo.example:22/',
  'https://foo.example:6000/',
  'https://me:secret@foo.example/',
  'https://me@foo.example/',
  'nowhere',
  '',
])('What a delivery refuses is refused when it is set: %s', (text) => {
  expect(() => readWebhook(text)).toThrow('without user and password')
})
