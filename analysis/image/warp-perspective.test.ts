import { describe, expect, it } from 'vitest'
import type { Image, Quad } from '../../domain/image.ts'
import { cropImage } from './crop-image.ts'
import { homographyOntoQuad, mapPoint } from './homography.ts'
import { resizeImage } from './resize-image.ts'
import { rotateImage } from './rotate-image.ts'
import { warpPerspective } from './warp-perspective.ts'

/** Red tells the column, green the row. */
function ramp(width: number, height: number): Image {
  const data = new Uint8Array(width * height * 3)
  for (let i = 0; i < width * height; i++) data.set([i % width, (i / width) | 0, 7], i * 3)
  return { data, width, height }
}

function pixel(image: Image, x: number, y: number): number[] {
  return [...image.data.subarray((y * image.width + x) * 3, (y * image.width + x) * 3 + 3)]
}

const SKEWED: Quad = [
  { x: 20, y: 10 },
  { x: 180, y: 30 },
  { x: 170, y: 140 },
  { x: 35, y: 120 },
]

describe('homographyOntoQuad', () => {
  it('sends the corners of the rectangle to the corners of the quad', () => {
    const map = homographyOntoQuad({ width: 300, height: 200 }, SKEWED)
    const corners = [
      { x: 0, y: 0 },
      { x: 300, y: 0 },
      { x: 300, y: 200 },
      { x: 0, y: 200 },
    ]
    corners.forEach((corner, i) => {
      const { x, y } = mapPoint(map, corner)
      expect(x).toBeCloseTo(SKEWED[i].x, 6)
      expect(y).toBeCloseTo(SKEWED[i].y, 6)
    })
  })

  it('refuses a quad whose corners lie on one line', () => {
    const line = [0, 1, 2, 3].map((i) => ({ x: i, y: i })) as Quad
    expect(() => homographyOntoQuad({ width: 10, height: 10 }, line)).toThrow(RangeError)
  })
})

describe('warpPerspective', () => {
  it('copies an upright box unchanged', () => {
    const box: Quad = [
      { x: 10, y: 20 },
      { x: 60, y: 20 },
      { x: 60, y: 50 },
      { x: 10, y: 50 },
    ]
    const warped = warpPerspective(ramp(100, 80), box, { width: 50, height: 30 })
    expect(warped.data).toEqual(cropImage(ramp(100, 80), { x: 10, y: 20, width: 50, height: 30 }).data)
  })

  it('takes the colour under each mapped point', () => {
    const size = { width: 160, height: 110 }
    const warped = warpPerspective(ramp(200, 150), SKEWED, size)
    const map = homographyOntoQuad(size, SKEWED)
    const expected = mapPoint(map, { x: 80.5, y: 55.5 })
    const [red, green] = pixel(warped, 80, 55)
    expect(Math.abs(red - (expected.x - 0.5))).toBeLessThanOrEqual(1)
    expect(Math.abs(green - (expected.y - 0.5))).toBeLessThanOrEqual(1)
  })

  it('repeats the border outside the image', () => {
    const beyond: Quad = [
      { x: -50, y: -50 },
      { x: -10, y: -50 },
      { x: -10, y: -10 },
      { x: -50, y: -10 },
    ]
    expect(pixel(warpPerspective(ramp(20, 20), beyond, { width: 4, height: 4 }), 2, 2)).toEqual([0, 0, 7])
  })
})

describe('resizeImage', () => {
  it('averages what falls together when shrinking', () => {
    const striped: Image = { data: new Uint8Array(12 * 3), width: 12, height: 1 }
    for (let x = 0; x < 12; x += 2) striped.data.fill(200, x * 3, x * 3 + 3)
    expect([...resizeImage(striped, { width: 3, height: 1 }).data]).toEqual(new Array(9).fill(100))
  })

  it('keeps the mean at any size', () => {
    const image = ramp(97, 61)
    const mean = (picture: Image) => picture.data.reduce((sum, v) => sum + v, 0) / picture.data.length
    for (const size of [
      { width: 31, height: 17 },
      { width: 200, height: 130 },
      { width: 1, height: 1 },
    ]) {
      expect(Math.abs(mean(resizeImage(image, size)) - mean(image))).toBeLessThan(1)
    }
  })
})

describe('rotateImage', () => {
  it('turns clockwise', () => {
    const turned = rotateImage(ramp(3, 2), 1)
    expect([turned.width, turned.height]).toEqual([2, 3])
    expect(pixel(turned, 1, 0)).toEqual([0, 0, 7])
    expect(pixel(turned, 0, 2)).toEqual([2, 1, 7])
  })

  it('comes back after four quarter turns', () => {
    const image = ramp(5, 3)
    expect(rotateImage(rotateImage(image, 1), 3)).toEqual(image)
    expect(rotateImage(rotateImage(image, 2), 2)).toEqual(image)
  })
})

describe('cropImage', () => {
  it('cuts boxes at the borders and never returns nothing', () => {
    const cut = cropImage(ramp(10, 10), { x: 8, y: -3, width: 5, height: 5 })
    expect([cut.width, cut.height]).toEqual([2, 2])
    const far = cropImage(ramp(10, 10), { x: 90, y: 90, width: 5, height: 5 })
    expect(pixel(far, 0, 0)).toEqual([9, 9, 7])
  })
})
