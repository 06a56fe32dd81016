import type { Image } from '../../../domain/image.ts'
import type { Size } from '../../image/size.ts'
import { type SampledRow, sumRow } from './_sum-row.ts'
import type { Region } from './region.ts'

/** Most samples taken a target pixel along one axis; more cost time and gain the networks nothing. */
const MAX_SAMPLES_PER_AXIS = 3

/** What is sampled, and at which size. */
export interface Sampling {
  region: Region
  size: Size
  samplesAtMost?: number
}

/**
 * Samples a region at another size, row by row: gives for every number of a row the sum of as many picked ones as `count`
 * says; `sums` holds the next row afterwards. Outside the image the border repeats.
 */
export function sampleRows(
  image: Image,
  { region, size, samplesAtMost = MAX_SAMPLES_PER_AXIS }: Sampling,
  take: (row: number, sums: Uint16Array, count: number) => void,
): void {
  const { topLeft, topRight, bottomLeft } = region
  const across = {
    x: (topRight.x - topLeft.x) / size.width,
    y: (topRight.y - topLeft.y) / size.width,
  }
  const down = { x: (bottomLeft.x - topLeft.x) / size.height, y: (bottomLeft.y - topLeft.y) / size.height }
  const shrinking = Math.max(Math.hypot(across.x, across.y), Math.hypot(down.x, down.y))
  const samples = Math.max(1, Math.min(samplesAtMost, Math.round(shrinking)))
  const sums = new Uint16Array(size.width * 3)
  for (let v = 0; v < size.height; v++) {
    const start = { x: topLeft.x + v * down.x, y: topLeft.y + v * down.y }
    const line = { start, across, down, samples }
    if (samples === 1) blendRow(image, line, sums)
    else sumRow(image, line, sums)
    take(v, sums, samples * samples)
  }
}

/** Each pixel is weighed from the four around its middle, and rounded. */
function blendRow(image: Image, row: SampledRow, out: Uint16Array): void {
  const { data, width, height } = image
  let x = row.start.x + (row.across.x + row.down.x) / 2 - 0.5
  let y = row.start.y + (row.across.y + row.down.y) / 2 - 0.5
  for (let i = 0; i < out.length; i += 3, x += row.across.x, y += row.across.y) {
    const clampedX = Math.max(0, Math.min(width - 1, x))
    const clampedY = Math.max(0, Math.min(height - 1, y))
    const left = clampedX | 0
    const top = clampedY | 0
    const right = left < width - 1 ? 3 : 0
    const below = top < height - 1 ? width * 3 : 0
    const at = (top * width + left) * 3
    for (let channel = at; channel < at + 3; channel++) {
      const over = data[channel] + (data[channel + right] - data[channel]) * (clampedX - left)
      const under =
        data[channel + below] + (data[channel + below + right] - data[channel + below]) * (clampedX - left)
      out[i + channel - at] = over + (under - over) * (clampedY - top) + 0.5
    }
  }
}
