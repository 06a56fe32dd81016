import type { Image, Point, Quad } from '../../domain/image.ts'
import { type Homography, homographyOntoQuad, mapPoint } from './homography.ts'
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
  const data = new Uint8Array(size.width * size.height * 3)
  const sum = new Float64Array(3)
  for (let y = 0, target = 0; y < size.height; y++) {
    for (let x = 0; x < size.width; x++, target += 3) {
      sum.fill(0)
      addSamples(image, map, { x: x * samples, y: y * samples, samples, sum })
      const count = samples * samples
      data[target] = sum[0] / count + 0.5
      data[target + 1] = sum[1] / count + 0.5
      data[target + 2] = sum[2] / count + 0.5
    }
  }
  return { data, width: size.width, height: size.height }
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

/** Adds the colours of one target pixel's samples; x and y count samples. */
function addSamples(
  image: Image,
  map: Homography,
  pixel: { x: number; y: number; samples: number; sum: Float64Array },
): void {
  for (let v = 0; v < pixel.samples; v++) {
    for (let u = 0; u < pixel.samples; u++) {
      const point = mapPoint(map, { x: pixel.x + u + 0.5, y: pixel.y + v + 0.5 })
      addColourAt(image, point, pixel.sum)
    }
  }
}

/** Adds the colour at a point between pixels, weighed by nearness to the four around it. */
function addColourAt(image: Image, point: Point, sum: Float64Array): void {
  const { data, width, height } = image
  const x = Math.max(0, Math.min(width - 1, point.x - 0.5))
  const y = Math.max(0, Math.min(height - 1, point.y - 0.5))
  const left = x | 0
  const top = y | 0
  const across = x - left
  const down = y - top
  const a = (top * width + left) * 3
  const b = left < width - 1 ? a + 3 : a
  const below = top < height - 1 ? width * 3 : 0
  for (let channel = 0; channel < 3; channel++) {
    const above = data[a + channel] + (data[b + channel] - data[a + channel]) * across
    const under = data[a + below + channel] + (data[b + below + channel] - data[a + below + channel]) * across
    sum[channel] += above + (under - above) * down
  }
}
