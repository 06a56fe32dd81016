import { expect, it } from 'vitest'
import type { Image, Quad } from '../../domain/image.ts'
import { seededRandom } from '../../test/people/random.ts'
import { LIKE_THE_SAME, zoneLikeness } from './_zone-likeness.ts'

const SIZE = { width: 400, height: 260 }
const LINE_QUAD: Quad = [
  { x: 0.05, y: 0.8 },
  { x: 0.95, y: 0.8 },
  { x: 0.95, y: 0.9 },
  { x: 0.05, y: 0.9 },
]

/** A grey frame with a card of 300 by 200 px that has a line of bars on it, as many as a zone has characters. */
function cardAt(left: number, top: number, seed: string): { frame: Image; card: Quad } {
  const random = seededRandom(7, seed)
  const data = new Uint8Array(SIZE.width * SIZE.height * 3).fill(180)
  for (let i = 0; i < 88; i++) {
    const level = random.uniform() < 0.5 ? 40 : 180
    const from = left + Math.round((0.05 + (0.9 * i) / 88) * 300)
    for (let y = top + 164; y < top + 176; y++)
      for (let x = from; x < from + 3; x++)
        data.fill(level, (y * SIZE.width + x) * 3, (y * SIZE.width + x) * 3 + 3)
  }
  const [right, bottom] = [left + 300, top + 200]
  const card: Quad = [
    { x: left, y: top },
    { x: right, y: top },
    { x: right, y: bottom },
    { x: left, y: bottom },
  ]
  return { frame: { data, ...SIZE }, card }
}

it('finds a zone like itself wherever its card lies, either way up', () => {
  const one = cardAt(20, 10, 'one')
  const moved = cardAt(61, 37, 'one')
  expect(zoneLikeness(one, moved, [LINE_QUAD])).toBeGreaterThan(0.9)
  const [a, b, c, d] = moved.card
  expect(zoneLikeness(one, { ...moved, card: [c, d, a, b] }, [LINE_QUAD])).toBeGreaterThan(0.9)
  const [e, f, g, h] = moved.card.map(({ x, y }) => ({ x: x + 1, y: y + 1 })) as unknown as Quad
  expect(zoneLikeness(one, { ...moved, card: [e, f, g, h] }, [LINE_QUAD])).toBeGreaterThan(LIKE_THE_SAME)
})

it('finds a zone unlike another, and unlike nothing at all', () => {
  const one = cardAt(20, 10, 'one')
  expect(zoneLikeness(one, cardAt(20, 10, 'another'), [LINE_QUAD])).toBeLessThan(LIKE_THE_SAME)
  const blank = { ...one, frame: { ...one.frame, data: new Uint8Array(one.frame.data.length).fill(180) } }
  expect(zoneLikeness(one, blank, [LINE_QUAD])).toBe(0)
})
