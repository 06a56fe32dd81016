import { expect, test } from 'vitest'
import { readByteRange } from './_byte-range.ts'

test.each([
  ['bytes=0-0', { start: 0, end: 1 }],
  ['bytes=2-4', { start: 2, end: 5 }],
  ['Bytes=2-', { start: 2, end: 10 }],
  ['bytes=9-99', { start: 9, end: 10 }],
  ['bytes=-3', { start: 7, end: 10 }],
  ['bytes=-99', { start: 0, end: 10 }],
])('%s of ten bytes is read', (header, range) => {
  expect(readByteRange(header, 10)).toEqual(range)
})

test.each([
  undefined,
  '',
  'bytes=',
  'bytes=-',
  'bytes=4-2',
  'bytes=0-1,3-4',
  'items=0-1',
  'bytes=a-b',
  'bytes=1',
  'bytes=10-',
  'bytes=10-20',
  'bytes=-0',
])('%s asks for the whole', (header) => {
  expect(readByteRange(header, 10)).toBeNull()
})

test('A range of nothing is the whole', () => {
  expect(readByteRange('bytes=0-', 0)).toBeNull()
})
