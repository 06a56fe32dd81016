import { expect, it } from 'vitest'
import { seededRandom } from '../../../test/people/random.ts'
import { nthSmallest } from './_nth-smallest.ts'

it('gives what stands at a place when all are sorted, equal ones and zeros among them', () => {
  const random = seededRandom(1, 'values')
  const values = Float32Array.from({ length: 999 }, (_, i) => (i % 7 === 0 ? 0 : random.uniform() * 1e5))
  values[5] = values[6] = 3e9
  const sorted = values.toSorted()
  expect([0, 1, 200, 499, 997, 998].map((n) => nthSmallest(values, n))).toEqual(
    [0, 1, 200, 499, 997, 998].map((n) => sorted[n]),
  )
})

it('looks at a part of a buffer alone, and finds nothing beyond its end', () => {
  const part = Float32Array.of(9, 8, 5, 6, 1).subarray(1, 4)
  expect(nthSmallest(part, 0)).toBe(5)
  expect(nthSmallest(part, 3)).toBeNaN()
})
