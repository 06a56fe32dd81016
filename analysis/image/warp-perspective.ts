import type { Image, Point, Quad } from '../../domain/image.ts'
import { type Homography, homographyOntoQuad } from './homography.ts'
import { resizeImage } from './resize-image.ts'
import type { Size } from './size.ts'

/** Most samples taken a target pixel along one axis when shrinking; more gain nothing visible. */
const MAX_SAMPLES_PER_AXIS = 4

/**
 * The part of the image under the quad, seen straight from the front at the given size; its corners become
 * top-left, top-right, bottom-right, bottom-left. Shrinking averages; outside the image the border repeats.
 * Throws a RangeError when three corners lie on one line.
 */
export function warpPerspective(image: Image, quad: Quad, size: Size): Image {
  const samples = samplesPerAxis(quad, size)
  const fine = { width: size.width * samples, height: size.height * samples }
  const map = homographyOntoQuad(fine, quad)
  const data = new Uint8Array(fine.width * fine.height * 3)
  for (let y = 0; y < fine.height; y++) {
    warpRow(image, map, { y: y + 0.5, out: data.subarray(y * fine.width * 3, (y + 1) * fine.width * 3) })
  }
  return resizeImage({ data, ...fine }, size)
}

function samplesPerAxis(quad: Quad, size: Size): number {
  const [topLeft, topRight, bottomRight, bottomLeft] = quad
  const width = Math.max(distance(topLeft, topRight), distance(bottomLeft, bottomRight))
  const height = Math.max(distance(topLeft, bottomLeft), distance(topRight, bottomRight))
  const shrinking = Math.max(width / size.width, height / size.height)
  return Math.max(1, Math.min(MAX_SAMPLES_PER_AXIS, Math.round(shrinking)))
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y)
}

/** Fills one row; colours between pixels are weighed by nearness to the four around them. */
function warpRow(image: Image, map: Homography, row: { y: number; out: Uint8Array }): void {
  const { data, width, height } = image
  const { out } = row
  const [a, b, c, d, e, f, g, h] = map
  const right = width - 1
  const bottom = height - 1
  const below = width * 3
  const baseX = b * row.y + c
  const baseY = e * row.y + f
  const baseDepth = h * row.y + 1
  // Objects and calls are kept out of this loop: it runs for every pixel of every crop.
  for (let i = 0, u = 0.5; i < out.length; i += 3, u++) {
    const nearness = 1 / (g * u + baseDepth)
    const x = Math.max(0, Math.min(right, (a * u + baseX) * nearness - 0.5))
    const y = Math.max(0, Math.min(bottom, (d * u + baseY) * nearness - 0.5))
    const left = x | 0
    const top = y | 0
    const across = x - left
    const down = y - top
    const at = (top * width + left) * 3
    const next = left < right ? at + 3 : at
    const under = top < bottom ? below : 0
    const w00 = (1 - across) * (1 - down)
    const w01 = across * (1 - down)
    const w10 = (1 - across) * down
    const w11 = across * down
    const low = at + under
    const lowNext = next + under
    out[i] = data[at] * w00 + data[next] * w01 + data[low] * w10 + data[lowNext] * w11 + 0.5
    out[i + 1] =
      data[at + 1] * w00 + data[next + 1] * w01 + data[low + 1] * w10 + data[lowNext + 1] * w11 + 0.5
    out[i + 2] =
      data[at + 2] * w00 + data[next + 2] * w01 + data[low + 2] * w10 + data[lowNext + 2] * w11 + 0.5
  }
}
