import { describe, expect, it } from 'vitest'
import type { Image, Quad } from '../../../domain/image.ts'
import { THRESHOLDS } from '../../../server/checks/rules/thresholds.ts'
import { seededRandom } from '../../../test/people/random.ts'
import { screenStripes } from './screen-stripes.ts'

const SIZE = { width: 640, height: 400 }
const WHOLE: Quad = [
  { x: 0, y: 0 },
  { x: SIZE.width, y: 0 },
  { x: SIZE.width, y: SIZE.height },
  { x: 0, y: SIZE.height },
]
/** Waves for one pixel, as moiré has them. */
const FREQUENCY = { x: 0.15, y: 0.07 }

/** Noise and a wave in each colour, the three apart by a share of it. */
function waves(apart: number): Image {
  const random = seededRandom(1, 'stripes')
  const data = new Uint8Array(SIZE.width * SIZE.height * 3)
  for (let i = 0; i < data.length; i++) {
    const pixel = Math.floor(i / 3)
    const turns = FREQUENCY.x * (pixel % SIZE.width) + FREQUENCY.y * Math.floor(pixel / SIZE.width)
    data[i] = 128 + 8 * random.normal() + 12 * Math.cos(2 * Math.PI * (turns + (i % 3) * apart))
  }
  return { data, ...SIZE }
}

describe('screenStripes()', () => {
  it.each([1 / 3, -1 / 3])('sees colours that come after one another by a third (%f)', (apart) => {
    expect(screenStripes(waves(apart), WHOLE)).toBeGreaterThan(THRESHOLDS.stripesOfScreensMinimum)
  })

  it.each([0, 0.5, 0.05])('takes colours in step, opposed or a little off for print (%f)', (apart) => {
    expect(screenStripes(waves(apart), WHOLE)).toBeLessThan(THRESHOLDS.stripesOfPrintMaximum)
  })

  it('says nothing of a card that is too small', () => {
    const small = WHOLE.map(({ x, y }) => ({ x: x / 2, y: y / 2 })) as Quad
    expect(screenStripes(waves(1 / 3), small)).toBeNull()
  })
})
