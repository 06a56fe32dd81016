import type { Image, Point, Quad } from '../../domain/image.ts'
import { homographyOntoQuad } from './homography.ts'
import { resizeImage } from './resize-image.ts'
import type { Size } from './size.ts'
import { type RowPlace, STRETCH, wholePlace, wholeStep } from './warp/row-places.ts'
import { type Stretch, walkStretches } from './warp/walk-stretches.ts'

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
  walkStretches(
    { data, width: fine.width, channels: 3, rows: { from: 0, to: fine.height } },
    { map, image },
    {
      inside: (stretch) => fillStretch(image, stretch),
      atBorder: (stretch, place) => fillClamped(image, stretch, place),
    },
  )
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

/** Colours between pixels are weighed by nearness to the four around them, in whole numbers. */
function fillStretch({ data, width }: Image, { data: out, from, to, ends, at: begin }: Stretch): void {
  let x = wholePlace(ends[begin])
  let y = wholePlace(ends[begin + 1])
  const stepX = wholeStep(ends[begin], ends[begin + 2])
  const stepY = wholeStep(ends[begin + 1], ends[begin + 3])
  const below = width * 3
  // Objects and calls are kept out of this loop: it runs for every pixel of every crop.
  for (let i = from; i < to; i += 3) {
    const across = (x >> 8) & 255
    const down = (y >> 8) & 255
    const at = Math.imul(Math.imul(y >> 16, width) + (x >> 16), 3)
    const low = at + below
    const w11 = Math.imul(across, down)
    const w01 = (across << 8) - w11
    const w10 = (down << 8) - w11
    const w00 = 65536 - (across << 8) - w10
    const red = Math.imul(data[at], w00) + Math.imul(data[at + 3], w01)
    const green = Math.imul(data[at + 1], w00) + Math.imul(data[at + 4], w01)
    const blue = Math.imul(data[at + 2], w00) + Math.imul(data[at + 5], w01)
    out[i] = (red + Math.imul(data[low], w10) + Math.imul(data[low + 3], w11) + 32768) >>> 16
    out[i + 1] = (green + Math.imul(data[low + 1], w10) + Math.imul(data[low + 4], w11) + 32768) >>> 16
    out[i + 2] = (blue + Math.imul(data[low + 2], w10) + Math.imul(data[low + 5], w11) + 32768) >>> 16
    x = (x + stepX) | 0
    y = (y + stepY) | 0
  }
}

/** The same where the border may be met, and repeats, place by place. */
function fillClamped(
  { data, width, height }: Image,
  { data: out, from, to, at: begin }: Stretch,
  [a, b, c, d, e, f]: RowPlace,
): void {
  const right = width - 1
  const bottom = height - 1
  for (let i = from, u = (begin / 2) * STRETCH + 0.5; i < to; i += 3, u++) {
    const nearness = 1 / (e * u + f)
    const x = Math.max(0, Math.min(right, (a * u + b) * nearness - 0.5))
    const y = Math.max(0, Math.min(bottom, (c * u + d) * nearness - 0.5))
    const left = x | 0
    const top = y | 0
    const at = (top * width + left) * 3
    const next = left < right ? 3 : 0
    const under = top < bottom ? width * 3 : 0
    for (let channel = 0; channel < 3; channel++) {
      const j = at + channel
      const above = data[j] + (data[j + next] - data[j]) * (x - left)
      const below = data[j + under] + (data[j + under + next] - data[j + under]) * (x - left)
      out[i + channel] = above + (below - above) * (y - top) + 0.5
    }
  }
}
