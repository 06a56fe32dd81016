import type { Image, Quad } from '../../../domain/image.ts'
import { homographyOntoQuad } from '../../image/homography.ts'
import type { Plane } from '../../image/plane.ts'
import type { Size } from '../../image/size.ts'
import { type RowPlace, STRETCH, wholePlace, wholeStep } from '../../image/warp/row-places.ts'
import { type Stretch, walkStretches } from '../../image/warp/walk-stretches.ts'

/** Green makes most of luma (ITU-R BT.601-7 §2.5.1) and is what sensors see best. */
const GREEN = 1

/**
 * The green channel under the quad, straightened: a third of the work of all three, enough to measure print by. So many rows
 * above and below as `rim` are left dark.
 */
export function sampleGreen(image: Image, quad: Quad, { rim, ...size }: Size & { rim: number }): Plane {
  const map = homographyOntoQuad(size, quad)
  const { width, height } = size
  const data = new Uint8Array(width * height)
  walkStretches(
    { data, width, channels: 1, rows: { from: rim, to: height - rim } },
    { map, image },
    {
      inside: (stretch) => fillStretch(image, stretch),
      atBorder: (stretch, place) => fillClamped(image, stretch, place),
    },
  )
  return { data, width, height }
}

function fillStretch({ data, width }: Image, { data: row, from, to, ends, at: begin }: Stretch): void {
  let x = wholePlace(ends[begin])
  let y = wholePlace(ends[begin + 1])
  const stepX = wholeStep(ends[begin], ends[begin + 2])
  const stepY = wholeStep(ends[begin + 1], ends[begin + 3])
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

/** Outside the frame its border repeats. */
function fillClamped(
  { data, width, height }: Image,
  { data: row, from, to, at: begin }: Stretch,
  [a, b, c, d, e, f]: RowPlace,
): void {
  const right = width - 2
  const bottom = height - 2
  const below = width * 3
  for (let i = from, u = (begin / 2) * STRETCH + 0.5; i < to; i++, u++) {
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
