import { describe, expect, it } from 'vitest'
import type { Image } from '../../domain/image.ts'
import { measureQuality } from './measure-quality.ts'
import { resizeImage } from './resize-image.ts'

function paint(width: number, height: number, colourAt: (x: number, y: number) => number): Image {
  const data = new Uint8Array(width * height * 3)
  for (let i = 0; i < width * height; i++) data.fill(colourAt(i % width, (i / width) | 0), i * 3, i * 3 + 3)
  return { data, width, height }
}

describe('measureQuality', () => {
  it('gives a flat grey picture no sharpness, its own luma and no glare', () => {
    expect(measureQuality(paint(640, 360, () => 90))).toEqual({ sharpness: 0, luma: 90, glareShare: 0 })
  })

  it('gives fine detail more sharpness than the same detail blurred', () => {
    const fine = paint(1280, 720, (x, y) => ((x >> 3) + (y >> 3)) % 2 && 200)
    const coarse = resizeImage(resizeImage(fine, { width: 200, height: 112 }), { width: 1280, height: 720 })
    expect(measureQuality(fine).sharpness).toBeGreaterThan(10 * measureQuality(coarse).sharpness)
  })

  it('compares frames of different sizes', () => {
    const at = (width: number) =>
      paint(width, width / 2, (x, y) => 100 + 80 * Math.sin((x * 60) / width) * Math.sin((y * 60) / width))
    const small = measureQuality(at(800)).sharpness
    const large = measureQuality(at(1600)).sharpness
    expect(Math.abs(small - large) / small).toBeLessThan(0.2)
  })

  it('counts a burnt-out patch as glare, and thin white strokes not', () => {
    const patch = paint(1280, 720, (x, y) => (x < 320 && y < 360 ? 255 : 120))
    expect(measureQuality(patch).glareShare).toBeCloseTo(0.125, 2)
    const strokes = paint(1280, 720, (x) => (x % 8 === 0 ? 255 : 120))
    expect(measureQuality(strokes).glareShare).toBe(0)
  })

  it('makes a strip no higher than a frame', () => {
    const bands = (width: number) => paint(width, 2560, (_, y) => ((y / 40) & 1) * 200)
    const strip = measureQuality(bands(64)).sharpness
    expect(strip).toBeCloseTo(measureQuality(bands(640)).sharpness)
  })

  it('measures crops smaller than its own width', () => {
    expect(measureQuality(paint(3, 2, (x) => x * 90)).luma).toBeCloseTo(90, 0)
  })
})
