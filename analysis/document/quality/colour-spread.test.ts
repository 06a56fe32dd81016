import { describe, expect, test } from 'vitest'
import type { Image } from '../../../domain/image.ts'
import { seededRandom } from '../../../test/people/random.ts'
import { colourSpread } from './colour-spread.ts'

const SIZE = { width: 64, height: 48 }

function paint(color: (grey: number, at: number) => [number, number, number]): Image {
  const random = seededRandom(5, 'colour-spread')
  const data = new Uint8Array(SIZE.width * SIZE.height * 3)
  for (let i = 0; i < data.length; i += 3) data.set(color(random.between(40, 240), i / 3), i)
  return { data, ...SIZE }
}

describe('colourSpread()', () => {
  test('is next to nothing for grey print, under any light', () => {
    expect(colourSpread(paint((grey) => [grey, grey, grey])).spread).toBeLessThan(1)
    expect(colourSpread(paint((grey) => [grey, grey * 0.9, grey * 0.7])).spread).toBeLessThan(1.5)
  })

  test('is large where a third of the print has another colour', () => {
    const print = paint((grey, at) => (at % 3 === 0 ? [grey * 0.6, grey, grey] : [grey, grey, grey]))
    expect(colourSpread(print).spread).toBeGreaterThan(15)
  })

  test('tells of a small coloured sign on grey print', () => {
    const { spread, spots } = colourSpread(
      paint((grey, at) => (at % 40 === 0 ? [220, 40, 60] : [grey, grey, grey])),
    )
    expect(spread).toBeLessThan(3)
    expect(spots).toBeGreaterThan(40)
  })

  test('overlooks a thumb on a grey copy', () => {
    const held = paint((grey, at) => (at % 20 === 0 ? [220, 160, 130] : [grey, grey, grey]))
    expect(colourSpread(held).spread).toBeLessThan(3)
  })

  test('is 0 for an even surface', () => {
    expect(colourSpread(paint(() => [120, 120, 120])).spread).toBe(0)
  })
})
