import { expect, it } from 'vitest'
import type { Quad } from '../../../domain/image.ts'
import { quadOverlap } from './quad-overlap.ts'

const square = (x: number, y: number, side: number): Quad => [
  { x, y },
  { x: x + side, y },
  { x: x + side, y: y + side },
  { x, y: y + side },
]

it('is 1 for the same quad in any order of corners, and 0 for quads apart', () => {
  const [a, b, c, d] = square(0, 0, 10)
  expect(quadOverlap([a, b, c, d], [c, d, a, b])).toBeCloseTo(1)
  expect(quadOverlap([a, b, c, d], [d, c, b, a])).toBeCloseTo(1)
  expect(quadOverlap([a, b, c, d], square(20, 0, 10))).toBe(0)
})

it('is the shared part of both', () => {
  expect(quadOverlap(square(0, 0, 10), square(5, 0, 10))).toBeCloseTo(50 / 150)
  expect(quadOverlap(square(0, 0, 10), square(2, 2, 5))).toBeCloseTo(0.25)
})
