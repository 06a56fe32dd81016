import { describe, expect, test } from 'vitest'
import { judgeLikeness } from './judge-likeness.ts'

const BANDS = { accept: 0.9, reject: 0.5 }
const QUALITY = { sharpness: 100, luma: 120, glareShare: 0 }
const CLEAR = { quality: QUALITY, widthPx: 120 }

describe('judgeLikeness()', () => {
  test('has a band between the two limits where nobody can tell', () => {
    const bandOf = (likeness: number) => judgeLikeness(likeness, BANDS, [CLEAR, CLEAR])
    expect([0.9, 0.89, 0.5, 0.49].map(bandOf)).toEqual(['accept', 'review', 'review', 'reject'])
  })

  test.each([
    { ...CLEAR, widthPx: 40 },
    { ...CLEAR, quality: { ...QUALITY, sharpness: 5 } },
    { ...CLEAR, quality: { ...QUALITY, luma: 20 } },
    { ...CLEAR, quality: { ...QUALITY, luma: 250 } },
  ])('neither accepts nor rejects on a face seen as %o', (weak) => {
    for (const likeness of [0.99, 0.1]) {
      expect(judgeLikeness(likeness, BANDS, [CLEAR, weak])).toBe('review')
    }
  })

  test('judges by the likeness alone where quality was not measured', () => {
    expect(judgeLikeness(0.95, BANDS, [CLEAR, { quality: null, widthPx: null }])).toBe('accept')
  })
})
