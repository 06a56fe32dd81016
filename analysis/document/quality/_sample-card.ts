import type { Image, Quad } from '../../../domain/image.ts'
import { homographyOntoQuad, mapPoint } from '../../image/homography.ts'
import type { Plane } from '../../image/plane.ts'
import type { Size } from '../../image/size.ts'

/** Green makes most of luma (ITU-R BT.601-7 §2.5.1) and is what sensors see best. */
const GREEN = 1

/** The green channel under the quad, straightened: a third of the work of all three, enough to measure print by. */
export function sampleGreen(image: Image, quad: Quad, size: Size): Plane {
  const { data, width, height } = image
  const [a, b, c, d, e, f, g, h] = homographyOntoQuad(size, quad)
  const plane = new Uint8Array(size.width * size.height)
  const right = width - 2
  const bottom = height - 2
  const below = width * 3
  for (let v = 0.5, i = 0; v < size.height; v++) {
    for (let u = 0.5; u < size.width; u++, i++) {
      const nearness = 1 / (g * u + h * v + 1)
      const x = Math.max(0, Math.min(right, (a * u + b * v + c) * nearness - 0.5))
      const y = Math.max(0, Math.min(bottom, (d * u + e * v + f) * nearness - 0.5))
      const at = ((y | 0) * width + (x | 0)) * 3 + GREEN
      const across = x - (x | 0)
      const above = data[at] + (data[at + 3] - data[at]) * across
      const under = data[at + below] + (data[at + below + 3] - data[at + below]) * across
      plane[i] = above + (under - above) * (y - (y | 0)) + 0.5
    }
  }
  return { data: plane, ...size }
}

/** Single pixels of the card, evenly spread: enough to measure light by. Outside the frame its border repeats. */
export function samplePixels(image: Image, quad: Quad, size: Size): Image {
  const { data, width, height } = image
  const map = homographyOntoQuad(size, quad)
  const pixels = new Uint8Array(size.width * size.height * 3)
  for (let v = 0.5, i = 0; v < size.height; v++) {
    for (let u = 0.5; u < size.width; u++, i += 3) {
      const point = mapPoint(map, { x: u, y: v })
      const x = Math.max(0, Math.min(width - 1, Math.floor(point.x)))
      const y = Math.max(0, Math.min(height - 1, Math.floor(point.y)))
      const at = (y * width + x) * 3
      pixels[i] = data[at]
      pixels[i + 1] = data[at + 1]
      pixels[i + 2] = data[at + 2]
    }
  }
  return { data: pixels, ...size }
}
