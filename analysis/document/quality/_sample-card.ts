import type { Image, Quad } from '../../../domain/image.ts'
import { homographyOntoQuad } from '../../image/homography.ts'
import type { Plane } from '../../image/plane.ts'
import type { Size } from '../../image/size.ts'
import {
  placeInRow,
  placesInside,
  type RowPlace,
  STRETCH,
  type Stretch,
  wholeSteps,
} from '../../image/warp/row-places.ts'

/** Green makes most of luma (ITU-R BT.601-7 §2.5.1) and is what sensors see best. */
const GREEN = 1

/**
 * The green channel under the quad, straightened: a third of the work of all three, enough to measure print by. So many rows
 * above and below as `rim` are left dark.
 */
export function sampleGreen(image: Image, quad: Quad, { rim, ...size }: Size & { rim: number }): Plane {
  const map = homographyOntoQuad(size, quad)
  const data = new Uint8Array(size.width * size.height)
  for (let v = rim; v < size.height - rim; v++) {
    sampleRow(image, placeInRow(map, v + 0.5), data.subarray(v * size.width, (v + 1) * size.width))
  }
  return { data, ...size }
}

/** Fills one row, stretch by stretch (row-places); outside the frame its border repeats. */
function sampleRow(image: Image, place: RowPlace, row: Uint8Array): void {
  const [a, b, c, d, e, f] = place
  const inside = placesInside(image)
  let [x, y] = [(0.5 * a + b) / (0.5 * e + f) - 0.5, (0.5 * c + d) / (0.5 * e + f) - 0.5]
  for (let from = 0; from < row.length; from += STRETCH) {
    const u = from + STRETCH + 0.5
    const nearness = 1 / (e * u + f)
    const endX = (a * u + b) * nearness - 0.5
    const endY = (c * u + d) * nearness - 0.5
    const to = Math.min(row.length, from + STRETCH)
    if (inside.has(x, y) && inside.has(endX, endY)) {
      fillStretch(image, { x, y, endX, endY }, { row, from, to })
    } else fillClamped(image, place, { row, from, to })
    x = endX
    y = endY
  }
}

/** A part of a row; the end is the first without. */
interface RowPart {
  row: Uint8Array
  from: number
  to: number
}

function fillStretch({ data, width }: Image, stretch: Stretch, { row, from, to }: RowPart): void {
  let { x, y, stepX, stepY } = wholeSteps(stretch)
  const below = width * 3
  for (let i = from; i < to; i++) {
    const across = (x >> 8) & 255
    const at = Math.imul(Math.imul(y >> 16, width) + (x >> 16), 3) + GREEN
    const low = at + below
    const above = (data[at] << 8) + Math.imul(data[at + 3] - data[at], across)
    const under = (data[low] << 8) + Math.imul(data[low + 3] - data[low], across)
    row[i] = ((above << 8) + Math.imul(under - above, (y >> 8) & 255) + 32768) >> 16
    x = (x + stepX) | 0
    y = (y + stepY) | 0
  }
}

function fillClamped(
  { data, width, height }: Image,
  [a, b, c, d, e, f]: RowPlace,
  { row, from, to }: RowPart,
): void {
  const right = width - 2
  const bottom = height - 2
  const below = width * 3
  for (let i = from, u = from + 0.5; i < to; i++, u++) {
    const nearness = 1 / (e * u + f)
    const x = Math.max(0, Math.min(right, (a * u + b) * nearness - 0.5))
    const y = Math.max(0, Math.min(bottom, (c * u + d) * nearness - 0.5))
    const at = ((y | 0) * width + (x | 0)) * 3 + GREEN
    const across = x - (x | 0)
    const above = data[at] + (data[at + 3] - data[at]) * across
    const under = data[at + below] + (data[at + below + 3] - data[at + below]) * across
    row[i] = above + (under - above) * (y - (y | 0)) + 0.5
  }
}

/** Single pixels of the card, evenly spread: enough to measure light by. Outside the frame its border repeats. */
export function samplePixels(image: Image, quad: Quad, size: Size): Image {
  const { data, width, height } = image
  const [a, b, c, d, e, f, g, h] = homographyOntoQuad(size, quad)
  const pixels = new Uint8Array(size.width * size.height * 3)
  for (let v = 0.5, i = 0; v < size.height; v++) {
    for (let u = 0.5; u < size.width; u++, i += 3) {
      const nearness = 1 / (g * u + h * v + 1)
      const x = Math.max(0, Math.min(width - 1, Math.floor((a * u + b * v + c) * nearness)))
      const y = Math.max(0, Math.min(height - 1, Math.floor((d * u + e * v + f) * nearness)))
      const at = (y * width + x) * 3
      pixels[i] = data[at]
      pixels[i + 1] = data[at + 1]
      pixels[i + 2] = data[at + 2]
    }
  }
  return { data: pixels, ...size }
}
