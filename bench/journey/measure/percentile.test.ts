import { expect, test } from 'vitest'
import { percentile } from './percentile.ts'

test('a percentile is one of the values, never one between', () => {
  const values = [5, 1, 4, 2, 3]
  expect(percentile(values, 0.5)).toBe(3)
  expect(percentile(values, 0.95)).toBe(5)
  expect(
    percentile(
      Array.from({ length: 100 }, (_, index) => index + 1),
      0.95,
    ),
  ).toBe(95)
})

test('no values have no percentile', () => {
  expect(percentile([], 0.5)).toBeNull()
})
