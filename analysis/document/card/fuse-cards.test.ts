import { describe, expect, it } from 'vitest'
import type { Image } from '../../../domain/image.ts'
import { seededRandom } from '../../../test/people/random.ts'
import { fuseCards } from './fuse-cards.ts'

const SIZE = { width: 200, height: 120 }

/** Print of single dark pixels; a part of it may be burnt out. */
function print(burnt?: { from: number; to: number }): Image {
  const random = seededRandom(3, 'print')
  const data = new Uint8Array(SIZE.width * SIZE.height * 3)
  for (let i = 0; i < data.length / 3; i++) {
    const isInk = random.uniform() < 0.3
    const x = i % SIZE.width
    const isBurnt = burnt !== undefined && x >= burnt.from && x < burnt.to
    data.fill(isBurnt ? 255 : isInk ? 40 : 210, i * 3, i * 3 + 3)
  }
  return { data, ...SIZE }
}

/** Mean difference of levels. */
const difference = (a: Image, b: Image) =>
  a.data.reduce((sum, level, i) => sum + Math.abs(level - b.data[i]), 0) / a.data.length

describe('fuseCards()', () => {
  it('shows what each picture hides in another place', () => {
    const fused = fuseCards([print({ from: 0, to: 80 }), print({ from: 120, to: 200 })])
    expect(difference(fused, print())).toBeLessThan(2)
    expect(difference(print({ from: 0, to: 80 }), print())).toBeGreaterThan(20)
  })

  it('takes the first picture where no other has much more to show', () => {
    const darker = { ...print(), data: print().data.map((level) => level * 0.9) }
    expect(difference(fuseCards([print(), darker]), print())).toBeLessThan(0.5)
  })

  it('refuses pictures of different sizes', () => {
    expect(() => fuseCards([print(), { data: new Uint8Array(12), width: 2, height: 2 }])).toThrow(RangeError)
  })
})
