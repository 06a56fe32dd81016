import { describe, expect, it } from 'vitest'
import { homographyOntoQuad, invertHomography, mapPoint } from './homography.ts'

describe('invertHomography', () => {
  it('leads back from a quad seen aslant to where each point came from', () => {
    const onto = homographyOntoQuad({ width: 120, height: 80 }, [
      { x: 10, y: 20 },
      { x: 300, y: 5 },
      { x: 340, y: 210 },
      { x: 25, y: 180 },
    ])
    const back = invertHomography(onto)
    for (const point of [
      { x: 0, y: 0 },
      { x: 120, y: 80 },
      { x: 33, y: 71 },
    ]) {
      const { x, y } = mapPoint(back, mapPoint(onto, point))
      expect(x).toBeCloseTo(point.x)
      expect(y).toBeCloseTo(point.y)
    }
  })

  it('refuses a map that lays everything on one line', () => {
    expect(() => invertHomography([1, 2, 0, 2, 4, 0, 0, 0, 1])).toThrow(RangeError)
  })
})
