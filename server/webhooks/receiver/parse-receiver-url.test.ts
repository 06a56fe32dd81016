import { expect, test } from 'vitest'
import { addressScope } from './address-scope.ts'
import { parseReceiverUrl } from './parse-receiver-url.ts'

test.each([
  'ftp://example.org/',
  'file:///etc/passwd',
  'gopher://example.org/',
  'https://user@example.org/',
  'https://user:secret@example.org/',
  'https://:secret@example.org/',
  'example.org/hook',
  '//example.org/hook',
  'https://',
  '',
])('parseReceiverUrl() refuses %s', (url) => {
  expect(() => parseReceiverUrl(url)).toThrow('url refused')
})

test.each([1, 22, 25, 81, 587, 1023, 2049, 6000, 6667, 10080, 0])(
  'parseReceiverUrl() refuses port %i',
  (port) => {
    for (const scheme of ['http', 'https']) {
      expect(() => parseReceiverUrl(`${scheme}://example.org:${port}/`)).toThrow('port refused')
    }
  },
)

test.each([80, 443, 1024, 3000, 8080, 8443, 65535])('parseReceiverUrl() takes port %i', (port) => {
  for (const scheme of ['http', 'https']) {
    expect(parseReceiverUrl(`${scheme}://example.org:${port}/`).host).toBe('example.org')
  }
})

test('parseReceiverUrl() keeps path and query, and gives the host without brackets', () => {
  const { url, host } = parseReceiverUrl('https://[2606:4700::1]:8443/hook?titi=toto')
  expect(url.href).toBe('https://[2606:4700::1]:8443/hook?titi=toto')
  expect(host).toBe('2606:4700::1')
})

test.each([
  '127.1',
  '0177.0.0.1',
  '0x7f.0.0.1',
  '2130706433',
  '0x7f000001',
  '127.0.0.1.',
  '①②⑦.⓪.⓪.①',
  '127。0。0。1',
  '0',
  '0xA9FEA9FE',
  '2852039166',
  '[::ffff:127.0.0.1]',
  '[::ffff:a9fe:a9fe]',
])('the host of https://%s/ is an address that is no longer hidden', (written) => {
  expect(addressScope(parseReceiverUrl(`https://${written}/`).host)).not.toBe('public')
  expect(parseReceiverUrl(`https://${written}/`).host).toMatch(/^[\d.]+$|:/)
})
