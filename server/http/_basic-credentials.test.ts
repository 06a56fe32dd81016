import { expect, test } from 'vitest'
import { readBasicCredentials } from './_basic-credentials.ts'

const encode = (text: string) => Buffer.from(text).toString('base64')

test('A pair is split at its first colon', () => {
  expect(readBasicCredentials(`Basic ${encode('id:se:cret')}`)).toEqual({
    clientId: 'id',
    clientSecret: 'se:cret',
  })
})

test.each([
  ['another case of the scheme', `bAsIc ${encode('id:secret')}`],
  ['several spaces', `Basic   ${encode('id:secret')} `],
  [
    'line breaks inside the Base64',
    `Basic ${encode('id:secret').slice(0, 5)}\n${encode('id:secret').slice(5)}\n`,
  ],
  ['no padding', `Basic ${encode('id:secret').replaceAll('=', '')}`],
])('A header with %s is read', (_what, header) => {
  expect(readBasicCredentials(header)).toEqual({ clientId: 'id', clientSecret: 'secret' })
})

test('Pairs are UTF-8', () => {
  expect(readBasicCredentials(`Basic ${encode('id:clé')}`).clientSecret).toBe('clé')
})

test.each([undefined, '', 'Bearer abc', 'Basic', 'Digest username="id"'])(
  'The header %s provides no credentials',
  (header) => {
    expect(() => readBasicCredentials(header)).toThrow('Authentication credentials were not provided.')
  },
)

test.each([
  ['no Base64', 'Basic %%%'],
  ['no colon', `Basic ${encode('idsecret')}`],
  ['no id', `Basic ${encode(':secret')}`],
  ['a NUL', `Basic ${encode('id\u0000:secret')}`],
  ['bad UTF-8', `Basic ${Buffer.from([0xff, 0x3a, 0xff]).toString('base64')}`],
  ['nothing in it', 'Basic ='],
])('A header with %s cannot be read', (_what, header) => {
  expect(() => readBasicCredentials(header)).toThrow('The Basic credentials cannot be read')
})
