import type { Image, Quad } from '../../../domain/image.ts'
import { homographyOntoQuad, mapPoint } from '../../image/homography.ts'
import type { Plane } from '../../image/plane.ts'
import type { Size } from '../../image/size.ts'

/** Green makes most of luma (ITU-R BT.601-7 §2.5.1) and is what sensors see best. */
const GREEN = 1

/** The green channel under the quad, straightened: a third of the work of all three, enough to measure print by. */
export function sampleGreen(image: Image, quad: Quad, size: Size): Plane {
  const [a, b, c, d, e, f, g, h] = homographyOntoQuad(size, quad)
  const data = new Uint8Array(size.width * size.height)
  for (let v = 0.5, from = 0; v < size.height; v++, from += size.width) {
    const row = data.subarray(from, from + size.width)
    sampleRow(image, [a, b * v + c, d, e * v + f, g, h * v + 1], row)
  }
  return { data, ...size }
}

/** Where a row of samples lies: a, b, c, d, e, f of the point ((a u + b) / (e u + f), (c u + d) / (e u + f)). */
type RowMap = readonly [number, number, number, number, number, number]

/** Fills one row; outside the frame its border repeats. */
function sampleRow({ data, width, height }: Image, [a, b, c, d, e, f]: RowMap, row: Uint8Array): void {
  const right = width - 2
  const bottom = height - 2
  const below = width * 3
  for (let i = 0, u = 0.5; i < row.length; i++, u++) {
    const nearness = 1 / (e * u + f)
    const fromLeft = (a * u + b) * nearness - 0.5
    const fromTop = (c * u + d) * nearness - 0.5
    const x = fromLeft < 0 ? 0 : fromLeft > right ? right : fromLeft
    const y = fromTop < 0 ? 0 : fromTop > bottom ? bottom : fromTop
    const column = x | 0
    const line = y | 0
    const at = (line * width + column) * 3 + GREEN
    const across = x - column
    const above = data[at] + (data[at + 3] - data[at]) * across
    const under = data[at + below] + (data[at + below + 3] - data[at + below]) * across
    row[i] = above + (under - above) * (y - line) + 0.5
  }
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
