import { describe, expect, it } from 'vitest'
import type { PrintFacts } from '../../../domain/document/print-facts.ts'
import type { Box, Image } from '../../../domain/image.ts'
import { seededRandom } from '../../../test/people/random.ts'
import { slantingValue } from './slanting-value.ts'

const CARD = { width: 1200, height: 757 }
const BOXES: readonly Box[] = [100, 220, 340, 460].map((y) => ({ x: 400, y, width: 420, height: 44 }))

/** Lines of strokes 24 px high, each turned by its own degrees, on paper with noise. */
function printed(degrees: readonly number[]): Image {
  const random = seededRandom(3, 'slant')
  const data = new Uint8Array(CARD.width * CARD.height * 3)
  for (let i = 0; i < data.length; i++) data[i] = 225 + 6 * random.normal()
  for (const [line, { x, y, width, height }] of BOXES.entries()) {
    const slope = Math.tan((degrees[line] * Math.PI) / 180)
    for (let across = 0; across < width; across++) {
      if (across % 12 > 6) continue
      const top = Math.round(y + height / 2 - 12 + (across - width / 2) * slope)
      for (let row = top; row < top + 24; row++) {
        data.fill(50, (row * CARD.width + x + across) * 3, (row * CARD.width + x + across) * 3 + 3)
      }
    }
  }
  return { data, ...CARD }
}

const fieldsOf = (boxes: readonly Box[]) =>
  Object.fromEntries(
    boxes.map((box, i) => [`field${i}`, { value: '', raw: '', confidence: 1, box, framesAgreeing: 1 }]),
  ) as PrintFacts['fields']

describe('slantingValue()', () => {
  it.each([0, 1.5])('finds nothing among lines that are all turned by %f degrees', (degrees) => {
    const slant = slantingValue(printed(BOXES.map(() => degrees)), fieldsOf(BOXES))
    expect(slant?.values).toBe(4)
    expect(slant?.degrees).toBeLessThan(0.6)
  })

  it('finds the line that is turned by itself', () => {
    expect(slantingValue(printed([0, 0, 2, 0]), fieldsOf(BOXES))?.degrees).toBeCloseTo(2, 0)
  })

  it('says nothing of two lines, or of short ones', () => {
    const card = printed([0, 0, 0, 3])
    expect(slantingValue(card, fieldsOf(BOXES.slice(2)))).toBeNull()
    expect(slantingValue(card, fieldsOf(BOXES.map((box) => ({ ...box, width: 90 }))))).toBeNull()
  })
})
